"""Words of texts, each text analysed once."""

from corpus.swedish.analysis import Analyzer, Term

#: Texts that are remembered at most: some 25 MB.
MOST = 10_000


class Remembering(Analyzer):
    """An analyzer that remembers the terms of the texts it has seen: comparisons ask of the same ones again and again.

    Several threads may ask at once.
    """

    def __init__(self, analyzer: Analyzer) -> None:
        # All is left to the other one, which has the dictionaries.
        self._analyzer = analyzer
        self._seen: dict[str, list[Term]] = {}

    def terms(self, text: str) -> list[Term]:
        """The words and numbers of a text in order; the list is shared and must not be changed."""
        known = self._seen.get(text)
        if known is None:
            if len(self._seen) >= MOST:
                self._seen = {}
            known = self._seen[text] = self._analyzer.terms(text)
        return known
