"""How words on a page become paragraphs, lists, notes and tables in reading order."""
