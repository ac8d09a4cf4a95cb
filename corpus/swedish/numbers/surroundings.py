"""What stands around a number and belongs to it: signs, qualifiers, a currency before it, a counted thing after it."""

import re
from dataclasses import dataclass, replace

from corpus.swedish.numbers.number import Number
from corpus.swedish.numbers.numerals import SPACE
from corpus.swedish.numbers.units import BEFORE, TIMES, Unit, unit_at

#: How far before a number its qualifier is looked for: the longest has 20 characters.
_REACH = 30
#: How much white space a table's cell may have on either side.
_MARGIN = 5
_SIGN = re.compile(
    rf"(?<![^\s(\[])(?:(?P<minus>[-−–]|−{SPACE}|(?i:minus){SPACE})|(?P<plus>\+|(?i:plus){SPACE})"
    rf"|(?P<both>±{SPACE}?|\+/[-−–]{SPACE}?))$"
)
_QUALIFIERS = (
    "ca|cirka|c:a|omkring|runt(?: om)?|ungefär|uppskattningsvis|uppskattad|uppskattat|drygt|knappt|nära|närmare|nästan"
    "|(?:strax |klart |betydligt |långt )?över|(?:strax |klart |betydligt |långt )?under|mera? än|flera? än|större än"
    "|högre än|minst|lägst|åtminstone|högst|max|maximalt|upp ?till|upp ?emot|som mest|som högst|som minst|som lägst"
    "|mindre än|färre än|lägre än|bara|endast|exakt|precis|totalt|sammanlagt|i genomsnitt|i snitt|i medeltal|normalt"
    "|kring|beräknade|beräknat|beräknad"
)
_QUALIFIER = re.compile(
    rf"(?:(?<![^\W_])(?P<words>{_QUALIFIERS})\.?{SPACE}(?:(?:en|ett|på){SPACE})?|(?P<sign>[<>≤≥~≈]){SPACE}?)$",
    re.IGNORECASE,
)
#: Words that bound an amount, but say when or how long before a unit of time: "under tre år".
_PREPOSITIONS = frozenset({"under", "kring", "över"})
#: "komma upp till 2 procent" says where something moves, not how much at most.
_MOVES = re.compile(
    rf"(?<![^\W_])(?:kom(?:ma|mer|mit)?|gå(?:r|tt)?|gick|nå(?:r|tt|dde)?|stig(?:a|er|it)|steg|få(?:r|tt)?|fick|kommer"
    rf"|öka(?:r|t|de)?|höj(?:a|er|t|de)s?|vara|tillbaka){SPACE}$",
    re.IGNORECASE,
)
_CURRENCIES = "|".join(re.escape(word) for word in sorted(BEFORE, key=lambda word: -len(word)))
_BEFORE_CURRENCY = re.compile(rf"(?<![^\W_])(?P<currency>{_CURRENCIES}){SPACE}?$")
_LEADS_IN = re.compile(rf"(?<![^\W_])(?:inom|under|på|i|efter|om|ytterligare|varje){SPACE}$", re.IGNORECASE)
#: "några tusen", "flera hundra": how many is not said.
_VAGUE = re.compile(rf"(?<![^\W_])(?:några|flera|fler|många|åtskilliga){SPACE}$", re.IGNORECASE)
_NOUN = re.compile(rf"{SPACE}([a-zåäöé]{{3,}}|(?:[a-zåäö]{{1,12}}|[A-ZÅÄÖ]{{1,5}})-[a-zåäö]{{2,}})(?![^\W\d_])")
#: Words that may follow a number without being what is counted.
_NO_NOUNS = frozenset(
    (
        "och eller till från för med som är var har hade ska skall kan kunde kommer att inte på av vid om den det de "
        "detta dessa under över mellan per samt varav vilket vilka jämfört respektive inom efter utan mot men då när "
        "där så även redan också finns fanns blev blir gick går genom fick får via trots eftersom medan sedan före "
        "ännu dock men enligt vars exklusive inklusive avser var vara varit blivit bör måste kvar igen totalt hos "
        "tiondel tiondelar hundradelar istället"
    ).split()
)
#: Endings of verbs in the passive: "15 använts".
_PASSIVE = ("ats", "nts", "tts", "ades", "rdes", "ldes", "ndes")
#: What a footnote's mark is stuck to: "målen.2", "(se tabellen),3".
_STUCK = re.compile(r"[^\s][.!?”]$|[)”],$")
_BESIDE = re.compile(rf"\d{SPACE}?$")
_ITEM_OPEN = re.compile(r"\([^()\n]{0,60}$")


