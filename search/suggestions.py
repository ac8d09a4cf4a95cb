"""A spelling for a question whose words the corpus does not have."""

from corpus.swedish.spelling import Speller
from search.lexical import LexicalIndex
from search.query import Query


class Suggester:
    """Offers a spelling from the corpus' own words; the word list is read the first time that it is needed."""

    def __init__(self, index: LexicalIndex) -> None:
        self._index = index
        self._speller: Speller | None = None

    def suggest(self, query: Query) -> str | None:
        """The question with its unknown words respelled; None where all are known or nothing is near."""
        if all(self._known(forms) for forms in (term.forms for term in query.terms)):
            return None
        if self._speller is None:
            self._speller = Speller(self._index.surface_words())
        suggestion = self._speller.suggest(query.text)
        return suggestion if suggestion != query.text else None

    def _known(self, forms: tuple[str, ...]) -> bool:
        return any(self._index.document_frequency(form) for form in forms)
