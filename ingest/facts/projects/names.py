"""Where a name begins and ends in running text, and what is no project's name."""

import re
from dataclasses import dataclass

from corpus.projects import name_of
from corpus.swedish import places
from corpus.swedish.lexicon import lexicon
from ingest.facts.projects import wording

#: A name has no more words, and a quoted one no more letters.
_LONGEST, _LONGEST_QUOTED = 9, 100
_OPENING, _CLOSING = '”“"»«*„', '”“"«»*'
_QUOTED = re.compile(rf"[{_OPENING}](?P<name>[^{_OPENING}{_CLOSING}\n]{{3,{_LONGEST_QUOTED}}})[{_CLOSING}]")
#: What may stand between a kind of undertaking and its name.
_BEFORE = re.compile(r"(?:\s?[,:]|\s(?:med namnet|som heter|som kallas|kallat|kallad))?\s[-–—]?\s?(?:\()?")
_WORD = re.compile(
    r"(?P<gap>\s*)(?P<word>[A-ZÅÄÖ]{2,}-\s(?!och\s|eller\s)[a-zåäö]{2,}|\d+(?:\.\d+)?(?:[-–]\d+)?(?!\w)"
    r"|[^\W_][\w’'.&/+-]*(?:[\w+]|-(?=\soch\s))|[^\W\d_]|&)"
)
_YEARS = re.compile(r"\s?((?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)(?![\w%])")
_SUBTITLE = re.compile(r"\s?[-–—]\s?(?=[A-ZÅÄÖ])")
#: An exclamation mark is the name's own where the sentence goes on after it.
_SHOUT = re.compile(r"!(?=\s?[.,a-zåäö])")
#: Words that join those of a name, and the only ones that join names whose words all have capitals.
_JOINING = frozenset("i in på för mot av till vid under utan om och and of for the to".split())
_TITLE_JOINING = frozenset("i in på för of for the and to med".split())
#: What follows a name and is none of it.
_FOLLOWING = frozenset(
    "som där vilket vilka vilken har är var ska skall kan kunde bör får fick gör går gick står stod tar ger "
    "gav blir blev kommer kom finns fanns vill ville pågår drar bidrar innebär visar tillsammans genom inom "
    "efter sedan inför "
    "via samt också även inte nu därför bland enligt exempelvis bl t.ex vars när då så att men eller "
    "respektive under mellan hos över innan medan dels både ingår består avser sker skedde löpte ligger låg "
    "fortgår framgår från "
    "hittills redan numera fortfarande dessutom tidigare senast återstår deltar deltog åter än hade fortsatt "
    "tas ges görs ses nås fås anses väljer utgör anger".split()
)
#: "Service som en process": a common noun is told what it is taken for.
_AS = frozenset(("som", "en", "ett"))
#: What a plan is for goes on over commas: "kvinnor, fred och säkerhet".
_MORE = re.compile(r"(?:,\s[a-zåäö]{3,})+\s(?:och|samt)\s[a-zåäö]{3,}(?=[\s.,;)])")
#: After "och" another thing begins with an article.
_ANOTHER = re.compile(
    r"\s(?:(?:den|det|de|en|ett)\s|[a-zåäö]+\s(?:får|ska|har|är|kan|fick|hade|kommer|bör|vill)(?!\w))"
)
#: "Sveriges och de nordiska ländernas arbete": one noun phrase.
_GENITIVE = re.compile(r"[^\W\d_]s\s$")
#: What may follow a common noun that would be no name alone: "Skog med variation", "Kultur genom företagande".
_BINDING = frozenset(("med", "genom", "över"))
#: A noun comes after these yet.
_ARTICLES = frozenset("den det de en ett att regionala nationella kommunala hela sin sitt sina".split())
_TIMES = re.compile(r"(?:året|våren|hösten|sommaren|vintern|perioden|\d{4}|tiden|första|andra|tredje|senare|hela)\b")
#: Organisations, public bodies and persons of office, by their last word or first.
_BODY = re.compile(
    r"(?:\b(?:AB|HB|KB|Ltd|Inc|GmbH|ASA?)|(?:myndighet|verk|styrelse|nämnd|förvaltning|utskott|fullmäktige|beredning"
    r"|departement|kommission|kommitté|universitet|högskola|kommun|förbund|förening|stiftelse|bolag|sekretariat|museum"
    r"|domstol|riksdag|regering|kansli|parlament|enhet|avdelning|kammare|grupp|vård|kommittén|kommunern?a?|kontor|utredning"
    r"|fond|bibliotek|lasarett|sjukhus|regionfullmäktige|regionstyrelse|landsting|råd|centralbank|bank)"
    r"(?:en|et|n|erna|orna)?s?)$",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:Region|Landstinget|Länsstyrelsen|Stiftelsen|Föreningen|Bolaget|Kommunen|Regeringen|Riksdagen|Riksbanken|EU"
    r"|Sverige|Europa|Svenska kraftnät|SKR|SKL|Norge|Finland|Danmark|USA|[A-ZÅÄÖ]\w+s [Ss]tad)"
    r"(?:s|(?:\soch)?\s[A-ZÅÄÖ][\w-]+)?$"
)
#: Laws and rules, and parts of documents, whatever their name.
_RULE = re.compile(
    r"(?:lag(?:en)?|förordning(?:en)?|direktiv(?:et)?|föreskrift(?:er|en)?|balk(?:en)?|policyn?|reglemente|rapport(?:en)?"
    r"|(?:gata|gatan|väg(?:en)?|torget|plats(?:en)?)\b)$|^(?:Tabell|Diagram|Figur|Bilaga|Kapitel|Avsnitt|Sida|Mål"
    r"|Delmål|Uppdrag|Område|Etapp|Fas|Del|Steg|Nummer|Källa|Kapital|Prop|SOU|Ds|Dnr)\b\.?(?:\s[\dIVX].*)?$",
    re.IGNORECASE,
)
#: Numbers of the registry: "N2013/01162".
_REGISTERED = re.compile(r"[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,4}\s?\d{4}/\d+")
_HEAD_END = re.compile(rf"\s(?:{'|'.join(sorted(_JOINING))})\s")
#: A hyphen that a line end left a blank after: "RISE- nod".
_BROKEN = re.compile(r"(?<=[A-ZÅÄÖ])- (?=[a-zåäö]{2,})(?!och|eller)")
#: Large parts of the country, which no list of places has.
_LANDS = re.compile(
    r"(?:(?:[Öö]vre|[Nn]orra|[Ss]ödra|[Öö]stra|[Vv]ästra|[Mm]ellersta|[Nn]ordvästra) "
    "(?:Norrland|Sverige|Mellansverige|Norden|Europa)|Sydsverige|Västsverige"
    r"|Norrland|Svealand|Götaland|Norden|Arktis|Barents|Sápmi|[A-ZÅÄÖ]\w+(?:län|regionen))$"
)
#: Things of something: "RUS-indikatorerna".
_PLURAL = re.compile(r"-[a-zåäö]+(?:erna|arna|orna|en|et)$")
_THE = re.compile(r"The\s[A-Z]")
#: Sentences begin with these; alone they name nothing.
_PLAIN = frozenset(
    "det den de detta denna dessa vi som en ett i på för av under inom vid med utöver projektet projekten "
    "programmet strategin satsningen arbetet syftet målet nej ja alla flera både exempel bland dessutom vidare "
    "andra hela delta "
    "ansökan antal andel ny nya nytt övriga totalt summa status start region kommun eu ordförande januari "
    "februari mars april maj "
    "juni juli augusti september oktober november december pågående avslutat avslutade beslut".split()
)
#: Words that begin a sentence or a clause and no name that stands without quotes.
_OPENERS = (
    _FOLLOWING
    | _JOINING
    | frozenset(
        "det den de detta denna dessa vi en ett inom utöver dessutom vidare alla flera både bland att om hur "
        "vad man därför projektet programmet ytterligare samtliga några många".split()
    )
)


