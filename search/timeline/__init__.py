"""One thing through the years: what reports said of a topic, how its figures changed, what became of its promises."""
