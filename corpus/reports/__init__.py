"""Sample reports, written for this project: their sources, the made files and the key of truths."""