@dataclass(frozen=True, slots=True)
class Found:
    """A name as it stands at `[start, end)` of a text."""

    name: str
    start: int
    end: int


def after(text: str, at: int) -> Found | None:
    """The name that follows a word which ends at `at`, in quotes or with a capital; None where none follows."""
    between = _BEFORE.match(text, at)
    if not between:
        return None
    for start in dict.fromkeys((between.end(), at + 1)):
        quoted = _QUOTED.match(text, start)
        if quoted:
            return Found(tidy(quoted["name"]), quoted.start(), quoted.end())
        found = starting(text, start)
        if found:
            return found
    return None


def starting(text: str, start: int) -> Found | None:
    """The unquoted name that begins at `start`: with a capital, as far as its words go."""
    first = _WORD.match(text, start)
    if not first or first["gap"] or not first["word"][0].isupper():
        return None
    if first["word"].lower() in _OPENERS and not _THE.match(text, start):
        return None
    kept = end = first.end()
    capitals = words = 1
    while words < _LONGEST:
        shout, subtitle = _SHOUT.match(text, kept), _SUBTITLE.match(text, kept)
        if shout and kept == end:
            kept = shout.end()
            break
        following = _WORD.match(text, subtitle.end() if subtitle and kept == end else end)
        if not following or (following["gap"] == "" and not subtitle):
            break
        word = following["word"]
        if _is_capital(word):
            kept = following.end()
            capitals += word[0].isalpha() and words == capitals
        elif not _goes_on(text, following, first["word"], capitals > 1):
            break
        elif word not in _JOINING and word not in _AS:
            kept = following.end()
        end = following.end()
        words += 1
    years = _YEARS.match(text, kept)
    kept = years.end() if years else kept
    return Found(tidy(text[start:kept]), start, kept)


