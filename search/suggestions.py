"""A spelling for a question whose words the corpus does not have."""

from collections.abc import Callable

from corpus.swedish.spelling import Speller
from corpus.swedish.tokens import tokenize
from search.lexical import LexicalIndex
from search.project_names import Found, ProjectNames
from search.query import Query


class Suggester:
    """Offers a spelling from the corpus' own words and its projects' names.

    The words are read from the index the first time that they are needed.

    Args:
        index: the words.
        names: gives the projects' names as they are now; they may be corrected while the index stays.
    """

    def __init__(self, index: LexicalIndex, names: Callable[[], tuple[str, ...]] = tuple) -> None:
        self._index = index
        self._names = names
        self._speller: Speller | None = None
        self._projects: tuple[tuple[str, ...], ProjectNames] = ((), ProjectNames(()))

    def suggest(self, query: Query) -> str | None:
        """The question with its unknown words respelled; None where all are known or nothing is near."""
        named = self.projects(query)
        if all(found.exact for found in named) and self._knows_all(query):
            return None
        suggestion = _between(query.text, named, self._respelled)
        return suggestion if suggestion != query.text else None

    def projects(self, query: Query) -> list[Found]:
        """The projects that the question names, in the order of its words."""
        words = {token.text.lower() for token in tokenize(query.text) if token.kind == "word"}
        unknown = frozenset(word for word in words if not self._index.knows(word))
        return self._project_names().find(query.text, unknown)

    def _project_names(self) -> ProjectNames:
        names = self._names()
        if names is not self._projects[0]:
            self._projects = (names, ProjectNames(names))
        return self._projects[1]

    def _respelled(self, text: str) -> str:
        if self._speller is None:
            self._speller = Speller(self._index.surface_words())
        return self._speller.suggest(text) or text

    def _knows_all(self, query: Query) -> bool:
        return all(any(self._index.document_frequency(form) for form in term.forms) for term in query.terms)


def _between(text: str, named: list[Found], respelled: Callable[[str], str]) -> str:
    """The text with the projects' names in their places and what lies between them respelled."""
    parts, at = [], 0
    for found in named:
        parts += [respelled(text[at : found.start]), text[found.start : found.end] if found.exact else found.name]
        at = found.end
    return "".join([*parts, respelled(text[at:])])
