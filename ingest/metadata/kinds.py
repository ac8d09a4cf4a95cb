"""What kind of report it is."""

import re
from collections import defaultdict
from collections.abc import Sequence

from corpus.model import ReportKind
from ingest.metadata.evidence import Clue, Place

#: Words that tell a kind and how much each is worth; a plain word ("plan") yields to a telling one ("delårsrapport").
RULES: tuple[tuple[str, ReportKind, float], ...] = (
    (
        r"delårs(?:rapport|bokslut|redovisning|uppföljning)|(?:tertial|kvartals?|månads|halvårs)rapport",
        "interim_report",
        5,
    ),
    (r"(?:tertial|kvartals?|halvårs)(?:uppföljning|bokslut|redovisning)", "interim_report", 4),
    (r"årsredovisning|årsredogörelse|årsbokslut|årsrapport|helårsrapport", "annual_report", 5),
    (r"verksamhetsberättelse|bokslut\b", "annual_report", 3),
    (r"protokoll+\b|minnesanteckningar|mötesanteckningar", "minutes", 5),
    (r"revisionsberättelse|revisionsrapport|granskningsrapport|granskningsredogörelse", "audit", 6),
    (r"rapportsammandrag|\bgransknings?|stadsrevisionen|revisorernas?\b|lekmannarevis", "audit", 2),
    (r"återrapportering|avrapportering|slutrapport|lägesrapport|uppföljningsrapport|slutredovisning", "follow_up", 4),
    (r"uppföljning|utvärdering|måluppföljning", "follow_up", 2),
    (r"mål och budget|budget(?:förslag|underlag)?\b|ekonomisk flerårsplan", "budget", 3),
    (r"handlingsplan|verksamhetsplan|trafikförsörjningsprogram|översiktsplan|åtgärdsplan|kulturplan", "plan", 3),
    (r"\w{2,30}plan\b|\bplan för\b|handlingsprogram|\w{2,30}program\b", "plan", 1.5),
    (r"utvecklingsstrategi|\w{0,30}strategi\b|policy\b|vision \d{4}", "strategy", 3),
    (
        r"sårbarhetsanalys|utredning|kartläggning|förstudie|konsekvensanalys|nulägesanalys|\w{2,30}analys\b",
        "investigation",
        2.5,
    ),
    (r"statisti[ks]|nyckeltal|befolkningsprognos|i siffror", "statistics", 2.5),
)
_COMPILED = tuple(
    (re.compile(rf"(?:\b|(?<=\w)){pattern}", re.IGNORECASE), kind, worth) for pattern, kind, worth in RULES
)
#: What a word is worth more or less for standing where it stands.
WEIGHTS = {
    Place.TITLE: 10.0,
    Place.PROPERTY: 4.0,
    Place.FRONT: 4.0,
    Place.NAME: 3.0,
    Place.COVER: 1.0,
    Place.OPENING: 0.1,
}
#: Evidence under this much is none: a word or two in a cover's text.
ENOUGH = 4.0


def find_kind(clues: Sequence[Clue]) -> ReportKind:
    """The kind that most evidence speaks for; `other` where little does."""
    scores: dict[ReportKind, float] = defaultdict(float)
    for place, weight in WEIGHTS.items():
        # Each rule counts once a place, or a word used often would outweigh the title.
        text = "\n".join(clue.text for clue in clues if clue.place is place)
        for pattern, kind, worth in _COMPILED:
            if pattern.search(text):
                scores[kind] += worth * weight
    best = max(scores, key=lambda kind: (scores[kind], kind), default=None)
    return best if best is not None and scores[best] >= ENOUGH else "other"
