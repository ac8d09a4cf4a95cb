"""How a question is answered: analysis, vectors, lexical, fusion, citations."""
