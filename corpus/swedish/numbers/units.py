"""Units of Swedish reports, and the scale words before them ("miljoner kronor", "mnkr", "tkr")."""

import re
from dataclasses import dataclass

THOUSAND, MILLION, MILLIARD, BILLION = 1e3, 1e6, 1e9, 1e12


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its name in the contracts (None: none was written) and what the number before it is multiplied by."""

    name: str | None
    scale: float = 1.0


#: Scale words; a unit may follow.
SCALES = {
    "tusen": THOUSAND,
    "tusentals": THOUSAND,
    "miljoner": MILLION,
    "miljon": MILLION,
    "miljontals": MILLION,
    "milj.": MILLION,
    "milj": MILLION,
    "mn": MILLION,
    "miljarder": MILLIARD,
    "miljard": MILLIARD,
    "mdr": MILLIARD,
    "mrd": MILLIARD,
    "mdr.": MILLIARD,
    "biljoner": BILLION,
    "biljon": BILLION,
}
#: Units as they are written, in any case of letters.
WORDS = {
    **dict.fromkeys(("kr", "kronor", "krona", "kronors", "kronorna", "sek", "svenska kronor"), Unit("SEK")),
    **dict.fromkeys(("tkr", "kkr", "tsek", "ksek"), Unit("SEK", THOUSAND)),
    **dict.fromkeys(("mkr", "mnkr", "msek", "mnsek", "mkronor"), Unit("SEK", MILLION)),
    **dict.fromkeys(("mdkr", "mdrkr", "mdsek", "mdrsek", "md kr"), Unit("SEK", MILLIARD)),
    "öre": Unit("SEK", 0.01),
    **dict.fromkeys(("euro", "eur", "€"), Unit("EUR")),
    **dict.fromkeys(("teur", "keur", "teuro"), Unit("EUR", THOUSAND)),
    **dict.fromkeys(("meur", "meuro", "m€"), Unit("EUR", MILLION)),
    **dict.fromkeys(("usd", "dollar", "us-dollar", "amerikanska dollar"), Unit("USD")),
    **dict.fromkeys(("nok", "norska kronor"), Unit("NOK")),
    **dict.fromkeys(("dkk", "danska kronor"), Unit("DKK")),
    **dict.fromkeys(("procent", "procents", "%", "proc.", "procentig", "procentiga", "procentigt"), Unit("percent")),
    **dict.fromkeys(("promille", "‰"), Unit("promille")),
    **dict.fromkeys(
        ("procentenheter", "procentenhet", "procentenheters", "%-enheter", "%-enhet", "procent-enheter", "%enheter"),
        Unit("percentage_points"),
    ),
    **dict.fromkeys(
        ("år", "års", "åren", "årig", "åriga", "årigt", "åring", "åringar", "åringarna", "åringars", "årsperiod"),
        Unit("years"),
    ),
    **dict.fromkeys(("månader", "månad", "månaders", "månads", "månaderna", "mån"), Unit("months")),
    **dict.fromkeys(("veckor", "vecka", "veckors", "veckorna"), Unit("weeks")),
    **dict.fromkeys(("dagar", "dag", "dagars", "dagarna", "dygn", "dygns"), Unit("days")),
    **dict.fromkeys(("timmar", "timme", "timmars", "timmarna", "tim", "tim."), Unit("hours")),
    **dict.fromkeys(("minuter", "minut", "minuters", "min"), Unit("minutes")),
    **dict.fromkeys(("sekunder", "sekund", "sekunders"), Unit("seconds")),
    **dict.fromkeys(("kilometer", "kilometers", "km"), Unit("km")),
    **dict.fromkeys(("kvadratkilometer", "km2", "km²"), Unit("km²")),
    **dict.fromkeys(("mil", "mils"), Unit("mil")),
    **dict.fromkeys(("meter", "meters"), Unit("meter")),
    **dict.fromkeys(("centimeter", "cm"), Unit("cm")),
    **dict.fromkeys(("millimeter", "mm"), Unit("mm")),
    **dict.fromkeys(("kvadratmeter", "kvm", "m2", "m²"), Unit("m²")),
    **dict.fromkeys(("kubikmeter", "m3", "m³"), Unit("m³")),
    **dict.fromkeys(("hektar", "ha"), Unit("hektar")),
    **dict.fromkeys(("kilogram", "kilo", "kg"), Unit("kg")),
    **dict.fromkeys(("gram",), Unit("gram")),
    **dict.fromkeys(("ton",), Unit("ton")),
    **dict.fromkeys(("liter",), Unit("liter")),
    **dict.fromkeys(("kilometer i timmen", "km/h", "km/tim"), Unit("km/h")),
    **dict.fromkeys(("mbit/s", "mbps", "mbit/sek", "mbit per sekund", "megabit per sekund"), Unit("Mbit/s")),
    **dict.fromkeys(("gbit/s", "gbps", "gbit/sek", "gbit per sekund", "gigabit per sekund"), Unit("Gbit/s")),
    **dict.fromkeys(("grader", "grader celsius", "°c"), Unit("°C")),
    **dict.fromkeys(("kilowattimmar", "kwh"), Unit("kWh")),
    **dict.fromkeys(("megawattimmar", "mwh"), Unit("MWh")),
    **dict.fromkeys(("gigawattimmar", "gwh"), Unit("GWh")),
    **dict.fromkeys(("terawattimmar", "twh"), Unit("TWh")),
    **dict.fromkeys(("megawatt",), Unit("MW")),
    **dict.fromkeys(("årsverken", "årsverke"), Unit("årsverken")),
    **dict.fromkeys(
        ("st", "st.", "stycken", "styck", "gånger", "gång", "ggr", "ggr.", "tal", "personer", "individer"),
        Unit("count"),
    ),
}
#: Units whose capitals matter, and the marks that stand against the number.
SYMBOLS = {
    ":-": Unit("SEK"),
    ":–": Unit("SEK"),
    ":—": Unit("SEK"),
    ",-": Unit("SEK"),
    "kW": Unit("kW"),
    "MW": Unit("MW"),
    "GW": Unit("GW"),
    "m": Unit("meter"),
    "h": Unit("hours"),
    "$": Unit("USD"),
}
#: Units before which "en" and "ett" are surely numerals, not articles.
FIRM = frozenset({"percent", "percentage_points", "SEK", "EUR"})
#: Units of time.
TIMES = frozenset({"years", "months", "weeks", "days", "hours", "minutes", "seconds"})


def _alternatives(words: dict[str, Unit] | dict[str, float]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_SPACE = r"[ \u00a0\u2009\u202f]"
_END = r"(?![^\W_])"
#: What may follow a number: a scale word, a unit, or both.
PATTERN = re.compile(
    rf"""
    (?:{_SPACE}{{0,2}}(?P<scale>(?i:{_alternatives(SCALES)})){_END}(?!-))?
    (?:
        (?P<symbol>(?::-|:–|:—|,-)(?!\d))(?:{_SPACE}?kr\b)?
      | (?:{_SPACE}{{0,2}}|-)(?P<unit>(?i:{_alternatives(WORDS)})){_END}
      | {_SPACE}{{0,2}}(?P<exact>{_alternatives(SYMBOLS)}){_END}(?![.]\w)
    )?
    """,
    re.VERBOSE,
)
_HEADER = re.compile(
    rf"(?<![^\W_])(?P<scale>(?i:{_alternatives(SCALES)}){_SPACE})?(?P<unit>(?i:{_alternatives(WORDS)})){_END}"
)
#: Words that a header may hold without giving its column's unit.
_HEADER_NOISE = frozenset("år åren dag dagar månad månader vecka veckor min tal m h st".split())


def unit_at(text: str, at: int) -> tuple[Unit, int]:
    """The unit that is written at `at`, right after a number, and where it ends; `at` itself where there is none."""
    match = PATTERN.match(text, at)
    if match is None or match.end() == at:
        return Unit(None), at
    scale = SCALES[match["scale"].lower()] if match["scale"] else 1.0
    written = match["unit"] or match["exact"] or match["symbol"]
    unit = (SYMBOLS.get(written) or WORDS[written.lower()]) if written else Unit(None)
    return Unit(unit.name, unit.scale * scale), match.end()


def header_unit(header: str) -> Unit | None:
    """The unit that a header or caption gives its column: "Budget (tkr)", "Andel, %", "Belopp i miljoner kronor".

    None where it gives none.
    """
    for match in _HEADER.finditer(header):
        if match["unit"].lower() not in _HEADER_NOISE:
            unit = WORDS[match["unit"].lower()]
            scale = SCALES[match["scale"].strip().lower()] if match["scale"] else 1.0
            return Unit(unit.name, unit.scale * scale)
    return None
