"""Where a figure holds: the place that its clause, sentence or heading names, else its publisher's own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.swedish import places
from ingest.facts.figures.clauses import Clause
from ingest.facts.figures.pairing import paired

#: Areas that are no municipality or county, by the words that name them.
_AREAS = (
    (r"(?:hela |i )landet(?! norr| runt)|Sveriges?|nationellt|nationella nivån|riket|svensk[at]?(?= ekonomi"
        r"| hushåll)", "Sverige"),
    (r"[Ss]tödområde(?:t)? [AB]", ""),
    (r"(?:Övre|Mellersta) Norrlands?|Swedish Laplands?|Norra Mellansverige|Småland med öarna|Västsverige"
        r"|Sydsverige", ""),
    (r"USA|Storbritanniens?|Tysklands?|Norges?|Danmarks?|Finlands?|Kinas?|Japans?|Greklands?"
        r"|Spaniens?|Italiens?|Frankrikes?", ""),
    (r"[Ee]uroområdet", "euroområdet"),
    (r"(?:inom |i )EU\b|EU:s", "EU"),
    (r"globalt|globala?|i världen|världsekonomin|omvärlden", "världen"),
)  # fmt: skip
_AREA = re.compile("|".join(rf"(?P<a{at}>(?<!\w)(?:{words})(?!\w))" for at, (words, _) in enumerate(_AREAS)))
#: "Region Norrbotten", "Luleå kommun", "Borlänge kommun", "Göteborgs Stad": whose report it is tells where it holds.
_PUBLISHER = re.compile(
    r"^(?:Region|Regionförbundet|Landstinget|Länsstyrelsen(?: i)?) (?P<region>[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?)"
    r"|^(?P<town>[A-ZÅÄÖ][\w-]+?)s? (?:kommun|stad)\b",
    re.IGNORECASE,
)
#: More places than these in one breath are a list of examples, not where a number holds.
_MOST_JOINED = 3
_JOINT = re.compile(r"\s(?:och|samt)\s|,\s")
#: Columns whose cells are places even where no table of places knows them.
_PLACE_HEADS = re.compile(
    r"^(?:kommun(?:er)?|län|ort|region|stadsdel(?:sområde)?|stadsområde|land|tätort)$", re.IGNORECASE
)
_SUM = re.compile(r"^(?:summa|total|samtliga|övriga?|alla|hela|genomsnitt|medel|snitt)", re.IGNORECASE)
_WHOLE = re.compile(r"^(?:hela )?(?:länet|regionen|kommunen)(?: totalt)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Located:
    """Characters `[start, end)` of a text that name a place, and its name."""

    start: int
    end: int
    name: str


def located(text: str) -> list[Located]:
    """The places and wider areas that a text names, in order; those that "och" joins are one: "Luleå och Boden"."""
    found = [Located(one.start, one.end, one.place.name) for one in places.find(text)]
    for match in _AREA.finditer(text):
        if not any(one.start < match.end() and match.start() < one.end for one in found):
            found.append(Located(match.start(), match.end(), _area_name(match)))
    joined: list[Located] = []
    for one in sorted(found, key=lambda one: one.start):
        last = joined[-1] if joined else None
        if last and last.name.count(",") + 2 <= _MOST_JOINED and _JOINT.fullmatch(text, last.end, one.start):
            joined[-1] = Located(last.start, one.end, last.name + text[last.end : one.start] + one.name)
        else:
            joined.append(one)
    return joined


def place_in(clauses: Sequence[Clause], clause: Clause, found: Sequence[Located]) -> str | None:
    """The place of a number in running text: the one that its clause names, else the only one of its sentence.

    Args:
        clauses: the clauses of all the sentence's figures.
        clause: the number's own.
        found: the places that the sentence names.
    """
    single = [part for one in found for part in _parts(clause.text, one)]
    chosen = paired(clauses, clause, single) or paired(clauses, clause, found)
    if chosen:
        return chosen.name
    return found[0].name if len(found) == 1 else None


def home_of(publisher: str | None) -> str | None:
    """The place that a publisher's report is about where it names none; None for authorities of the whole country."""
    match = _PUBLISHER.match(publisher or "")
    if match is None:
        return None
    written = match["region"] or match["town"]
    known = places.lookup(match[0]) or places.lookup(written)
    return known.name if known else written


def place_of_row(label: str, head: str, home: str | None) -> str | None:
    """The place that a row's label is; None where it is something else.

    Args:
        label: the row's label.
        head: its column's head.
        home: the publisher's own place.
    """
    if _WHOLE.match(label):
        return home
    if is_place_head(head) and label[:1].isupper() and not _SUM.match(label):
        return label
    found = located(label)
    return found[0].name if len(found) == 1 and found[0].end - found[0].start >= len(label.strip(" *")) - 1 else None


def is_place(text: str) -> bool:
    """Whether a phrase names only a place, which says where but not what."""
    found = places.find(text)
    return len(found) == 1 and found[0].end - found[0].start == len(text)


def is_place_head(head: str) -> bool:
    """Whether a head says that its column holds places."""
    return bool(_PLACE_HEADS.match(head.strip()))


def _area_name(match: re.Match[str]) -> str:
    group = match.lastgroup or "a0"
    return _AREAS[int(group[1:])][1] or match[0].removesuffix("s" if match[0][-2:] in ("ds", "as", "ns", "es") else "")


def _parts(text: str, one: Located) -> list[Located]:
    """The members of joined places, for "Luleå och Boden har 88 respektive 70 procent"."""
    borders = [match.span() for match in _JOINT.finditer(text, one.start, one.end)]
    if not borders:
        return [one]
    starts, ends = [one.start, *(end for _, end in borders)], [*(start for start, _ in borders), one.end]
    names = _JOINT.split(one.name)
    return [Located(*member) for member in zip(starts, ends, names, strict=False)]
