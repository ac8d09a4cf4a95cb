"""How text becomes vectors: the bundled multilingual-e5-small, another model, or none."""
