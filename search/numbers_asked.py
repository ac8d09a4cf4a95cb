"""Which numbers answer a question that asks for one."""

import re
from dataclasses import dataclass

from search.query import Query

_NUMERAL = r"(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv)"


@dataclass(frozen=True, slots=True)
class Fitting:
    """What a fitting number looks like, and what having one is worth beside all of the question's words (1).

    A number with the unit that was asked for nearly tells by itself that the sentence answers; a bare number may count
    anything, and needs one of the question's words beside it (`alone` is false).
    """

    pattern: re.Pattern[str]
    worth: float
    alone: bool


#: On the judged questions whose best sentence these decide (8 of 42 on report texts), .3 to .8 choose the same.
_MEASURED, _COUNTED = 0.5, 0.3
_MONEY = re.compile(
    r"\d[\d\s.,]*(?:(?:miljon|miljard|tusen)\w*\s*)?(?:kr\b|kronor|[tm]kr\b|mnkr\b|m?sek\b|euro\b|eur\b|miljon|miljard|:-)",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\d\s?(?:%|procent)", re.IGNORECASE)
_TIME = re.compile(
    rf"(?:\d|\b(?:ett?|{_NUMERAL})\b)\W{{0,2}}\w{{0,10}}\s?(?:år|månad|veck|dag|dygn|timm|minut)", re.IGNORECASE
)
#: Any number but a bare year.
_COUNT = re.compile(rf"(?<![\d.,])(?!(?:19|20)\d\d(?!\d))\d|\b{_NUMERAL}\b", re.IGNORECASE)
#: What a question for a number speaks of, and which numbers then fit; the first that its words match.
_ASKED: tuple[tuple[re.Pattern[str], Fitting], ...] = (
    (
        re.compile(
            r"\b(?:kosta\w*|kostnad\w*|pengar\w*|kronor|belopp\w*|summa\w*|budget\w*|finansier\w*|anslag\w*|intäkt\w*"
            r"|omsätt\w*|bidrag\w*|pris\w*)\b",
            re.IGNORECASE,
        ),
        Fitting(_MONEY, _MEASURED, alone=True),
    ),
    (re.compile(r"\b(?:\w*andel\w*|procent\w*)\b", re.IGNORECASE), Fitting(_SHARE, _MEASURED, alone=True)),
    (re.compile(r"\b(?:lång tid|länge|gammal|gamla|ålder)\b", re.IGNORECASE), Fitting(_TIME, _MEASURED, alone=True)),
    (re.compile(""), Fitting(_COUNT, _COUNTED, alone=False)),
)


def fitting(query: Query) -> Fitting | None:
    """What a number that answers looks like; None where the question asks for none."""
    if not query.wants_number:
        return None
    return next(numbers for words, numbers in _ASKED if words.search(query.sought))
