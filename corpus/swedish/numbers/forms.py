"""Numbers that are no amounts: periods, dates, times, paragraphs, register numbers; and amounts in set phrases.

The tables list them in the order in which they are tried at one place, so that "2014-2020" is a period before it could
be a range and "1:1" an appropriation before it could be a ratio.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from corpus.swedish.numbers import readings
from corpus.swedish.numbers.number import Number
from corpus.swedish.numbers.numerals import DASH, DIGITS, NUMERAL_WORDS, SPACE, WORDS

_YEAR = r"(?:1[89]|20)\d\d"
_MONTH = (
    r"(?i:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|okt|nov|dec)\b\.?)(?![^\W_])"
)
END = r"(?![^\W_])"
#: A telephone number after the country's.
_TELEPHONE = rf"{SPACE}?(?:\(0\))?{SPACE}?\d{{1,3}}(?:(?:{SPACE}|-)\d{{2,4}}){{1,4}}(?![^\W_])"
#: Words after which a number names something instead of counting it.
_POINTERS = (
    "kap kapitel avsnitt sid sidan sidorna sida s bilaga bil tabell diagram figur fig bild not fotnot punkt nr nummer "
    "dnr diarienr diarienummer prop proposition utgiftsområde uo sfs artikel art steg fas etapp del version "
    "modul nivå prioritet insatsområde delmål klass kategori årskurs åk väg riksväg länsväg linje axel paragraf "
    "skäl iso rum fråga scenario alternativ agenda horisont box issn isbn "
    "organisationsnummer orgnr org.nr ref"
)
#: Words before the number of a part of a year.
_PARTS_OF_YEAR = "vecka veckan veckorna v kvartal kvartalet tertial tertialet"
#: Words before a telephone number without a hyphen: "Fax: 08 21 05 31".
_LINES = "tel telefon telefonnr mobil mobiltelefon fax telefax växel"
#: Every word that a number may begin with.
STARTERS = frozenset(
    (*_POINTERS.split(), *_PARTS_OF_YEAR.split(), *_LINES.split(), *NUMERAL_WORDS, "kl", "klockan", "hälften", "var ")
)

#: What reads a match; None where it is no such form after all.
Read = Callable[[re.Match[str]], Number | None]


@dataclass(frozen=True, slots=True)
class NumberForm:
    """A pattern that is matched where a number may begin, and what reads its match."""

    pattern: re.Pattern[str]
    read: Read


def forms_at(first: str) -> tuple[NumberForm, ...]:
    """The forms that may begin with a character."""
    return _DIGIT_FORMS if first.isdigit() else _WORD_FORMS if first.isalpha() else _SIGN_FORMS


def _any_of(words: str) -> str:
    """The pattern of any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words.split(), key=lambda word: (-len(word), word)))


def _form(pattern: str, read: Read) -> NumberForm:
    return NumberForm(re.compile(pattern), read)


