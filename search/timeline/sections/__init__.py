"""The same section in two reports: which it is, what became of its words, what became of its amounts."""
