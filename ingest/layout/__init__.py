"""From words on pages to blocks in reading order: lines, columns, tables, headings, paragraphs, notes."""