def going_on(text: str, at: int) -> int | None:
    """Where the words end that tell what a plan is for, read from `at`: as far as a noun phrase goes."""
    kept, end, words = None, at, 0
    while words < _LONGEST and (word := _WORD.match(text, end)) and (words == 0 or word["gap"]):
        small = word["word"]
        if (small in _FOLLOWING and small != "att") or (words and (wording.is_verb(small) or _is_passive(text, word))):
            break
        following = _WORD.match(text, word.end())
        if small == "och" and _ANOTHER.match(text, word.end()) and not _GENITIVE.search(text, at, word.start()):
            break
        if small == "att" and not (following and wording.is_infinitive(following["word"])):
            break
        end = word.end()
        words += 1
        if small not in _JOINING and small not in _ARTICLES:
            kept = end
    more = _MORE.match(text, kept) if kept else None
    return more.end() if more else kept


def is_plausible(name: str) -> bool:
    """Whether a name may be a project's: no place, body, company, law, month or bare number."""
    bare = name.strip()
    if (
        _REGISTERED.match(bare)
        or len(bare) < 3
        or not any(letter.isalpha() for letter in bare)
        or bare.casefold() in _PLAIN
    ):
        return False
    if not _is_capital(bare.split()[0]) or is_body(bare) or _RULE.search(bare) or _PLURAL.search(bare):
        return False
    if _LANDS.match(bare) or places.lookup(bare) or places.lookup(bare.removesuffix("s")):
        return False
    return not (" " not in bare and bare.rstrip("s").isupper() and len(bare) < 4)


def is_body(name: str) -> bool:
    """Whether a name is an organisation's, by its head: "Elitidrott vid Luleå tekniska universitet" is none."""
    head = _HEAD_END.split(name, maxsplit=1)[0]
    return bool(_BODY.search(head) or _OFFICE.match(name))


def tidy(name: str) -> str:
    """A name on one line without marks around it."""
    joined = _BROKEN.sub("-", " ".join(name.split()))
    return joined.strip(" ,;:-–—.").replace("’", "'")


def _is_passive(text: str, word: re.Match[str]) -> bool:
    """Whether a word that may be a genitive or a passive is the latter: no noun can follow it as a genitive's does."""
    following = _WORD.match(text, word.end())
    if not word["word"].endswith("s") or not any(base.endswith("a") for base in lexicon().bases(word["word"])):
        return False
    if not following:
        return False
    after = following["word"]
    is_definite = after.endswith(("en", "et", "an", "na")) and any(
        len(base) < len(after) for base in lexicon().bases(after)
    )
    return is_definite or not (wording.is_noun(after) or wording.is_attribute(after) or wording.is_compound(after))


def _goes_on(text: str, word: re.Match[str], first: str, titled: bool) -> bool:
    """Whether a name goes on with a word in small letters.

    Args:
        text: the text.
        word: where the word stands.
        first: the name's first word.
        titled: the name's words have capitals ("Smarta Hållbara Byar"): only what joins two such words goes on.
    """
    small = word["word"]
    following = _WORD.match(text, word.end())
    if not following:
        return small not in _JOINING and small not in _FOLLOWING and not wording.is_verb(small)
    capital = following["word"][0].isupper() and following["gap"] != ""
    if titled:
        return small in _TITLE_JOINING and capital
    before = text[: word.start()].rsplit(maxsplit=1)[-1]
    is_alone = before == first
    if small in _BINDING and is_alone and wording.is_common(first):
        return True
    if small == "med":
        return capital
    if is_alone and small in _JOINING and wording.is_coined_compound(first):
        return False
    if small.endswith(("et", "en", "n")) and name_of(small).is_bare:
        return False
    if small == "under":
        return following["word"].islower() and not _TIMES.match(following["word"])
    if small == "som":
        return following["word"] in _AS and bool(lexicon().bases(first.lower()))
    if small == "till" and not lexicon().bases(first.lower()):
        return False
    if small == "i" and wording.is_coined(first):
        return False
    if small in _FOLLOWING or (wording.is_verb(small) and not wording.is_attribute(before)):
        return False
    return small not in _JOINING or not _TIMES.match(following["word"])


def _is_capital(word: str) -> bool:
    return word[:1].isupper() or word[:1].isdigit()
