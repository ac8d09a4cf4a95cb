"""Units of Swedish reports, and the scale words before them ("miljoner kronor", "mnkr", "tkr")."""

import re
from dataclasses import dataclass

THOUSAND, MILLION, MILLIARD, BILLION = 1e3, 1e6, 1e9, 1e12


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its name in the contracts (None: none was written), and what the number before it is multiplied by.

    `per` is what the amount is counted by, as it stands after "per" or a stroke.
    """

    name: str | None
    scale: float = 1.0
    per: str | None = None


#: Scale words; a unit may follow.
SCALES = {
    "tusen": THOUSAND,
    "tusental": THOUSAND,
    "tusentals": THOUSAND,
    "miljoner": MILLION,
    "miljon": MILLION,
    "miljontals": MILLION,
    "miljonerna": MILLION,
    "milj.": MILLION,
    "milj": MILLION,
    "mn": MILLION,
    "miljarder": MILLIARD,
    "miljard": MILLIARD,
    "miljarderna": MILLIARD,
    "mdr": MILLIARD,
    "mrd": MILLIARD,
    "mdr.": MILLIARD,
    "biljoner": BILLION,
    "biljon": BILLION,
}
#: Units as they are written, in any case of letters.
WORDS = {
    **dict.fromkeys(("kr", "kronor", "krona", "kronors", "kronorna", "sek", "svenska kronor", "skr"), Unit("SEK")),
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
    **dict.fromkeys(
        ("procent", "procents", "%", "proc.", "procentig", "procentiga", "procentigt", "procenten", "procentsmålet"),
        Unit("percent"),
    ),
    **dict.fromkeys(("promille", "‰"), Unit("promille")),
    **dict.fromkeys(
        (
            "procentenheter",
            "procentenhet",
            "procentenheters",
            "procentenhets",
            "procentenheterna",
            "%-enheter",
            "%-enhet",
            "procent-enheter",
            "%enheter",
        ),
        Unit("percentage_points"),
    ),
    **dict.fromkeys(
        ("räntepunkter", "räntepunkt", "räntepunkters", "räntepunkterna", "baspunkter", "baspunkt", "punkters"),
        Unit("räntepunkter"),
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
    **dict.fromkeys(("grader", "graders", "grad", "grads", "grader celsius", "°c"), Unit("°C")),
    **dict.fromkeys(("kilowattimmar", "kwh"), Unit("kWh")),
    **dict.fromkeys(("megawattimmar", "mwh"), Unit("MWh")),
    **dict.fromkeys(("gigawattimmar", "gwh"), Unit("GWh")),
    **dict.fromkeys(("terawattimmar", "twh"), Unit("TWh")),
    **dict.fromkeys(("megawatt",), Unit("MW")),
    **dict.fromkeys(("årsverken", "årsverke"), Unit("årsverken")),
    **dict.fromkeys(("årsarbetare", "årsarbetskrafter", "årsarbetskraft"), Unit("årsarbetare")),
    **dict.fromkeys(("mikrogram", "μg", "µg"), Unit("μg")),
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
    "ÅA": Unit("årsarbetare"),
    "MB": Unit("MB"),
    "GB": Unit("GB"),
    "TB": Unit("TB"),
}
#: Units before which "en" and "ett" are surely numerals, not articles.
FIRM = frozenset({"percent", "percentage_points", "SEK", "EUR"})
#: Units of time.
TIMES = frozenset({"years", "months", "weeks", "days", "hours", "minutes", "seconds"})


def _alternatives(words: dict[str, Unit] | dict[str, float]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


#: What stands before an amount: "EUR 500", "€ 500".
BEFORE = {
    **dict.fromkeys(("SEK",), Unit("SEK")),
    **dict.fromkeys(("EUR", "€"), Unit("EUR")),
    **dict.fromkeys(("USD", "US$", "$"), Unit("USD")),
    "£": Unit("GBP"),
    "NOK": Unit("NOK"),
    "DKK": Unit("DKK"),
}
_SPACE = r"[ \u00a0\u2009\u202f]"
#: No letter follows; the one or two digits of a footnote may.
_END = r"(?![^\W\d_]|_|\d{3})"
#: What an amount may be counted by after a stroke; after "per" it may be any word but those that say how or when.
_PER_SIGNS = (
    "invånare|inv|capita|år|månad|mån|vecka|dag|dygn|timme|tim|kvadratmeter|kubikmeter|m²|m2|m³|m3|kvm|kWh|MWh|km²|km2|km"
    "|mil|ton|kg|liter|hektar|ha|elev|barn|plats|brukare|person|anställd|hushåll|lägenhet|st|styck|fat|besök"
)
_NOT_PER = (
    "automatik|definition|post|mejl|mail|brev|telefon|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober"
    "|november|december|den|sista"
)
_PER = (
    rf"(?:/{_SPACE}?(?P<stroke>{_PER_SIGNS})"
    rf"|{_SPACE}per{_SPACE}(?P<per>(?:\d{{1,3}}(?:{_SPACE}\d{{3}}){{0,2}}{_SPACE})?(?!(?:{_NOT_PER})\b)[a-zåäöé]{{2,40}}[²³]?)){_END}"
)
#: What may follow a number: a scale word, a unit, or both, and what the amount is counted by.
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
_PER_AT = re.compile(_PER)
#: Between a year and a supine "ha" is the verb: "i oktober 2010 ha förespråkat".
_YEAR_BEFORE = re.compile(r"(?<!\d)(?:19|20)\d\d$")
_HAVING = re.compile(rf"{_SPACE}[a-zåäö]{{2,}}ts?{_END}")
_YEAR_AHEAD = re.compile(rf"{_SPACE}(?:19|20)\d\d(?!\d)")
#: A plain word with a capital begins a new cell or sentence: "april 2012 Procent". Short forms may have one ("Mkr").
_CAPITAL = re.compile(r"(?!.*(?:kr|sek)$|euro|dollar)(?-i:[A-ZÅÄÖ][a-zåäö]{3,}$)", re.IGNORECASE)
_HEADER = re.compile(
    rf"(?<![^\W_])(?P<scale>(?i:{_alternatives(SCALES)}){_SPACE})?(?P<unit>(?i:{_alternatives(WORDS)})){_END}(?:{_PER})?"
)
_HEADER_COUNT = re.compile(r"(?<![^\W_])antal(?:et)?(?![^\W_])", re.IGNORECASE)
#: Words that a header may hold without giving its column's unit.
_HEADER_NOISE = frozenset("år åren dag dagar månad månader vecka veckor min tal m h st".split())


def unit_at(text: str, at: int) -> tuple[Unit, int]:
    """The unit that is written at `at`, right after a number, and where it ends; `at` itself where there is none."""
    match = PATTERN.match(text, at)
    written = (match["unit"] or match["exact"] or match["symbol"]) if match else None
    scale_word = match["scale"] if match else None
    if match is None or any(word and _CAPITAL.match(word) for word in (written, scale_word)):
        return Unit(None), at
    if written == "ha" and _HAVING.match(text, match.end()) and _YEAR_BEFORE.search(text, max(0, at - 5), at):
        return Unit(None), at
    if written == "år" and _YEAR_AHEAD.match(text, match.end()):
        # "7 år 2020" is seven in that year, "3,0 miljoner år 2020" three million.
        return Unit(None, SCALES[scale_word.lower()] if scale_word else 1.0), match.end("scale") if scale_word else at
    unit = (SYMBOLS.get(written) or WORDS[written.lower()]) if written else Unit(None)
    scale = unit.scale * (SCALES[scale_word.lower()] if scale_word else 1.0)
    counted_by = _PER_AT.match(text, match.end())
    if counted_by is None:
        return Unit(unit.name, scale), match.end()
    return Unit(unit.name, scale, counted_by["per"] or counted_by["stroke"]), counted_by.end()


def header_unit(header: str) -> Unit | None:
    """The unit that a header or caption gives its column: "Budget (tkr)", "Andel, %", "Belopp i miljoner kronor".

    None where it gives none.
    """
    for match in _HEADER.finditer(header):
        if match["unit"].lower() not in _HEADER_NOISE:
            unit = WORDS[match["unit"].lower()]
            scale = SCALES[match["scale"].strip().lower()] if match["scale"] else 1.0
            return Unit(unit.name, unit.scale * scale, match["per"] or match["stroke"])
    return Unit("count") if _HEADER_COUNT.search(header) else None
