"""The store: one SQLite file that is the truth."""
