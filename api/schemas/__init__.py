"""Domain objects as the JSON of contracts.md: one rendering, used by the command line and by HTTP alike."""
