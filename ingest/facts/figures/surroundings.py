"""A number of running text with the words around it: what a measure is looked for in."""

from collections.abc import Sequence

from ingest.facts.figures.clauses import Clause
from ingest.facts.figures.kinds import MONEY
from ingest.facts.figures.phrases import LONGEST, is_telling, phrase_of, subject, text_of
from ingest.facts.figures.words import Word

#: Pronouns that may stand for what the heading names.
_PRONOUNS = frozenset("den det denna detta dessa dem de vilka vilket".split())
#: "av länets fjorton kommuner": at most so many words part a number from the one that it is a part of.
OF_MANY = 3


class Around:
    """A number at `words[first:end]` in its clause, which begins at `start`.

    Between `low` and `high` stands what no other number shares; of "fyra av sju mål" both speak of the goals.
    """

    __slots__ = ("clause", "end", "first", "high", "low", "money", "start", "unit", "words")

    def __init__(self, clause: Clause, words: Sequence[Word], unit: str) -> None:
        self.clause, self.words, self.unit, self.money = clause, words, unit, unit in MONEY
        self.first, self.end = self.at(clause.number.start), self.at(clause.number.end)
        self.start, self.low, self.high = self.at(clause.start), self.at(clause.low), self.at(clause.high)
        between = words[self.end : self.high]
        of = len(between) in range(1, OF_MANY + 1) and between[0].lower == "av"
        if of and all(word.pos in ("ADP", "ADV", "DET", "NOUN") for word in between):
            self.high = self.at(clause.end)

    def at(self, offset: int) -> int:
        """The first word that does not end before the character at `offset`."""
        words = self.words
        return next((n for n, word in enumerate(words) if word.end > offset and word.start >= offset - 1), len(words))

    def subject(self) -> str:
        """What the clause is about before the number; empty where it does not say."""
        own = subject(self.words, self.low, self.first)
        return text_of(subject(self.words, self.start, self.low) if own == [] else own)

    def points(self) -> bool:
        """Whether a pronoun stands in the place of what the clause is about."""
        return subject(self.words, self.start, self.first) is None

    def earlier(self) -> str:
        """What the sentence is about before the number's clause: before a clause with "som" that stands between."""
        inserted = self.clause.text.find(", som ")
        between = 0 < inserted < self.clause.start - len(", som ")
        return text_of(subject(self.words, 0, self.at(inserted) if between else self.start))

    def pointed(self) -> str:
        """What a pointing clause says of what it points to."""
        own = [*self.words[self.low : self.first], *self.words[self.end : self.high]]
        return text_of(phrase_of([word for word in own if word.is_noun or word.pos in ("ADJ", "ADP")], LONGEST // 2))

    def is_pointing(self) -> bool:
        """Whether the sentence names nothing itself, or only by a pronoun."""
        nouns = [word for word in self.words if is_telling(word)]
        return not nouns or any(word.pos == "PRON" and word.lower in _PRONOUNS for word in self.words)
