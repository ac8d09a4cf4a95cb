"""What the lexical index is told of a passage."""

from collections.abc import Iterable, Iterator

from corpus.context import contextualise
from corpus.store import StoredPassage
from corpus.swedish.analysis import Analyzer
from corpus.swedish.places import find
from search.lexical import LexicalDocument, Word


def lexical_documents(passages: Iterable[tuple[StoredPassage, str]], analyzer: Analyzer) -> Iterator[LexicalDocument]:
    """A document for each (passage, title of its report): its words and those of its headings."""
    for stored, title in passages:
        text = contextualise(title, stored.passage.section_path, stored.passage.text)
        terms = analyzer.terms(text)
        yield LexicalDocument(
            number=stored.number,
            report=stored.report_id,
            words=tuple(Word(term.position, term.forms) for term in terms),
            surface=frozenset(text[term.start : term.end].lower() for term in terms),
            places=frozenset(mention.place.code for mention in find(text)),
        )
