"""What is never stale though it has numbers in it: names, and the periods of programmes and plans."""

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.mentions import Finder
from corpus.swedish import places

Span = tuple[int, int]

_YEAR = r"(?:19|20)\d\d"
_PERIOD = rf"{_YEAR}\s?[-‐‑–—−/]\s?(?:{_YEAR}|\d\d)(?!\d)"
#: A word with a capital, or an abbreviation.
_CAPITAL = r"[A-ZÅÄÖ][\wåäöÅÄÖé&-]*"
_CHAIN_BEFORE_YEARS = re.compile(
    rf"(?P<chain>(?<![\w-]){_CAPITAL}(?:[ \u00a0\n](?:{_CAPITAL}|och|i|för|av)){{0,5}})"
    rf"[ \u00a0\n]\(?(?P<years>{_PERIOD}|{_YEAR})(?![\d\w])"
)
#: Words with which a sentence begins before its years; no names.
_OPENERS = frozenset(
    "Under För Mellan Åren År Året Perioden Från Av I Till Sedan Efter Före Inför Målen Målet Mål Utfall Budget "
    "Prognos Vid Senast Omkring Kring Januari Februari Mars April Maj Juni Juli Augusti September Oktober November "
    "December Våren Sommaren Hösten Vintern Tabell Figur Diagram Region Regionen Länet Kommun Kommunen Riket Totalt "
    "Antal Andel Redan Först Även Hela Kvartal Tertial Helår Delår Resultat Bokslut Plan Förändring Årsredovisning "
    "Delårsrapport Återrapportering Summa".split()
)
#: Words that say of a year that it is part of a name, even where one stands alone.
_NAMING = frozenset("Agenda Vision Horisont Horizon Europa Strategi Färdplan Program".split())
#: A programme or plan and, in the same breath, its period.
_PLAN = re.compile(
    r"(?<!\w)(?i:\w{0,40}?(?:program|programmet|programperiod|programperioden|plan|planen|strategi|strategin|agenda"
    rf"|agendan|fonden|fondsperioden))(?![\w-])[^\d.;:!?]{{0,110}}?(?<!\w)(?P<years>{_PERIOD})"
)
#: What may stand between a name and the years of what it names.
_AFTER_NAME = re.compile(
    rf"s?,?\s?(?:\(|(?:som\s)?(?:omfattar|pågår|gäller|löper|avser|för)\s(?:åren\s|perioden\s)?|åren\s)?(?P<years>{_PERIOD})"
)


def find(words: str, names: Iterable[str] = ()) -> list[Span]:
    """The stretches whose numbers belong to a name or are a programme's period, in order.

    Args:
        words: a text.
        names: names of projects.
    """
    return sorted({*_named(words, names), *_chains(words), *(match.span("years") for match in _PLAN.finditer(words))})


def is_within(span: Span, spans: Sequence[Span]) -> bool:
    """Whether a stretch lies whole in one of the others."""
    return any(start <= span[0] and span[1] <= end for start, end in spans)


def _named(words: str, names: Iterable[str]) -> Iterator[Span]:
    for start, end in Finder(names).find(words):
        after = _AFTER_NAME.match(words, end)
        yield (start, after.end("years") if after else end)


def _chains(words: str) -> Iterator[Span]:
    """Years after words with capitals: "Interreg Nord 2014–2020", "RUS Norrbotten 2030"; not "Luleå 2021"."""
    located = [(mention.start, mention.end) for mention in places.find(words)]
    for match in _CHAIN_BEFORE_YEARS.finditer(words):
        chain = [word for word in match["chain"].split() if word[0].isupper()]
        while chain and chain[0] in _OPENERS:
            chain = chain[1:]
        begin = match.start("chain") + (match["chain"].find(chain[0]) if chain else 0)
        if not chain or any(start <= begin and match.end("chain") <= end for start, end in located):
            continue
        if len(chain) > 1 or _names(chain[0]) or (_is_period(match) and not _begins(words, begin)):
            yield match.span("years")


def _names(word: str) -> bool:
    """Whether a word alone makes the year after it part of a name: "Vision 2030", "RUS 2030"."""
    return word in _NAMING or (len(word) > 1 and word.isupper())


def _is_period(match: re.Match[str]) -> bool:
    return re.fullmatch(_PERIOD, match["years"]) is not None


def _begins(words: str, at: int) -> bool:
    """Whether a sentence or a cell begins there, where any word has a capital."""
    before = words[:at].rstrip(" \u00a0")
    return not before or before[-1] in ".!?:\n\t•-–"
