"""Jämför: what reports say of one thing through the years, each cell with its quote and a link to its page."""

from web.pages.compare.page import respond, submit

__all__ = ["respond", "submit"]
