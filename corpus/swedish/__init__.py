"""Swedish: words, sentences, lemmas, compounds, places, numbers, spelling."""
