"""What the columns of a table say: which hold labels, which numbers, and of what unit, time and kind these are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.model import Period, PeriodBasis, Table
from corpus.swedish import numbers
from corpus.swedish.numbers import Unit, header_unit
from corpus.swedish.numbers.units import TIMES
from ingest.facts.figures.cells import is_marks, numbers_of
from ingest.facts.figures.times import Frame, Time, shifted, times_in

#: Heads of the columns of goal tables that say what is measured.
_MEASURES = re.compile(
    r"(?:^|: )(?:styrmått|mått|indikator(?:er)?|nyckeltal|resultatmått|målindikator|mätetal|effektmål"
    r"|nämndens mål|mål och mått"
    r"|målsättning)$",
    re.IGNORECASE,
)
#: Heads of columns that number the rows.
_COUNTS_ROWS = re.compile(r"(?:nr|nummer|löpnr|löpnummer|#)\.?$", re.IGNORECASE)
_SCALES = (
    (re.compile(r"(?<!\w)(?:tusental|tusentals|1000-tal|1 000-tal)(?!\w)", re.IGNORECASE), 1e3),
    (re.compile(r"(?<!\w)(?:miljoner|miljontal)(?!\w)", re.IGNORECASE), 1e6),
)
_ACCUMULATED = re.compile(r"(?<!\w)(?:ack(?:umulera[dt]\w*|\.)?|perioden\w*|hittills|period)(?!\w)", re.IGNORECASE)
_YEARLY = re.compile(r"(?<!\w)(?:helår\w*|årsbudget|årsprognos|årsutfall)(?!\w)|^(?:budget|prognos)$", re.IGNORECASE)
_PERIOD = re.compile(r"(?<!\w)(?:period\w*|ack\w*)(?!\w)", re.IGNORECASE)
_PER = re.compile(r"\s(?:per|/)\s?(?P<per>\w+)", re.IGNORECASE)
_SHARE = re.compile(r"(?<!\w)andel(?:en)?(?!\w)", re.IGNORECASE)
#: Words for the sort of number a column holds; they do not say what is measured.
_SORTS = re.compile(
    r"(?<!\w)(?:utfall(?:et)?|budget(?:en)?|prognos(?:en)?|bokslut|helår(?:et)?|år|ack(?:umulerat|\.)?"
    r"|mål(?:värde|nivå)?|resultat|fg|aktuell|motsvarande|perioden?s?|period|kr|tkr|mnkr|mkr|mdkr"
    r"|(?:i )?miljoner kronor|(?:i )?miljarder kronor|(?:i )?procent(?! av)|%|tusental|miljoner|antal|st|belopp i"
    r"|helår|jan|feb|mar|apr"
    r"|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    r"|tertial|kvartal)(?!\w)|%",
    re.IGNORECASE,
)
#: What a label or caption adds in a sentence or bracket of its own: its unit, how it was computed.
_ASIDE = re.compile(
    r",\s(?:i\s)?(?:årlig|årliga|procentuell|procent|miljoner|miljarder|tusental|tkr|mnkr|mkr|mdkr|kr|index|årsgenomsnitt)\b[^,]*"
    r"|\s(?-i:Årlig|Årliga|Procentuell|Procent|Miljoner|Miljarder|Tusental|Index|Antal|Belopp|Kronor)\b.*$"
    r"|\s?\((?:%|kr|tkr|mnkr|mkr|st|antal|procent)\).*$|\s(?:om (?:ej|inte) annat|i procent)\b.*$|\.\s+[A-ZÅÄÖ].*$",
    re.IGNORECASE | re.DOTALL,
)
_BRACKET = re.compile(r"\s*\((?P<told>[^()]*)\)")
_INDEXED = re.compile(
    r",?\s*(?:\d{4}(?:-\d\d-\d\d)?|[a-zåäö]+ \d{4}|medelvärde)?\s*=\s*100\b|(?<!\w)index(?:tal|värde)?(?!\w)",
    re.IGNORECASE,
)
#: A word that says something, unlike "jämfört med".
_WORDS = re.compile(r"(?<!\w)(?!(?:jämfört|med|mot|än|per|av|för|och)(?!\w))[^\W\d]{2,}", re.IGNORECASE)
_MARKS = re.compile(r"[*†¹²³⁴]+$")
#: The number of a caption, and of a heading; a topic that only points to the rows: "per kommun".
_NUMBERED = re.compile(
    r"^(?:(?:tabell|diagram|figur)\s+[a-z]?\d+[a-z]?(?:[.:]\d+)*[.:]?\s*|\d+(?:\.\d+)*\.?\s+)", re.IGNORECASE
)
_PER_ROW = re.compile(r"\s(?:per|efter|fördelat på)\s[a-zåäö]+(?=[,.]|$)")
_PERCENTAGES = re.compile(r"procentuell", re.IGNORECASE)
#: A unit of time that a head gives stands apart: "Väntetid, dagar", "Tid (minuter)".
_TIMED = re.compile(r"[,(]\s*(?:i\s)?(?P<unit>\w+)\)?\s*$")
_AMOUNT = re.compile(r"(?<!\w)belopp(?:et)?(?!\w)", re.IGNORECASE)
#: From here on a column called "Belopp" holds whole kronor: in thousands it would speak of milliards.
_WHOLE_KRONOR = 1e6


@dataclass(frozen=True, slots=True)
class Column:
    """A column that holds numbers.

    `topic` is what is left of its head when unit, time and sort are taken out ("Beviljat stöd, tkr" → "Beviljat stöd").
    """

    index: int
    head: str
    topic: str
    unit: Unit | None
    time: Time | None


def number_columns(table: Table, frame: Frame) -> list[Column]:
    """The columns in which more cells hold numbers than words."""
    columns = []
    for index in range(max((len(row) for row in table.rows), default=0)):
        cells = [row[index] for row in table.rows if index < len(row) and row[index].strip()]
        numeric = sum(bool(numbers_of(cell)) for cell in cells)
        head = table.header[index] if index < len(table.header) else ""
        marks = (index == 0 and is_marks(cells)) or _COUNTS_ROWS.match(head.strip())
        if not numeric or marks or _MEASURES.search(head):
            continue
        if index == 0 and 2 * numeric <= len(cells):
            continue
        columns.append(_column(index, head, cells, frame))
    return columns


def measure_column(table: Table) -> int | None:
    """The column of a goal table that says what is measured."""
    return next((at for at, head in enumerate(table.header) if _MEASURES.search(head.strip())), None)


def unit_in(text: str) -> Unit | None:
    """The unit that a head, label or caption gives its numbers; amounts within it ("100 Mbit/s 2024") give none."""
    if _PERCENTAGES.search(text):
        return Unit("percent")
    if _INDEXED.search(text):
        return Unit("index")
    bare = _without_amounts(text)
    unit = header_unit(bare)
    if unit and unit.per is None and _PER.search(bare):
        unit = header_unit(_PER.sub(" ", bare))  # "Lönekostnad per årsarbetare" is no number of these.
    if unit and unit.name in TIMES:
        timed = _TIMED.search(bare)
        apart = header_unit(timed["unit"]) if timed else None
        unit = (
            apart if apart and apart.name in TIMES else None
        )  # "Arbetskostnad per timme" is money, "Arbetade timmar" counts.
    scale = next((scale for pattern, scale in _SCALES if pattern.search(bare)), None)
    if scale and (unit is None or unit.name == "count"):
        return Unit("count", scale)
    if unit is None and _SHARE.search(text):
        return Unit("percent")
    return unit


def per_of(label: str) -> str | None:
    """What a label counts its money by: "Lönekostnad per årsarbetare"."""
    match = _PER.search(label)
    return match["per"].lower() if match else None


def topic_of(text: str, frame: Frame) -> str:
    """What a head or caption says besides units, times and sorts of numbers."""
    rest = _ASIDE.sub("", _NUMBERED.sub("", text))
    for time in reversed(times_in(rest, frame)):
        rest = rest[: time.start] + rest[time.end :]
    rest = _BRACKET.sub(lambda match: "" if header_unit(match["told"]) else match[0], rest)
    rest = _PER_ROW.sub("", _SORTS.sub(" ", rest))
    rest = re.sub(r"\(\s*\)|\s+(?=[,.;:)])|(?<=\s)per\s*$", "", rest)
    rest = " ".join(rest.split()).strip(" ,.;:–-/*")
    rest = rest if rest.count("(") == rest.count(")") else rest.strip("()")
    return rest if _WORDS.search(rest) else ""


def label_of(text: str) -> str:
    """What a row's label says besides its unit, its index's base and the marks of notes."""
    rest = _MARKS.sub("", text.strip())
    return " ".join(_ASIDE.sub("", _INDEXED.sub("", rest)).split()).strip(" ,.;:–-/*") or rest


def basis_of(head: str, time: Time | None, frame: Frame) -> tuple[Period | None, PeriodBasis | None]:
    """The period of a column's numbers and what they hold over.

    In an interim report, columns of the whole year ("Helår", "Budget", "Prognos") stand beside accumulated ones.
    """
    if time:
        earlier = frame.period and _PERIOD.search(head) and time.basis == "full_year" and frame.basis == "period"
        if earlier and frame.period and time.period.end.year < frame.period.end.year:
            return shifted(frame.period, time.period.end.year), "period"
        so_far = _ACCUMULATED.search(head) and time.basis == "full_year"
        if so_far and frame.period and time.period.start.year == frame.period.start.year:
            return frame.period, "period"
        return time.period, time.basis
    if _YEARLY.search(head.strip()) and frame.full_year:
        return frame.full_year, "full_year"
    return frame.period, frame.basis


def _column(index: int, head: str, cells: Sequence[str], frame: Frame) -> Column:
    times = times_in(head, frame)
    time = times[0] if len(times) == 1 else _spanned(times)
    unit = unit_in(head)
    if unit is None and _AMOUNT.search(head):
        values = [abs(number.value) for cell in cells for number in numbers_of(cell)]
        unit = Unit("SEK") if values and max(values) >= _WHOLE_KRONOR else None
    return Column(index, head, topic_of(head, frame), unit, time)


def _spanned(times: Sequence[Time]) -> Time | None:
    """The last of several times in a head: "jan-mar 2026" is read as one, "2019: 31 december" as the day."""
    return times[-1] if times else None


def _without_amounts(text: str) -> str:
    rest = text
    for number in reversed(numbers.find(text)):
        if number.unit and number.form == "amount":
            rest = rest[: number.start] + " " * (number.end - number.start) + rest[number.end :]
    return rest
