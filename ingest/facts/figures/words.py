"""The words of sentences with their parts of speech, by which noun phrases are told from what stands around them."""

import functools
import re
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


#: Words that lead a noun phrase in, whatever the tagger makes of them.
_PREPOSITIONS = frozenset(
    "avseende gällande rörande angående beträffande exklusive inklusive "
    "exkl inkl jämfört motsvarande innefattande".split()
)

#: A past tense, which the tagger takes for a participle where a name or a time stands before it.
_PAST = re.compile(r".{2,}ade$")
#: A supine in the passive, which no noun looks like but those of "plats" and "sats".
_SUPINE = re.compile(r"(?!.*[ps]l?ats$).{2,}(?:[ai]ts|tts)$")

#: Words that the tagger takes for nouns where reports use them otherwise.
_TOLD_APART = {
    **dict.fromkeys(
        "överlag rejält regelbundet precist fortsatt exakt platt prick alltjämt kraftfullt marginellt".split(),
        "ADV",
    ),
    **dict.fromkeys("stabil stabila negativ negativa dramatisk glädjande förenlig förenligt förankrade".split(), "ADJ"),
    **dict.fromkeys("toppa toppar legat säg översteg förespråkade förespråka styra mätt".split(), "VERB"),
}
#: Before these parts of speech "steg" is what something did, not a step.
_STEPPED = frozenset({"CCONJ", "NOUN", "PROPN", "PUNCT"})


def tagged(texts: Sequence[str]) -> Iterator[tuple[Word, ...]]:
    """The words of each text, marks included."""
    for doc in _tagger().pipe(texts, batch_size=_BATCH):
        words: list[Word] = []
        for token in doc:
            if token.text.strip():
                pos = _mended(token.pos_, token.lower_, words[-1] if words else None)
                words.append(Word(token.idx, token.idx + len(token), token.text, pos))
        yield tuple(words)


def _mended(pos: str, lower: str, before: Word | None) -> str:
    """The part of speech where the tagger is known to err: "2021 ökade svensk BNP" has a verb, no participle."""
    if lower in _PREPOSITIONS:
        return "ADP"
    if pos in ("NOUN", "PROPN", "ADJ") and lower in _TOLD_APART:
        return _TOLD_APART[lower]
    if lower == "steg" and before is not None and before.pos in _STEPPED:
        return "VERB"
    if pos in ("NOUN", "PROPN") and _SUPINE.match(lower):
        return "VERB"
    if pos != "ADJ" or before is None or before.lower.endswith("s") or not _PAST.match(lower):
        return pos
    year = before.text.isdigit() and len(before.text) == len("2021")
    return "VERB" if year or before.pos in ("NOUN", "PROPN") else pos


@functools.cache
def _tagger() -> "Language":
    # Loaded with the first sentence that has a figure: most commands read none.
    from corpus.swedish import pipeline

    return pipeline.load(parts=["tags"])
