"""The clauses of a sentence, and the stretch around one number that no other number shares."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.swedish.numbers import Number

#: Where one clause ends and another begins. A comma inside a number has no space after it; brackets hold a clause of
#: their own; what follows "jämfört med" and the like is the other side of a comparison.
_BORDER = re.compile(
    r"[,;:]\s+|\s[–—-]\s|\s*\((?=\D|\d)|\)\s*|\.\s+(?=[A-ZÅÄÖ])"
    r"|\s(?:men|medan|varav|var av|vara(?=\s\d)|vilket|vilka|samt att|och att|där|då|jämfört med"
    r"|att jämföra med|(?:mot|över|under)(?=\s(?:målet|målen|budget\w*|prognosen|kalkylen)\s\D{0,12}\d)"
    r"|mot(?=\s\d)|från(?=\s\d))(?=\s)",
    re.IGNORECASE,
)
#: "… och i Övertorneå 55 procent", "… och 9 har inletts": the second half has a number, place or year of its own.
_JOINED = re.compile(
    r"\s(?:och|samt)(?=\s(?:i\s[A-ZÅÄÖ]|har\s|hade\s|är\s|var\s|under\s\d{4}|år\s\d{4}|\d{4}\s|målet\s"
    r"|budgeten\s|prognosen\s|av\s(?:dessa|dem)\s|\d+ av\s))"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """Characters `[start, end)` of a text in which `number` stands, and what of it no other number shares.

    `low` is where the number before it ends, or the clause begins; `high` where the number after it begins, or the
    clause ends.
    """

    text: str
    start: int
    end: int
    number: Number
    low: int
    high: int

    @property
    def whole(self) -> str:
        """The clause's words."""
        return self.text[self.start : self.end]

    @property
    def own(self) -> str:
        """The words around the number that no other number shares."""
        return self.text[self.low : self.high]

    @property
    def before(self) -> str:
        """The words before the number, after the one before it."""
        return self.text[self.low : self.number.start]

    @property
    def after(self) -> str:
        """The words after the number, before the next."""
        return self.text[self.number.end : self.high]


def clauses_of(text: str, found: Sequence[Number]) -> list[Clause]:
    """The clause of each amount among a sentence's numbers, in their order."""
    spans = [(number.start, number.end) for number in found]
    borders = [
        match.span()
        for pattern in (_BORDER, _JOINED)
        for match in pattern.finditer(text)
        if not any(start < match.end() and match.start() < end for start, end in spans if match[0].strip() != "")
    ]
    amounts = [number for number in found if number.form == "amount"]
    clauses = []
    for number in amounts:
        start = max((end for _, end in borders if end <= number.start), default=0)
        end = min((begin for begin, _ in borders if begin >= number.end), default=len(text))
        low = max((other.end for other in amounts if start <= other.start < number.start), default=start)
        high = min((other.start for other in amounts if number.end <= other.start < end), default=end)
        clauses.append(Clause(text, start, end, number, low, high))
    return clauses
