"""When two names name one project: within a report and where reports meet.

Quotes, dashes, capitals, genitives and a word before it ("projektet", "programmet") are no part of a name. What counts
it on is: "Kompetensbryggan 2" follows "Kompetensbryggan", "etapp II" is not "etapp I", a programme of 2021–2027 is not
that of 2014–2020.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from corpus.model import Project

#: What may stand before a name and tells what it names; compounds of these too ("samverkansprojektet").
KINDS = "projekt|program|satsning|initiativ|koncept|kampanj|utlysning|temaår"
_PREFIX = re.compile(rf"(?:[^\W\d_]*(?:{KINDS})(?:et|met|en|n)?)\s+(?=\S)", re.IGNORECASE)
_MARKS = re.compile("[\"”“„»«*'’‘`®™!?()\\[\\]]")
_JOINTS = re.compile(r"[\s\-‐‑–—_/:,]+")
_PERIOD = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[-‐‑–—]\s?((?:19|20)?\d\d)(?!\d)")
_PLAN = re.compile(r"(\w*(?:strategi|program|agenda|plan|analys|strukturbild))(?:n|en|met|er)?s?")
_WHOSE = {
    **dict.fromkeys(("regionala", "regionalt", "länets", "regionens"), "regional"),
    **dict.fromkeys(("nationella", "nationellt"), "nationell"),
    **dict.fromkeys(("kommunala", "kommunalt", "kommunens", "stadens"), "kommunal"),
}
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

    def names_the_same(self, other: "Name") -> bool:
        """Whether both name one thing: the same words, but for a genitive, and no two periods."""
        if not self.words or not other.words or (self.period and other.period and self.period != other.period):
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
    """Whether two reports speak of one project.

    The name of one is among the names of the other; an alias that both have says so too, unless it is short: two
    projects may share an abbreviation.
    """
    mine, theirs = names_of(left), names_of(right)
    if any(same_name(left.name, name) for name in theirs) or any(same_name(right.name, name) for name in mine):
        return not _apart(left.name, right.name)
    shared = any(same_name(a, b) for a in left.aliases for b in right.aliases if len(a) >= _TELLING)
    return shared and not _apart(left.name, right.name)


def names_of(project: Project) -> tuple[str, ...]:
    """A project's name and aliases."""
    return (project.name, *project.aliases)


def is_named_in(project: Project, text: str) -> bool:
    """Whether a text speaks of a project by one of its names, in the genitive or not.

    A longer name that begins with this one is another's: "Kompetensbryggan 2" does not name "Kompetensbryggan".
    """
    return any(mention(name).search(text) for name in names_of(project))


@lru_cache(maxsize=_REMEMBERED)
def mention(name: str) -> re.Pattern[str]:
    """What finds a name in running text: in capitals as it is written, an abbreviation exactly."""
    words = r"[\s-]+".join(re.escape(word) for word in re.split(r"[\s-]+", name.strip()) if word)
    flags = re.NOFLAG if name.isupper() or len(name.split()) == 1 else re.IGNORECASE
    return re.compile(rf"(?<!\w){words}s?(?!\w)(?!\s(?:\d{{1,2}}(?:\.\d)?|[IVX]{{1,4}})(?![\w%.,]))", flags)


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


def _apart(left: str, right: str) -> bool:
    """Whether two names name two periods of a programme, whatever aliases they share."""
    a, b = name_of(left).period, name_of(right).period
    return bool(a and b and a != b)
