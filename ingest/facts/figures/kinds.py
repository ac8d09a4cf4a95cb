"""What kind of number a figure is: what came out, what is aimed at, expected, set aside, granted or only estimated."""

import re
from dataclasses import dataclass

from corpus.model import FigureKind
from ingest.facts.figures.clauses import Clause

MONEY = frozenset({"SEK", "EUR", "USD"})


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that tell a kind; `money`: of money only, for "35 företag har beviljats stöd" counts firms."""

    pattern: re.Pattern[str]
    kind: FigureKind
    money: bool = False


def _sign(words: str, kind: FigureKind, money: bool = False) -> Sign:
    return Sign(re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE), kind, money)


#: The first sign that stands in the words around the number decides; without any, the number is what came out.
SIGNS = (
    _sign(
        r"\w*prognos\w*|beräknas|beräknad[e]?|beräknat|förvänta\w*|vänta[sdt]e?|bedöms|framtida|kommer (?:\w+ ){0,2}att"
        r"|räknar (?:\w+ )?med|planera[srt]|skulle bli|anta[sr]|räkna[sr]?(?: \w+)? med",
        "forecast",
    ),
    _sign(
        r"uppskatt\w+|skattning\w*|(?:hade|skulle) (?:\w+ )?behöv[at]\w*|i storleksordningen|överslag\w*|schablon\w*"
        r"|kalkyl\w*",
        "estimate",
    ),
    _sign(
        r"(?:\w+)?mål(?:et|en|värde\w*|nivå\w*|tal\w*)?s?|målsättning\w*|ska|skall|senast den|siktar|strävar",
        "target",
    ),
    _sign(
        r"bevilja\w*|\w*bidrag\w*|\w*stöd(?:et|en|s)?|medfinansier\w+|utbetal\w+|betalats ut|tilldela\w*|erhåll\w+"
        r"|erbjöd\w*",
        "grant",
        money=True,
    ),
    _sign(
        r"\w*budget\w*|\w*anslag\w*|ram(?:en|ar)?|avsatt\w*|avsätt\w*|avsätter|satsa\w*|satsning\w*|finansiering\w*"
        r"|bonus\w*|\w+bonusen|omsluter",
        "budget",
        money=True,
    ),
)
#: What a column's head calls its numbers.
_HEADS: tuple[tuple[re.Pattern[str], FigureKind], ...] = (
    (re.compile(r"\bprognos|\bbedömt utfall|\bförvänta|\bväntad|\bberäknad", re.IGNORECASE), "forecast"),
    (re.compile(r"\bmål(?:et|värde|nivå|tal)?\b|\bambition|\bmålvärde", re.IGNORECASE), "target"),
    (re.compile(r"\bavvikelse|\bdifferens|\bförändring|\butfall|\bresultat\b|\bbokslut", re.IGNORECASE), "outcome"),
    (re.compile(r"budget|\bplan\b|\bram\b|\banslag", re.IGNORECASE), "budget"),
    (re.compile(r"\bkalkyl|\buppskatt", re.IGNORECASE), "estimate"),
)
_GRANTED = re.compile(r"bevilja|\bbidrag|\w+bidrag|utbetal|\w*stöd\b", re.IGNORECASE)


#: Money that is neither granted nor set aside, whatever its sentence says besides.
_OTHER = re.compile(r"investering|kostnad|intäkt|omsättning|omsatte|underskott|överskott|resultat", re.IGNORECASE)
#: What an outcome is only compared with: "3,4 miljoner kronor lägre än budget".
_COMPARED = re.compile(
    r"\b(?:än|mot|under|över|inom|till|jämfört med|av|i)\s(?:\w+\s)?(?:\w*budget\w*|mål\w*|\w*prognos\w*"
    r"|kalkylen|ramen?)\b.*",
    re.IGNORECASE | re.DOTALL,
)
#: What a clause of its own says of other things: "… sex kommuner sina planer för hur de ska stärka".
_SUBORDINATE = re.compile(r"\b(?:hur|som|att|eftersom|om|så att|när|trots att|vilket)\s.*", re.IGNORECASE | re.DOTALL)
#: A part of an amount that was told before is of the same kind.
_PART = re.compile(r"(?:varav|var av|vara|därav|fördelat på|av dessa|av dem)\W*$", re.IGNORECASE)


def kind_of(clause: Clause, unit: str, sentence: str) -> FigureKind:
    """The kind of a number of running text: its own words tell first, then its clause's, then its sentence's.

    Args:
        clause: the clause that the number stands in.
        unit: its unit.
        sentence: the whole sentence, which tells only that money was granted or set aside.
    """
    money = unit in MONEY
    own = clause.before + " " + _SUBORDINATE.sub("", _COMPARED.sub("", clause.after))
    leading = _COMPARED.sub("", clause.text[clause.start : clause.low])
    told = _told(own, money) or _told(leading, money)
    if told is None and _PART.search(clause.text[: clause.start]):
        told = _told(_COMPARED.sub("", sentence[: clause.start]), money)
    if told:
        return told
    if money and not _OTHER.search(own):
        said = _COMPARED.sub("", sentence)
        return next((sign.kind for sign in SIGNS if sign.money and sign.pattern.search(said)), "outcome")
    return "outcome"


def kind_of_row(label: str) -> FigureKind | None:
    """The kind that a row's label tells where its column's head says nothing: "Väntade arbetstillfällen"."""
    kind = next((kind for pattern, kind in _HEADS if pattern.search(label)), None)
    return kind if kind in ("forecast", "budget") else None


def _told(text: str, money: bool) -> FigureKind | None:
    return next((sign.kind for sign in SIGNS if (money or not sign.money) and sign.pattern.search(text)), None)


def kind_of_column(head: str, about: str, unit: str) -> FigureKind | None:
    """The kind of a table's number as its column's head tells it; None where head and topic say nothing.

    Args:
        head: the column's head.
        about: the row's label, the table's caption and heading.
        unit: the number's unit.
    """
    told = next((kind for pattern, kind in _HEADS if pattern.search(head)), None)
    changed = re.search(r"avvikelse|förändring", head, re.IGNORECASE)
    if told in (None, "outcome") and unit in MONEY and not changed and _GRANTED.search(f"{head} {about}"):
        return "grant"
    return told
