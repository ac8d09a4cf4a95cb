"""PDF: pages of words and drawings through pdfium, with pdfplumber as the exact second way."""

from ingest.formats.pdf.reader import read

__all__ = ["read"]
