"""Words of texts, each text analysed once in a comparison."""

from corpus.swedish.analysis import Analyzer, Term


class Remembering(Analyzer):
    """An analyzer that remembers the terms of the texts it has seen; for one comparison, which asks several times."""

    def __init__(self, analyzer: Analyzer) -> None:
        # All is left to the other one, which has the dictionaries.
        self._analyzer = analyzer
        self._seen: dict[str, list[Term]] = {}

    def terms(self, text: str) -> list[Term]:
        """The words and numbers of a text in order; the list is shared and must not be changed."""
        if text not in self._seen:
            self._seen[text] = self._analyzer.terms(text)
        return self._seen[text]
