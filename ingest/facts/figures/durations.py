"""Numbers of years, months, days: a length of something that is told, or only when something is."""

import re

from corpus.swedish.numbers.units import TIMES
from ingest.facts.figures.clauses import Clause

#: Right before a number of years these tell when: "de senaste fem åren", "om två år", "var tredje månad".
_WHEN = re.compile(
    r"(?<!\w)(?:senaste|närmaste|kommande|nästkommande|första|sista|föregående|tidigare|nästa|gångna|följande|om|efter|inom|sedan"
    r"|för|varje|vart|åldern|åldrarna|personer|barn|över|under de|av)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
#: Right after it these do: "tre år fram i tiden", "65 år och äldre".
_SINCE = re.compile(
    r"\s*(?:sedan|tidigare|senare|framåt|fram|framöver|bort|gam\w+|i sträck|i rad"
    r"|(?:och|eller) (?:äldre|yngre|uppåt))\b|\s+års?\sålder"
    r"|-?åring|\s+ålder|\s+sikt\b",
    re.IGNORECASE,
)
#: Nouns and verbs of what lasts: "handläggningstiden är 30 dagar", "projektet pågår under tre år".
_LASTS = re.compile(
    r"(?<!\w)(?:\w*tid(?:en|er|erna)?|\w*period(?:en|er)?|\w*längd(?:en)?|(?:medel|snitt|genomsnitts)ålder\w*"
    r"|i snitt|i genomsnitt|pågå\w*|pågick|löp(?:er|te|ande)|gäll(?:er|de|a)|varade?|tar|tog|tagit|kvar|dröj\w+"
    r"|sträcker sig|förläng\w+)\W(?:[^.;]{0,40}\s)?$",
    re.IGNORECASE,
)
#: A noun that "på" joins to its length: "avtal på 20 år".
_OF_NOUN = re.compile(r"(?<!\w)(?!sikt|nivå|gång)[^\W\d]{4,}\)?\s(?:på|om)\s(?:\w+\s){0,2}$")
#: An adjective of length before its noun: "ettårigt avtal", "20-åriga lån"; not an age, a flood of a hundred years.
_ADJECTIVE = re.compile(r".*årig(?:t|a)?$", re.IGNORECASE | re.DOTALL)
_LASTING = re.compile(
    r"\S*\s(?:[^\W\d]+\s){0,2}\S*(?:projekt|avtal|kontrakt|program|plan|uppdrag|utbildning|satsning|insats|försök|lån\b|överenskommelse"
    r"|samarbete|mandat|strategi)",
    re.IGNORECASE,
)
#: Counted, these are lengths of time: "årets tre första månader", "var tredje månad".
_COUNTED = re.compile(
    r"\s*(?:(?!under|per|i|på|om|till|från|av|de)\w+\s)?(?:månad(?:er\w*)?|år|års|åren|veck\w+|dag(?:ar\w*)?|dygn\w*|kvartal\w*|decenni\w+"
    r"|tertial\w*|timm\w+|minut\w*|termin\w*)\b",
    re.IGNORECASE,
)


def is_amount(clause: Clause) -> bool:
    """Whether a clause's number is an amount of something, if only a length of time that it is said to last."""
    number, text = clause.number, clause.text
    before, after = text[: number.start], text[number.end :]
    written = text[number.start : number.end]
    if number.unit not in TIMES:
        share = number.unit == "percent" and written.lower().startswith("var")
        return not ((number.unit in (None, "count") or share) and number.scale == 1 and _COUNTED.match(after))
    if _ADJECTIVE.match(written + after.partition(" ")[0]):
        return bool(_LASTING.match(after))
    if _SINCE.match(after) or _WHEN.search(before):
        return False
    if after.startswith("-") or written.lower().endswith(("års", "åringar", "åring")):
        return False
    return bool(_LASTS.search(before) or _OF_NOUN.search(before))
