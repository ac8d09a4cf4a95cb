"""Avsnitt mot avsnitt: two reports section by section, and the same section in both, word by word."""
