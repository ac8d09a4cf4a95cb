"""A draft as a Word document: headings, footnotes, tables and comments as Word's own."""

from api.drafts.document.writer import MEDIA_TYPE, file_name, write

__all__ = ["MEDIA_TYPE", "file_name", "write"]
