"""The words of sentences with their parts of speech, by which noun phrases are told from what stands around them."""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

#: Sentences that are tagged at once; the tagger alone reads 35 000 words a second in batches, 13 000 one by one.
_BATCH = 64


@dataclass(frozen=True, slots=True)
class Word:
    """Characters `[start, end)` of a sentence; `pos` is the word's part of speech in Universal Dependencies."""

    start: int
    end: int
    text: str
    pos: str

    @property
    def lower(self) -> str:
        """The word in small letters."""
        return self.text.lower()

    @property
    def is_verb(self) -> bool:
        """Whether it is a verb, also an auxiliary."""
        return self.pos in ("VERB", "AUX")

    @property
    def is_noun(self) -> bool:
        """Whether a phrase may be about it."""
        return self.pos in ("NOUN", "PROPN") and len(self.text) > 1 and not self.text[0].isdigit()


def tagged(texts: Sequence[str]) -> Iterator[tuple[Word, ...]]:
    """The words of each text, marks included."""
    for doc in _tagger().pipe(texts, batch_size=_BATCH):
        yield tuple(Word(token.idx, token.idx + len(token), token.text, token.pos_) for token in doc if token.text.strip())


@functools.cache
def _tagger() -> "Language":
    # Loaded with the first sentence that has a figure: most commands read none.
    from corpus.swedish import pipeline

    return pipeline.load(parts=["tags"])
