"""What pages say of drafts: states, kinds of marks, kinds of blocks."""

from collections.abc import Mapping

from api.drafts.stale import MarkKind
from corpus.drafts import BlockKind, HeadingState

STATES: Mapping[HeadingState, str] = {"open": "Ej påbörjad", "started": "Pågår", "done": "Klar"}
MARKS: Mapping[MarkKind, str] = {
    "year": "årtal",
    "date": "datum",
    "amount": "belopp eller mängd",
    "percent": "andel",
    "count": "antal",
    "phrase": "tidsuttryck",
    "person": "befattningshavare",
}
BLOCKS: Mapping[BlockKind, str] = {
    "text": "Egen text",
    "stretch": "Lånat stycke",
    "rows": "Lånade tabellrader",
    "figure": "Siffra",
}