_SIGN_FORMS = (
    # "§ 5", "§§ 5-7"
    _form(
        rf"§{{1,2}}{SPACE}?\d{{1,4}}(?:{SPACE}?[a-z]\b)?(?:{SPACE}?{DASH}{SPACE}?\d{{1,3}}\b|/\d{{4}}\b)?",
        readings.reference,
    ),
    # "+46 8 465 004 00"
    _form(rf"\+46{_TELEPHONE}", readings.reference),
)
_WORD_FORMS = (
    # "kl. 10.30", "klockan 8-16"
    _form(
        rf"(?i:kl|klockan)\b\.?{SPACE}(?P<hour>\d{{1,2}})(?:[.:](?P<minute>\d\d))?"
        rf"(?:{SPACE}?{DASH}{SPACE}?(?P<until>\d{{1,2}})(?:[.:](?P<until_minute>\d\d))?)?{END}",
        readings.clock,
    ),
    # "tre till fyra tiondelar av en procentenhet", "en knapp tiondels procentenhet"
    _form(
        rf"(?P<number>{WORDS})(?:{SPACE}(?:till|eller){SPACE}(?P<last>{WORDS}))?(?:{SPACE}(?:knapp|dryg)a?)?"
        rf"{SPACE}tiondel(?:ar|s)?(?:{SPACE}av{SPACE}en)?{SPACE}procentenhet(?:er)?s?{END}",
        readings.tenths,
    ),
    # "vecka 12", "v. 12–14", "kvartal 2"
    _form(
        rf"(?i:{_any_of(_PARTS_OF_YEAR)})\b\.?{SPACE}\d{{1,2}}(?:{DASH}\d{{1,2}})?"
        rf"{END}(?!,\d|{SPACE}?(?:%|procent))",
        readings.reference,
    ),
    # "Sid 11(28)", "sida 3 av 12"
    _form(
        rf"(?i:sid|sidan|sida|s){END}\.?{SPACE}\d{{1,4}}(?:{SPACE}?\(\d{{1,4}}\)|{SPACE}av{SPACE}\d{{1,4}}){END}",
        readings.reference,
    ),
    # "s. 14", "avsnitt 4.2", "prop. 2020/21:45", "dnr RS 2020-123", "diarienummer ABC-2024-00009"
    _form(
        rf"(?i:{_any_of(_POINTERS)})\b\.?:?{SPACE}"
        rf"(?:[A-ZÅÄÖ]{{1,5}}(?:{SPACE}|-)?)?\d{{1,6}}(?:[-–/.:]\d{{1,7}}){{0,4}}{END}(?![,]\d)",
        readings.reference,
    ),
    # "Fax: 08 21 05 31", "tel. 08-787 00 00"
    _form(
        rf"(?i:{_any_of(_LINES)})\b\.?:?{SPACE}0\d{{1,3}}(?:{SPACE}?[-–/]{SPACE}?|{SPACE})\d{{2,8}}(?:{SPACE}\d{{2,3}}){{0,3}}"
        rf"{END}",
        readings.reference,
    ),
    # "steg två"
    _form(
        rf"(?i:steg|fas|etapp|nivå|kapitel|del|punkt|scenario|alternativ|kategori){SPACE}(?!(?i:en|ett){END})"
        rf"(?P<number>{WORDS}){END}",
        readings.worded_reference,
    ),
    # "ett 40-tal", "ett tiotal"
    _form(
        rf"(?i:ett)(?:{SPACE}(?i:knappt|drygt))?{SPACE}(?:(?P<number>\d{{1,6}}|{WORDS}){DASH}?tal){END}",
        readings.about,
    ),
    # "hälften", "en tredjedel", "var tredje"
    _form(
        rf"(?i:hälften|(?:en|två|tre|fyra){SPACE}(?:tredje|fjärde|femte|sjätte|tionde|fjär)del(?:ar)?"
        rf"|var{SPACE}(?:tredje|fjärde|femte|sjätte|tionde)){END}",
        readings.share,
    ),
    # "treårig", "femårsperiod", "tvåårigt"
    _form(rf"(?P<number>{WORDS})(?i:årig[at]?|årsperiod\w{{0,4}}){END}", readings.duration),
)
_DIGIT_FORMS = (
    # "5 kap. 3 §", "6 kapitlet 4 §", "12 a §"
    _form(
        rf"\d{{1,3}}{SPACE}(?i:kap|kapitlet|kapitel)\b\.?(?:{SPACE}\d{{1,3}}(?:{SPACE}?[a-z])?{SPACE}§)?",
        readings.reference,
    ),
    _form(rf"\d{{1,3}}(?:{SPACE}?[a-z])?{SPACE}?§{{1,2}}", readings.reference),
    # telephone: "08-123 45 67", "0920-284 000", "0046 8 465 004 00"
    _form(rf"00{SPACE}?46{_TELEPHONE}", readings.reference),
    _form(rf"0\d{{1,3}}{SPACE}?[-–]{SPACE}?\d{{2,8}}(?:{SPACE}\d{{2,3}}){{0,3}}{END}", readings.reference),
    # "9.30–15.00", "09:00"
    _form(
        rf"(?P<hour>[01]?\d|2[0-4])[.:](?P<minute>[0-5]\d){SPACE}?{DASH}{SPACE}?"
        rf"(?P<until>[01]?\d|2[0-4])[.:](?P<until_minute>[0-5]\d){END}(?!{SPACE}?(?:%|(?i:procent|kr|mkr|mnkr|tkr)))",
        readings.clock,
    ),
    _form(rf"(?P<hour>0\d):(?P<minute>[0-5]\d){END}(?!:)", readings.morning),
    # "19 [24]", and "11 (13)" where a line ends
    _form(rf"\d{{1,4}}{SPACE}?\[{SPACE}?\d{{1,4}}{SPACE}?\]", readings.reference),
    _form(
        rf"(?:(?<=\w{SPACE})|(?<=\n)|(?<=\n{SPACE}))(?P<page>\d{{1,3}}){SPACE}?\((?P<pages>\d{{1,3}})\)(?={SPACE}{{0,3}}(?:[\r\n]|$))",
        readings.page_of,
    ),
    # "2021-04-27"
    _form(rf"(?P<year>{_YEAR})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01]){END}", readings.date),
    # "20210427", "21-04-27"
    _form(rf"(?P<year>{_YEAR})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01]){END}", readings.plain_date),
    _form(rf"(?P<year>[0-4]\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01]){END}", readings.plain_date),
    # "27 april 2021", "1. maj", "3-4 maj"
    _form(
        rf"(?P<day>[12]\d|3[01]|0?[1-9])(?:\.|:[ae])?(?:{DASH}(?P<last>[12]\d|3[01]|[1-9]))?{SPACE}(?P<month>{_MONTH})"
        rf"(?:{SPACE}(?:år{SPACE})?(?P<year>{_YEAR}){END})?",
        readings.date,
    ),
    # "1/3 av", "3/4 av"
    _form(rf"(?P<top>[1-9])/(?P<bottom>[2-9]|10)(?={SPACE}av{END})", readings.part),
    # "27/4 2021", "27/4"
    _form(
        rf"(?P<day>[12]\d|3[01]|[1-9])/(?P<month>1[0-2]|[1-9])(?:{SPACE}(?P<year>{_YEAR}))?(?![/\d]){END}",
        readings.date,
    ),
    # "35 kronor 50 öre", "35:50 kr"
    _form(
        rf"(?P<kronor>{DIGITS}){SPACE}(?:kronor|kr){SPACE}(?:och{SPACE})?(?P<ore>\d\d){SPACE}öre{END}",
        readings.kronor_and_ore,
    ),
    _form(rf"(?P<kronor>{DIGITS}):(?P<ore>\d\d){SPACE}(?:kronor|kr){END}", readings.kronor_and_ore),
    # "2017:5", "1:1", "2020/21:45"
    _form(rf"(?:{_YEAR}/\d\d:\d{{1,4}}|\d{{1,4}}:\d{{1,4}}){END}(?!:)", readings.reference),
    # "2014-2020", "2020/21", "2014 till 2020"
    _form(
        rf"(?P<first>{_YEAR})(?:(?:{SPACE}?{DASH}{SPACE}?|/)(?P<last>{_YEAR}|\d\d)"
        rf"|{SPACE}(?:till|t\.o\.m\.){SPACE}(?P<until>{_YEAR})){END}(?![.,:/-]\d)",
        readings.years,
    ),
    # "2019.12 Därefter": a year with a footnote's mark
    _form(rf"(?P<first>{_YEAR})(?=\.\d{{1,2}}{SPACE}[A-ZÅÄÖ])", readings.year),
    # "1990-talet", "80-talet"
    _form(rf"(?P<first>{_YEAR}|1[0-9]00|[1-9]0){DASH}talets?\b", readings.decade),
    # "971 89 Luleå"
    _form(rf"(?<!\d{SPACE})[1-9]\d\d{SPACE}\d\d(?={SPACE}{{1,2}}[A-ZÅÄÖ][a-zåäöA-ZÅÄÖ])", readings.reference),
    # "2021/123", "0412/22", "2021-00009"
    _form(rf"{_YEAR}[/-]\d{{3,7}}{END}|\d{{2,6}}/\d{{3,6}}{END}|(?!{_YEAR}/)\d{{3,6}}/\d\d{END}", readings.reference),
    # "5 540-12", "232100-0222"
    _form(
        rf"(?:\d{{1,2}}{SPACE}\d{{3}}-\d\d|\d{{6}}-\d{{4}}|\d{{2,4}}-\d{{5,7}}){END}"
        rf"(?!{SPACE}\d{{3}}|{SPACE}?(?:%|(?i:kr|mkr|mnkr|tkr|procent)))",
        readings.reference,
    ),
    # a file's or page's name: "10417.pdf"
    _form(r"\d{1,12}(?=\.[a-z]{2,4}\b)", readings.reference),
    # "4.2.1"
    _form(rf"(?!\d{{1,3}}(?:\.\d{{3}})+\b)\d{{1,3}}(?:\.\d{{1,3}}){{2,5}}{END}", readings.reference),
    # "1:a", "3:e"
    _form(rf"\d{{1,3}}:[aeAE]{END}", readings.ordinal),
)
