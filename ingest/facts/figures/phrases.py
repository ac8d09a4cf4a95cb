"""Noun phrases of a tagged sentence: where they begin and end, and what of them is left out."""

import re
from collections.abc import Callable, Sequence

from ingest.facts.figures.words import Word

#: A measure is a phrase that a table's cell holds.
LONGEST = 10
#: Parts of speech that a noun phrase holds with its attributes.
_HELD = frozenset({"NOUN", "PROPN", "ADJ", "DET", "ADP", "CCONJ", "SYM"})
#: Whose a thing is: told of what the sentence is about, it names nothing by itself.
WHOSE = frozenset("sin sitt sina dess deras vår vårt våra min mitt mina".split())
_QUOTES = frozenset("”“\"»«'’-–/&")
#: Nouns of time, manner and rank: a phrase with a preposition around them tells when or how, not what.
_ASIDE = re.compile(
    r"(?:\w*år(?:et|en|s)?|\w*årsskifte\w*|\w*takt|\w*halvår\w*|\w*kvartal\w*|\w*tertial\w*|\w*månad\w*|\w*vecka\w*|\w*veckor\w*|dag|dagen|dagar\w*"
    r"|dygn\w*|timm\w+|minut\w*|\w*period|\w*perioden|\w*perioder\w*|tid|tiden|tider|sommar\w*|höst\w*|vinter\w*|januari|februari|mars"
    r"|april|maj|juni|juli|augusti|september|oktober|november|december|slutet|slut|början|mitten|utgången|dagsläget|nuläget"
    r"|genomsnitt\w*|snitt|sätt|vis|håll|sida|sikt|samband|syfte|linje|grund|mån|form|stället|ställe|fall|exempel"
    r"|dag|idag|jämförelse|nivå|nivån|nivåer|gång|gången|gånger|samma|tillfälle\w*|fjol|ifjol|stund\w*|tag|loppet|grann|grand|slag|anledning|hjälp"
    r"|huvudsak|stort|topp|toppen|bit|fart|tiondel|tiondelar|möte|mötet|dels|bakgrund|förhållande|miljon|miljoner|miljard|miljarder|tusen|kronor|kr|tkr|mnkr|mkr|procent|procentenheter|procentenhet)",
    re.IGNORECASE,
)  # fmt: skip
#: What comes after these belongs to a number before them: "på fem års sikt bland aktörer".
_REACHES = frozenset("sikt löptid".split())
#: Adjectives that only order in time, or say how much.
_ORDERS = frozenset(
    "senaste senare närmaste första andra tredje fjärde förra föregående kommande nästa nästkommande totalt totala "
    "sammanlagt sammanlagda hela samma ytterligare ungefär uppskattad uppskattade motsvarande olika vissa ungefärlig "
    "övriga övrigt lika jämfört".split()
)
#: Definite forms that are surely those of a noun in the singular, and what they lose to be a measure's name.
_BASES = re.compile(
    r"^(?P<base>\w*(?:ning|het|tion|nad|del|kalkyl|budget|stöd|antal|skott|grad|tid|effekt|slut|skuld|handel|marknad|trafik"
    r"|andel|ram|takt|belopp|bonus))(?:en|et)$|^(?P<vowel>\w*(?:nivå|frånvaro|volym))e?n$|^(?P<plural>\w{4,}(?:ar|er|or))na$",
    re.IGNORECASE,
)


def holds(words: Sequence[Word], at: int) -> bool:
    """Whether the word may stand within a noun phrase."""
    word = words[at]
    if word.pos in _HELD:
        return not word.text[0].isdigit()
    if word.pos == "PRON":
        return word.lower in WHOSE
    if word.pos == "ADV":
        return at + 1 < len(words) and words[at + 1].pos == "ADJ"
    return word.text in _QUOTES


def chain_before(words: Sequence[Word], end: int, least: int = 0) -> list[Word]:
    """The words of noun phrases, joined by prepositions, that stand right before the word at `end`."""
    at = end
    while at > least and holds(words, at - 1) and not _adds(words, at - 1) and (at == end or not _meet(words, at)):
        at -= 1
    return list(words[at:end])


def chain_after(words: Sequence[Word], start: int, most: int) -> list[Word]:
    """The words of noun phrases, joined by prepositions, that stand from the word at `start` on."""
    at = start
    while at < most and holds(words, at) and not _adds(words, at) and (at == start or not _meet(words, at)):
        at += 1
    return list(words[start:at])


def _adds(words: Sequence[Word], at: int) -> bool:
    """Whether "och" adds another thing with an article of its own: "kommuner och en stor yta"."""
    return words[at].pos == "CCONJ" and at + 1 < len(words) and words[at + 1].pos == "DET"


