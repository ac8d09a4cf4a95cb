"""How a file becomes a report: formats, layout, sections, tables, facts, passages."""
