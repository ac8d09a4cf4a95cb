"""Drafting: how this year's report is written out of earlier ones, whoever asks, a page or a program."""