def before(pattern: re.Pattern[str], text: str, start: int, floor: int = 0) -> re.Match[str] | None:
    """The pattern's match that ends where a number starts; what stands before `floor` is read already."""
    return pattern.search(text, max(floor, start - _REACH), start)


@dataclass(frozen=True, slots=True)
class Sign:
    """What stands against a number: where it begins, what the number is multiplied by, and "±" where it is both."""

    start: int
    factor: int = 1
    qualifier: str | None = None


def sign(text: str, start: int, floor: int) -> Sign:
    """The sign of the number at `start`; a hyphen or dash with a blank after it is none."""
    match = before(_SIGN, text, start, floor)
    if not match:
        return Sign(start)
    return Sign(match.start(), -1 if match["minus"] else 1, "±" if match["both"] else None)


def bracketed(text: str, number: Number) -> Number:
    """The negative number that stands in brackets before its unit, or alone in brackets in a table's cell.

    In brackets beside another, it is only compared with it: "34 (31) procent".
    """
    start, end = number.start - 1, number.end + 1
    if number.unit is not None or start < 0 or text[start] != "(" or text[end - 1 : end] != ")":
        return number
    if before(_BESIDE, text, start):
        return number
    unit, unit_end = unit_at(text, end)
    alone = start <= _MARGIN and len(text) - end <= _MARGIN
    if unit_end == end and not (alone and text.strip() == text[start:end]):
        return number
    value = round(-number.value * unit.scale, 6)
    return replace(number, start=start, end=unit_end, value=value, unit=unit.name, scale=unit.scale, per=unit.per)


def currency(text: str, start: int, floor: int) -> tuple[Unit, int] | None:
    """The currency that stands before a number, and where it begins."""
    match = before(_BEFORE_CURRENCY, text, start, floor)
    return (BEFORE[match["currency"]], match.start()) if match else None


def qualified(text: str, number: Number, floor: int) -> Number:
    """The number with the word that says how surely or to which side it is meant."""
    if number.qualifier is not None or number.form != "amount":
        return number
    match = before(_QUALIFIER, text, number.start, floor)
    if not match:
        return number
    words = match["words"] or match["sign"]
    if words.lower() in _PREPOSITIONS and number.unit in TIMES:
        return number
    if words.lower() == "upp till" and before(_MOVES, text, match.start(), floor):
        return number
    return replace(number, qualifier=words)


def counted(text: str, end: int) -> str | None:
    """`count` where a word that can be counted follows."""
    noun = _NOUN.match(text, end)
    return "count" if noun and noun[1] not in _NO_NOUNS and not noun[1].endswith(_PASSIVE) else None


def is_led_in(text: str, start: int) -> bool:
    """Whether the words before "ett år" make "ett" a numeral."""
    return bool(before(_QUALIFIER, text, start) or before(_LEADS_IN, text, start))


def is_vague(text: str, start: int) -> bool:
    """Whether a word before a numeral says that it is only a magnitude: "några tusen"."""
    return before(_VAGUE, text, start) is not None


def is_mark(text: str, start: int, end: int) -> bool:
    """Whether a number is a footnote's mark stuck to the text before it, or the number of an item in a list."""
    if _STUCK.search(text, max(0, start - 2), start):
        return True
    if not text[start:end].isdigit() or end - start > 2 or text[end + 1 : end + 2].strip():
        return False
    if text[end : end + 1] == ")":
        return not _ITEM_OPEN.search(text, max(0, start - 61), start) and not text[start - 1 : start].strip()
    return text[end : end + 1] == "." and bool(text[end + 1 :][:1]) and (start == 0 or text[start - 1] == "\n")
