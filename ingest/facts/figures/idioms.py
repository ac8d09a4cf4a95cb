"""Numbers that measure nothing where they stand: addresses, marks of lists, turns of phrase, parts of spans of time."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.swedish.numbers import Number
from ingest.facts.figures.clauses import Clause

#: What stands right before a house's number.
_STREET = re.compile(
    r"[A-ZÅÄÖ][\wé-]*(?:gatan|vägen|gränden?|torget|backen|allén|stigen|kajen|platsen|leden|esplanaden|plan)\s$"
)
#: A mark without its stop before what is decided: "2 uppdra åt direktören". A past tense counts: "1 avstod".
_DECIDES = re.compile(
    r"\d{1,2}\s(?:uppdra|godkänna|fastställa|anta|avslå|bifalla|besluta|föreslå|förklara|överlämna|notera|anse|bevilja|ge"
    r"|delegera|upphäva|avskriva|rekommendera|lägga|utse|hemställa|återremittera|ställa|genomföra|tillstyrka|avstyrka)\b"
)
#: Steps of a turn of phrase, and turns of half and whole circles.
_STEPS = re.compile(r"\s+steg\s(?:fram|tillbaka|bakåt|framåt|åt|närmare|ifrån|i rätt|i fel)\b")
_TURNS = frozenset({90, 180, 360})
_DEGREES = re.compile(r"grader$", re.IGNORECASE)
#: How many of a number of months or years: a span, not a thing that is counted.
_OF_SPAN = re.compile(
    r"\s*av\s(?:de|dem|totalt)?\s?(?:\w+\s){0,2}\d+\s(?:\w+\s){0,2}(?:månader|år|veckor|dagar|kvartal)\w*",
    re.IGNORECASE,
)
#: A part of an amount of money, in whose scale it is meant: "15 av dessa 45 miljarder kronor".
_OF_MONEY = re.compile(r"\s*av\s(?:\w+\s){0,2}[\d,.\s]+(?:miljoner|miljarder|mnkr|mkr|mdkr|tkr|kronor|kr|procent)\b")
#: A part of a unit that is only told in words: "ett par tiondelar av en procentenhet".
_PART_OF = re.compile(r"(?<!\w)(?:tion|hundra)del(?:ar)?\sav\s$")
#: What "noll" can count; else it is a level, whose unit is not said: "reporäntan ligger kvar på noll".
_THINGS = re.compile(r"\s[a-zåäö]+(?:er|ar|or|na|fall|mål|barn|bolag|företag|projekt|ärenden)\b")
_POINTS = re.compile(r"\s(?:punkter|punkt)\b")
_OF_INTEREST = re.compile(r"ränt", re.IGNORECASE)


def measures_nothing(clause: Clause) -> bool:
    """Whether a clause's number is part of a name, a mark or a turn of phrase."""
    number, text = clause.number, clause.text
    before, written, after = text[: number.start], text[number.start : number.end], text[number.end :]
    if number.unit in (None, "count") and number.scale == 1:
        return bool(
            _STREET.search(before)
            or (not before.strip() and _DECIDES.match(text, number.start))
            or _STEPS.match(after)
            or _OF_SPAN.match(after)
            or _OF_MONEY.match(after)
            or (written.lower() == "noll" and not _THINGS.match(after))
        )
    if _PART_OF.search(before):
        return True
    return number.unit == "°C" and number.value in _TURNS and bool(_DEGREES.search(written))


def in_points(text: str, found: Sequence[Number]) -> list[Number]:
    """The numbers, those of points of an interest rate in these: "styrräntan höjs med 75 punkter"."""
    if not _OF_INTEREST.search(text):
        return list(found)
    return [
        replace(number, end=points.end(), unit="räntepunkter")
        if number.form == "amount"
        and number.unit in (None, "count")
        and (points := _POINTS.match(text, number.end))
        and number.scale == 1
        else number
        for number in found
    ]
