"""When two names name one project, within a report and where reports meet: the one place that decides it.

Quotes, dashes, capitals, genitives and a word before it ("projektet", "programmet") are no part of a name. What counts
it on is: "Kompetensbryggan 2" follows "Kompetensbryggan", "etapp II" is not "etapp I", a programme of 2021–2027 is not
that of 2014–2020, "Digital agenda 2020" not "Digital agenda 2015". A name that only says what kind of thing it is
("projektet", "den nya strategin") names nothing.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from corpus.model import Project

#: What undertakings are called, without endings; compounds of these too ("samverkansprojekt").
KINDS = (
    "projekt|program|satsning|initiativ|koncept|kampanj|utlysning|temaår|samarbete|nätverk|process|förstudie|uppdrag"
    "|strategi|agenda|insats|pilot|testbädd"
)
#: A word before a name that tells what it names: "projektet X", "utvecklingsstrategin X"; where only digits follow, it
#: is the name itself ("Agenda 2030").
_PREFIX = re.compile(rf"[^\W\d_]*-?(?i:{KINDS})(?:met|et|en|n|t)?\s+(?=[A-ZÅÄÖ\d])(?=.*[^\W\d_])")
_MARKS = re.compile("[\"”“„»«*'’‘`®™!?()\\[\\]]")
_JOINTS = re.compile(r"[\s\-‐‑–—_/:,]+")
_PERIOD = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[-‐‑–—]\s?((?:19|20)?\d\d)(?!\d)")
_PLAN = re.compile(r"(\w*(?:strategi|program|agenda|plan|analys|fond|satsning|projekt))(?:n|en|et|met|er)?s?")
_WHOSE = {
    **dict.fromkeys(("regional", "regionala", "regionalt", "länets", "regionens"), "regional"),
    **dict.fromkeys(("nationell", "nationella", "nationellt"), "nationell"),
    **dict.fromkeys(("kommunal", "kommunala", "kommunalt", "kommunens", "stadens"), "kommunal"),
}
#: Words that tell nothing of which undertaking is meant.
_EMPTY = frozenset("den det de en ett ny nya nytt denna detta vår vårt våra sin sitt egen egna eget gemensam".split())
_BARE = re.compile(
    rf"(?:{KINDS}|fond|plan|arbete|projektplan|handlingsplan|handlingsprogram|verksamhet)(?:n|en|et|met)?s?"
)
#: "i Norrbotten", "in Swedish Lapland", "i länet": where it is done, which a short form leaves out.
_WHERE = re.compile(r"\s(?:i|in)\s+(?:[A-ZÅÄÖ]|länet\b|regionen\b|kommunen\b)")
#: A name of fewer letters may be anyone's abbreviation.
_TELLING = 7
#: Names of names that fit in memory many times over; a large corpus has tens of thousands.
_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class Name:
    """A name as names are compared: its words folded, and the years of its period, if it says them."""

    words: tuple[str, ...]
    period: tuple[int, int] | None = None

    @property
    def is_bare(self) -> bool:
        """Whether it only says what kind of thing it is: "projektet", "den regionala strategin"."""
        owners = _WHOSE.values()
        return all(word in _EMPTY or word in owners or _BARE.fullmatch(word) for word in self.words)

    @property
    def is_plain(self) -> bool:
        """Whether it tells a plan by what plans of anyone are called: "regional utvecklingsstrategi"."""
        owners = _WHOSE.values()
        return all(word in _EMPTY or word in owners or _PLAN.fullmatch(word) for word in self.words)

    def names_the_same(self, other: "Name") -> bool:
        """Whether both name one thing: the same words, but for a genitive, and no two periods."""
        if self.is_bare or other.is_bare or (self.period and other.period and self.period != other.period):
            return False
        return self.words == other.words or _differ_in_genitive(self.words, other.words)


@lru_cache(maxsize=_REMEMBERED)
def name_of(written: str) -> Name:
    """A name as it is compared, from how it is written: ”Projektet Grön-Kust” and "grön kust" are one."""
    text = unicodedata.normalize("NFC", written).strip()
    text = _MARKS.sub("", text)
    text = _PREFIX.sub("", text, count=1) if _PREFIX.match(text) else text
    period = _PERIOD.search(text)
    years = _years(period) if period else None
    bare = _PERIOD.sub(" ", text)
    return Name(tuple(_base(word) for word in _JOINTS.split(bare.casefold()) if word.strip(".")), years)


def same_name(left: str, right: str) -> bool:
    """Whether two written names name one project; one may leave out where it is done ("… in Swedish Lapland")."""
    if name_of(left).names_the_same(name_of(right)):
        return True
    return any(_without_place(a) == name_of(b) for a, b in ((left, right), (right, left)))


def same_project(left: Project, right: Project) -> bool:
    """Whether two projects are one, by their names alone.

    The name of one is among the names of the other; an alias that both have says so too, unless it is short: two
    projects may share an abbreviation.
    """
    if _apart(left, right):
        return False
    mine, theirs = names_of(left), names_of(right)
    if any(same_name(left.name, name) for name in theirs) or any(same_name(right.name, name) for name in mine):
        return True
    return any(same_name(a, b) for a in left.aliases for b in right.aliases if len(a) >= _TELLING)


def names_of(project: Project) -> tuple[str, ...]:
    """A project's name and aliases that name it, those that only say what kind of thing it is left out."""
    return tuple(name for name in (project.name, *project.aliases) if not name_of(name).is_bare) or (project.name,)


def keys(written: str) -> frozenset[tuple[str, ...]]:
    """What a name may be looked up by: two names that are the same have one in common."""
    found = {name_of(written).words}
    short = _without_place(written)
    if short:
        found.add(short.words)
    return frozenset((*words[:-1], words[-1].removesuffix("s")) for words in found if words)


def is_telling(name: str) -> bool:
    """Whether a name is long enough to be nobody else's: an abbreviation may be."""
    return len(name) >= _TELLING


def is_own(name: str) -> bool:
    """Whether a name is nobody else's: neither short nor what plans of anyone are called."""
    return is_telling(name) and not name_of(name).is_plain


def _base(word: str) -> str:
    """The citation form of what plans are called: "regionala serviceprogrammet" is a "regional serviceprogram"."""
    plan = _PLAN.fullmatch(word)
    return plan[1] if plan else _WHOSE.get(word, word)


def _years(period: re.Match[str]) -> tuple[int, int]:
    first, last = period.groups()
    return int(first), int(last if len(last) == 4 else first[:2] + last)


def _differ_in_genitive(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    shorter, longer = sorted((left, right), key=lambda words: len(words[-1]))
    return shorter[:-1] == longer[:-1] and not shorter[-1][-1:].isdigit() and shorter[-1] + "s" == longer[-1]


def _without_place(written: str) -> Name | None:
    """The name without where it is done, if two words are left at least."""
    where = _WHERE.search(written)
    if not where:
        return None
    short = name_of(written[: where.start()])
    return Name(short.words, name_of(written).period) if len(short.words) > 1 else None


def _apart(left: Project, right: Project) -> bool:
    """Whether two projects' names give two periods of a programme, whatever aliases they share."""
    a, b = name_of(left.name).period, name_of(right.name).period
    return bool(a and b and a != b)
