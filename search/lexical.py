"""Words found by an inverted index (tantivy, BM25), fed with our own Swedish tokens.

A passage's word stands in the index under its lemma and, at the same position, under its compound parts: so
"bredbandsutbyggnad" and "utbyggnad av bredband" meet. Beside the words lie, each in a field of its own, the surface
words (for spelling), the report, and the codes of the places that the passage or its headings name.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import tantivy
from tantivy import Occur, Query

from corpus.errors import VersionMismatch

#: Heap of tantivy's writer, bytes; tantivy wants at least 15 MB a thread.
WRITER_BYTES = 64_000_000
#: All documents that a filter may admit.
NO_LIMIT = 10_000_000


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a document at its position, under all forms it may be found by (lemma first)."""

    position: int
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LexicalDocument:
    """What the index is told of one passage."""

    number: int
    report: str
    words: tuple[Word, ...]
    surface: frozenset[str]
    places: frozenset[str]


@dataclass(frozen=True, slots=True)
class WeightedTerm:
    """A form that is looked for and what a match is worth."""

    form: str
    weight: float


@dataclass(frozen=True, slots=True)
class Restriction:
    """What a passage must satisfy; empty means anything.

    `reports`: one of these; `places`: each of these; `phrases`: each as a row of lemmas side by side; `without`: none
    of these rows.
    """

    reports: frozenset[str] | None = None
    places: frozenset[str] = frozenset()
    phrases: tuple[tuple[str, ...], ...] = ()
    without: tuple[tuple[str, ...], ...] = ()

    def __bool__(self) -> bool:
        return self.reports is not None or bool(self.places or self.phrases or self.without)


def _schema() -> "tantivy.Schema":
    builder = tantivy.SchemaBuilder()
    # Deleting by an unsigned field silently deletes nothing, so documents are named by a raw string.
    builder.add_text_field("key", tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("number", fast=True)
    builder.add_text_field("report", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("place", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("surface", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("words", tokenizer_name="raw", index_option="position")
    return builder.build()


class LexicalIndex:
    """One folder of tantivy's, opened for reading."""

    def __init__(self, index: "tantivy.Index") -> None:
        self._index = index
        self._searcher = index.searcher()
        self._schema = index.schema

    @classmethod
    def read(cls, folder: Path) -> "LexicalIndex":
        """The index in `folder`.

        Raises:
            VersionMismatch: the folder holds no index that this version can read.
        """
        try:
            return cls(tantivy.Index.open(str(folder)))
        except ValueError as error:
            message = "Ordindexet går inte att läsa. Kör ”arsringar reindex” så byggs det om."
            raise VersionMismatch(message) from error

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    def search(
        self, terms: Sequence[WeightedTerm], k: int, restriction: Restriction | None = None
    ) -> list[tuple[int, float]]:
        """The `k` best (number, BM25 score) for the terms, best first."""
        clauses = [
            (Occur.Should, Query.boost_query(self._term("words", term.form), term.weight))
            for term in terms
            if term.weight > 0
        ]
        if not clauses or k <= 0:
            return []
        query = Query.boolean_query(clauses)
        if restriction:
            # A bare conjunction would admit what the restriction alone matches.
            query = Query.boolean_query([(Occur.Must, query), *self._restricting(restriction)])
        return self._run(query, k)

    def numbers(self, restriction: Restriction) -> list[int]:
        """The numbers of all passages that the restriction admits."""
        # A query of exclusions alone matches nothing.
        everything = (Occur.Must, Query.all_query())
        query = Query.boolean_query([everything, *self._restricting(restriction)])
        return [number for number, _ in self._run(query, NO_LIMIT)]

    def naming(self, places: Iterable[str], among: Iterable[int]) -> set[int]:
        """Those of the numbers `among` whose passage or headings name every one of the places."""
        return set(self.numbers(Restriction(places=frozenset(places)))) & set(among)

    def document_frequency(self, form: str) -> int:
        """How many passages hold the form."""
        return int(self._searcher.doc_freq("words", form))

    def surface_words(self) -> dict[str, int]:
        """Every surface word of the corpus and the number of passages that hold it."""
        return dict(self._searcher.terms_with_prefix("surface", ""))

    def knows(self, surface: str) -> bool:
        """Whether any passage holds this very word."""
        return int(self._searcher.doc_freq("surface", surface)) > 0

    def _run(self, query: "tantivy.Query", k: int) -> list[tuple[int, float]]:
        hits = self._searcher.search(query, min(k, max(1, len(self))), count=False).hits
        numbers = self._searcher.fast_field_values("number", [address for _, address in hits])
        return [(int(number), float(score)) for number, (score, _) in zip(numbers, hits, strict=True)]

    def _term(self, field: str, value: str) -> "tantivy.Query":
        return Query.term_query(self._schema, field, value)

    def _restricting(self, restriction: Restriction) -> list[tuple["tantivy.Occur", "tantivy.Query"]]:
        wanted: list[tantivy.Query] = []
        if restriction.reports is not None:
            wanted.append(Query.term_set_query(self._schema, "report", sorted(restriction.reports)))
        wanted += [self._term("place", code) for code in sorted(restriction.places)]
        wanted += map(self._phrase, restriction.phrases)
        must = [(Occur.Must, Query.boost_query(Query.const_score_query(query, 1.0), 0.0)) for query in wanted]
        return must + [(Occur.MustNot, self._phrase(phrase)) for phrase in restriction.without]

    def _phrase(self, lemmas: tuple[str, ...]) -> "tantivy.Query":
        """Passages that hold the lemmas side by side."""
        if len(lemmas) == 1:
            return self._term("words", lemmas[0])
        return Query.phrase_query(self._schema, "words", list(lemmas))


def write_index(folder: Path, documents: Iterable[LexicalDocument]) -> None:
    """Build an index in an existing folder, or add to the one that lies there."""
    held = (folder / "meta.json").exists()
    index = tantivy.Index.open(str(folder)) if held else tantivy.Index(_schema(), path=str(folder))
    writer = index.writer(WRITER_BYTES, 1)
    for document in documents:
        writer.add_document(_tantivy_document(document))
    writer.commit()
    writer.wait_merging_threads()


def _tantivy_document(document: LexicalDocument) -> "tantivy.Document":
    made = tantivy.Document()
    made.add_text("key", str(document.number))
    made.add_unsigned("number", document.number)
    made.add_text("report", document.report)
    for code in sorted(document.places):
        made.add_text("place", code)
    for word in sorted(document.surface):
        made.add_text("surface", word)
    tokens = [tantivy.Token(form, word.position, 0, 0) for word in document.words for form in word.forms]
    made.add_pre_tokenized_text("words", tantivy.PreTokenizedString("", tokens))
    return made
