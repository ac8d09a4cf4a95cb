"""Text that stands in a picture only: told from its pixels, and read by Tesseract where that is installed."""
