"""Reads Universal Dependencies, and brings the training part, which is in version 1, to the labels of version 2."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

#: Relations that only changed their name.
_RENAMED = {
    "dobj": "obj",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "nmod:agent": "obl:agent",
    "name": "flat:name",
    "mwe": "fixed",
    "neg": "advmod",
    "foreign": "flat:foreign",
}
#: Parts of speech of version 1 (and a slip in it) where nothing else tells version 2's.
_PARTS = {"CONJ": "CCONJ", "DT": "DET"}
#: Heads of clauses: what depends on them as `nmod` is `obl` in version 2.
_PREDICATES = frozenset({"VERB", "AUX", "ADJ", "ADV"})
_AUXILIARY = frozenset({"aux", "aux:pass", "cop"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a treebank; `head` counts words of the sentence from 1, 0 is the root."""

    form: str
    upos: str
    xpos: str
    features: str
    head: int
    relation: str
    space_after: bool = True


Sentence = tuple[Word, ...]


def read(path: Path) -> list[Sentence]:
    """The sentences of a CoNLL-U (or CoNLL-X) file; words that stand for several tokens are passed over."""
    return [
        tuple(_word(row) for row in rows)
        for block in path.read_text(encoding="utf-8").split("\n\n")
        if (rows := [row for line in block.split("\n") if (row := line.split("\t"))[0].isdigit()])
    ]


def _word(row: list[str]) -> Word:
    return Word(
        row[1], row[3], row[4], "" if row[5] == "_" else row[5], int(row[6]), row[7], "SpaceAfter=No" not in row[-1]
    )


class Tags:
    """Part of speech and features of version 2 for words tagged in the tagset of SUC, which both versions keep."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        self._by_form: dict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
        self._by_tag: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        for sentence in sentences:
            for word in sentence:
                if word.relation not in _AUXILIARY:
                    self._by_form[word.form.lower(), word.xpos][word.upos, word.features] += 1
                    self._by_tag[word.xpos][word.upos, word.features] += 1

    def convert(self, word: Word) -> Word:
        """A word with version 2's tags, as they are commonest for its form and SUC tag, or for the tag alone."""
        counts = self._by_form.get((word.form.lower(), word.xpos)) or self._by_tag.get(word.xpos)
        upos, features = (
            max(counts, key=lambda tags: (counts[tags], tags))
            if counts
            else (_PARTS.get(word.upos, word.upos), word.features)
        )
        return replace(word, upos="AUX" if word.relation in _AUXILIARY else upos, features=features)


def to_version_2(sentence: Sentence, tags: Tags) -> Sentence:
    """A sentence of version 1 with the labels and attachments of version 2."""
    words = [tags.convert(replace(word, relation=_RENAMED.get(word.relation, word.relation))) for word in sentence]
    return tuple(_attach(word, place, words) for place, word in enumerate(words, 1))


def _attach(word: Word, place: int, words: list[Word]) -> Word:
    """A word with its relation and head by version 2's rules."""
    if word.relation == "nmod" and word.head and words[word.head - 1].upos in _PREDICATES:
        return replace(word, relation="obl")
    if word.relation == "cc":
        # A conjunction belongs to the conjunct that it introduces, no longer to the first one.
        following = (at for at in range(place + 1, len(words) + 1) if words[at - 1].relation == "conj")
        head = next((at for at in following if words[at - 1].head == word.head), word.head)
        return replace(word, head=head)
    return word


def is_tree(sentence: Sentence) -> bool:
    """Whether every word leads to the one root."""
    if sum(word.head == 0 for word in sentence) != 1:
        return False
    return all(_leads_to_root(sentence, place) for place in range(1, len(sentence) + 1))


def _leads_to_root(sentence: Sentence, place: int) -> bool:
    for _ in sentence:
        place = sentence[place - 1].head
        if place == 0:
            return True
    return False


def texts(sentences: Iterable[Sentence]) -> Iterator[str]:
    """Each sentence as it is written."""
    for sentence in sentences:
        yield "".join(word.form + (" " if word.space_after else "") for word in sentence).rstrip()
