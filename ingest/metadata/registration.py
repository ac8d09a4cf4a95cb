"""The registration number (diarienummer) of a report."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.metadata.evidence import Clue, Place

_NUMBER = r"(?:[A-ZÅÄÖ]{1,6}[ \-/]?)?\d{2,4}\s?[/:\-–]\s?[A-ZÅÄÖ]{0,4}\d{1,6}(?:[-/.:]\d{1,5})?"
#: A number that is named as one: "Dnr KS 2023/449", "Diarienummer: RS 2021-0123", "Ärendenr 540-1234-2021".
LABELLED = re.compile(
    rf"\b(?:diarie(?:nummer|nr)?|dnr|ärende(?:nummer|nr)|reg(?:istrerings)?\.?\s?(?:nummer|nr))\b\.?\s*:?\s*({_NUMBER})",
    re.IGNORECASE,
)
#: A register's letters, a year and a running number need no name: "RS 2021/123", "KS/2021/45". Numbers of series and
#: books look the same.
BARE = re.compile(r"(?<![\w/])((?!ISSN|ISBN|ISO )[A-ZÅÄÖ]{2,6}[ /](?:19|20)\d\d[/-]\d{1,6})(?![\w/])")
_PLACES = frozenset({Place.TITLE, Place.FRONT, Place.COVER, Place.OPENING})


def find_registration_number(clues: Sequence[Clue]) -> str | None:
    """The first number named as a registration number; else a bare one, if the opening holds no other.

    Body text is not asked: it speaks of other matters' numbers.
    """
    texts = [clue.text for clue in clues if clue.place in _PLACES]
    # The label and its number may stand on two lines of a cover.
    for text in (*texts, *(f"{one} {two}" for one, two in pairwise(texts))):
        if named := LABELLED.search(text):
            return _tidy(named[1])
    bare = {_tidy(found[1]) for text in texts for found in BARE.finditer(text)}
    return bare.pop() if len(bare) == 1 else None


def _tidy(number: str) -> str:
    return re.sub(r"\s*([/:\-–])\s*", r"\1", " ".join(number.split()))