def _meet(words: Sequence[Word], at: int) -> bool:
    """Whether one phrase ends before the word at `at` and another begins: "skapade näringen | totala intäkter"."""
    before, word = words[at - 1], words[at]
    if not before.is_noun:
        return False
    ends = not before.lower.endswith("s") and not before.text[:1].isupper()
    describes = word.pos == "ADJ" and at + 1 < len(words) and words[at + 1].pos in ("NOUN", "PROPN", "ADJ")
    return word.pos == "DET" or (describes and ends)


def is_adverbial(chain: Sequence[Word]) -> bool:
    """Whether a chain begins with a preposition: it tells of a verb when, where or how."""
    first = next((word for word in chain if word.pos not in ("CCONJ", "ADV") and word.text not in _QUOTES), None)
    return first is not None and first.pos == "ADP"


def phrase_of(chain: Sequence[Word], most: int = LONGEST) -> list[Word]:
    """A chain without times, manners and what no phrase begins or ends with; empty where no noun is left."""
    kept: list[Word] = []
    if chain and chain[0].lower in _REACHES:
        return []
    parts = _parted(chain, lambda word: word.pos == "ADP")
    if len(parts) > 1 and [word.lower for word in parts[0]] == ["linje"]:
        parts = parts[1:]  # "i linje med vårt inflationsmål"
    for part in parts:
        nouns = [word for word in part if word.is_noun]
        if (
            nouns
            and all(_ASIDE.fullmatch(word.text) for word in nouns)
            and (kept or part[0].pos == "ADP" or len(nouns) > 1)
        ):
            continue
        if nouns and len(kept) + len(part) > most:
            break
        kept += part
    return bared(kept)


def bared(words: Sequence[Word], telling: bool = True) -> list[Word]:
    """The words without articles and the like before, and up to their last noun.

    Args:
        words: a noun phrase.
        telling: whether it must have a noun that says what, not only when or how.
    """
    first, last = 0, len(words)
    while first < last and (words[first].pos not in ("NOUN", "PROPN", "ADJ", "PRON") or words[first].lower in _ORDERS):
        first += 1
    while last > first and not words[last - 1].is_noun:
        last -= 1
    found = list(words[first:last])
    return found if not telling or any(is_telling(word) for word in found) else []


def is_telling(word: Word) -> bool:
    """Whether it is a noun that says what, not when or how."""
    return word.is_noun and not _ASIDE.fullmatch(word.text)


def subject(words: Sequence[Word], start: int, end: int) -> list[Word] | None:
    """The noun phrase that the words `[start, end)` are about: the last one that no preposition leads in.

    What "som" refers to may stand behind a preposition. Empty where there is none, None where a pronoun stands for it.
    """
    at, referred = end, False
    while at > start:
        chain = chain_before(words, at, start)
        referred = referred or (at < end and words[at].lower == "som")
        if is_adverbial(chain) and at < end and words[at].is_verb:
            chain = _coordinated(chain)  # "… byggs i Boden och kostnaden beräknas till …"
        phrase = phrase_of(unled(chain) if referred else chain) if referred or not is_adverbial(chain) else []
        if phrase:
            return phrase
        if not chain and words[at - 1].pos == "PRON" and words[at - 1].lower in _POINTING:
            return None
        at = _opening(words, at) if words[at - 1].text == ")" else at - (len(chain) or 1)
    return []


def _coordinated(chain: list[Word]) -> list[Word]:
    """What "och" adds at a chain's end, if it is a phrase without a preposition; else the chain."""
    at = next((n for n in range(len(chain) - 1, -1, -1) if chain[n].pos == "CCONJ"), None)
    return chain if at is None or any(word.pos == "ADP" for word in chain[at:]) else chain[at + 1 :]


def _opening(words: Sequence[Word], end: int) -> int:
    """Where the bracket that ends right before `end` opens."""
    return next((at for at in range(end - 1, -1, -1) if words[at].text == "("), end - 1)


def unled(chain: Sequence[Word]) -> list[Word]:
    """A chain without the preposition and the article that lead it in."""
    at = next((n for n, word in enumerate(chain) if word.pos not in ("ADP", "CCONJ", "ADV", "DET")), len(chain))
    return list(chain[at:])


#: Pronouns in a subject's place.
_POINTING = frozenset("den denna detta dessa de vi jag man han hon ni".split())


def _parted(words: Sequence[Word], opens: Callable[[Word], bool]) -> list[list[Word]]:
    parts: list[list[Word]] = []
    for at, word in enumerate(words):
        if not parts or (opens(word) and not (at and opens(words[at - 1]))):
            parts.append([])
        parts[-1].append(word)
    return parts


def base(word: str) -> str:
    """A noun without its article, so that one measure is called alike from year to year: "sjukfrånvaron"."""
    match = _BASES.match(word)
    return next((part for part in match.groups() if part), word) if match else word


def text_of(phrase: Sequence[Word] | None) -> str:
    """A phrase as its words stand, what is left out between them apart."""
    parts: list[str] = []
    before: Word | None = None
    for word in phrase or ():
        parts.append(word.text if before is None or before.end == word.start else f" {word.text}")
        before = word
    return "".join(parts).strip(" ,:;–-/&")
