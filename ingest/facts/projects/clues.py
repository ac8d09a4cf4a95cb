"""Words that tell of a project: what stands before its name, after it, or around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.projects import KINDS
from ingest.facts.projects import names, wording
from ingest.facts.projects.names import Found

#: What an undertaking is called; a compound may end so ("samverkansprojektet", "regeringsuppdraget").
_PROJECT = rf"(?:{KINDS})"
#: What may be said of a name: "X är ett projekt", "X, nämndens satsning på …".
_DONE = r"(?:projekt|program|satsning|initiativ|kampanj)"
_ENDING = r"(?:et|met|en|n|t|erna)?"
#: Words whose name follows them, in the definite or after a genitive.
_BEFORE = re.compile(
    rf"(?<![\w-])[^\W\d_]*-?{_PROJECT}{_ENDING}(?<!arbeten)(?=[\s,:])",
    re.IGNORECASE,
)
#: Compounds that end like an undertaking and are none: television, software, what is left to do.
_OTHER = re.compile(
    r"(?:tv|dator|ordbehandlings|statistik|valprognos|kalkyl|köp|tillgångsköps|utköps|obligations|lotteri|kursplane"
    r"|samtals|dags|av|upp|rekryterings|arbets|styr|tid)-?(?:program|uppdrag|process|strategi)",
    re.IGNORECASE,
)
#: What may follow a name after a colon, and makes it the beginning of a sentence.
_CLAUSE = re.compile(r"\s(?:ska|skall|behöver|är|har|kan|måste|bör|får|blir|kommer|vill)(?!\w)")
_SEVERAL = re.compile(r"(?:projekten|programmen|satsningarna|initiativen|kampanjerna|uppdragen)$", re.IGNORECASE)
_BOTH = re.compile(r"([A-ZÅÄÖ][^,]*?)\soch\s([A-ZÅÄÖ].*)")
_BODYS = re.compile(r"(?:FN|EU|UN):s\s$")
_CAPITAL_BEFORE = re.compile(r"[A-ZÅÄÖ][\w-]*\s$")
_CALLED = re.compile(
    r"(?<!\w)(?:kallad|kallat|(?:som|numera|också|även|nu) kallas|benämnt|benämnd|benämns|döpt till|under namnet"
    r"|(?:fått|har|bär|med) namnet|så kallade(?=\s[\"”])|s\.k\.)(?=\s)"
)
#: Something that is done together stands in the sentence of what is called so.
_DOING = re.compile(
    r"(?:projekt|satsning|initiativ|kampanj|koncept|samarbete|samverkan|plattform|konferens|podcast|dialogmöte|kurs"
    r"|utlysning)\w*|(?<!\w)stöd(?!\w)|program(?:met)?(?!\w)",
    re.IGNORECASE,
)
_IS = re.compile(
    rf"(?P<verb>\s(?:är|var|blir))\s(?:ett|en)\s(?:(?!(?:del|av|i|på|för|till)\s)\w+\s){{0,3}}?[^\W\d_]*{_DONE}(?!\w)"
    rf"|(?P<comma>,)\s(?:(?:ett|en)\s(?:\w+\s){{0,3}}?|\w+s\s(?:\w+\s)?)[^\W\d_]*(?:{_DONE}|stöd)(?!\w)"
    r"|(?P<label>,\s(?:i dagligt tal|förkortat)\s\w+,\s(?:är|var)\s)"
)
_EXAMPLE = re.compile(r"(?i:exempel är)(?=\s)")
_WORKING = re.compile(r"(?<!\w)(?:arbetet|arbete|samarbetet|insatserna|satsningen)\s(?:med|kring)(?=\s)", re.IGNORECASE)
_WITHIN = re.compile(r"(?<!\w)[Ii]nom ramen för(?=\s)")
_PILOT = re.compile(
    r"(?<!\w)(?:[Ee]n|[Dd]en|två|nya?)\s(?P<name>(?:förstudie (?:om|av|för|kring)|pilot med|pilotstudie (?:om|av))\s)"
)
_EU = re.compile(r"(?<!\w)(?:Interreg|Horisont)\s(?:[A-ZÅÄÖ]\w+|\d{4})")
_OPENING = re.compile(r"(?<!\w)(?:[Ii]nom|I|Genom|Via)\s(?=[A-ZÅÄÖ])")
#: "Etableringen av Grön park är ett initiativ": what is made bears the name.
_MAKING = re.compile(r"[A-ZÅÄÖ][a-zåäö]+(?:ingen|andet|ionen)\sav\s(?=[A-ZÅÄÖ])")
#: "Inrättandet av en funktion är en satsning": what is done, without a name.
_UNNAMED = re.compile(r"[A-ZÅÄÖ][a-zåäö]+(?:ingen|andet|ionen)\sav\s[a-zåäö]")
#: What is done in something that bears a name: "I Matlyftet deltar …", "Inom Grön kust prövas …".
_INSIDE = re.compile(r"(?<!\w)(?P<inside>[Ii]nom|[Gg]enom|[Vv]ia|I)\s(?=[A-ZÅÄÖ])")
#: What is told of undertakings: their money, those who take part, that they begin and end.
_TOLD = re.compile(
    r"\w*(?:projekt|satsning|initiativ|kampanj|program|samarbete|stöd|bidrag|omgång|deltagar|kronor|mkr|tkr|medfinansier)"
    r"\w*|(?<!\w)(?:bevilja|prövas?|testas?|införs|infördes)\w*",
    re.IGNORECASE,
)
_LIFE = re.compile(
    r"\s(?:avsluta[ds]\w*|startade?s?|startar|har\s(?:startat|avslutats|beviljats)|upphör\w*|förläng\w+|invig\w+|pågår|pågick"
    r"|löper|bevilja\w+|drivs|leds|finansieras|medfinansieras|(?:är|kom)\s(?:åter\s)?i\sgång)(?!\w)"
)
#: The sentence goes on about the project that it began with.
_THE_PROJECT = re.compile(r"(?<!\w)(?:projektet|satsningen|initiativet|omgång(?:en)?|som projekt)(?=[.,;]|\s[a-zåäö])")
#: What goes on is counted: "ansökan om Matlyftet 3", "en fortsättning, Matlyftet 2".
_COUNTED = re.compile(
    r"(?:,|(?<!\w)(?:om|till|i|inom|av|för|och))\s(?P<name>(?P<word>[A-ZÅÄÖ][a-zåäö]{6,})\s(?:\d|I{1,3}|IV))(?![\w%:]|[.,]\d|\s\d)"
)
_BEGUN = re.compile(
    r"(?<!\w)(?:bilda|starta|lansera|inrätta|etablera)(?:de|des|ts|s)\s(?:[a-zåäö]+\s){0,2}(?=[A-ZÅÄÖ])"
)
_BUILT = re.compile(
    r"(?<![\w-])(?P<name>[A-ZÅÄÖ]\w+(?:banan|leden|länken|tunneln|bron|stambanan))\s"
    r"(?:ska(?:ll)?\s(?:fortsätta\s)?bygg(?:a|as|s)|byggs|börjar byggas)"
)
_TO_DO = re.compile(r"[Pp]rojektet att (?:etablera|bygga|skapa|utveckla|införa|ta fram) (?:en|ett|den|det)\s")
_DESCRIBED = re.compile(
    r"(?<!\w)[Ee]tt\s(?:[a-zåäö]+t\s)*?(?P<name>(?P<how>(?:[a-zåäö]+-)?[a-zåäö]{4,})iskt\s[a-zåäö]{6,}projekt)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Clue:
    """A name that a text calls an undertaking, where it stands."""

    name: str
    start: int
    end: int


def clues(text: str) -> Iterator[Clue]:
    """The projects that a sentence names, by each of the ways to name one."""
    for way in _WAYS:
        for found in way(text):
            if names.is_plausible(found.name):
                yield Clue(found.name, found.start, found.end)


def _named_after(text: str) -> Iterator[Found]:
    """Find "projektet X", "Länsstyrelsens projekt X", "temaåret X"."""
    for match in _BEFORE.finditer(text):
        if _OTHER.match(match[0]) or (match[0][:1].isupper() and match.start() and text[match.start() - 1] == "-"):
            continue
        found = names.after(text, match.end())
        if not found or (text[match.end()] == "," and not match[0].lower().endswith(("et", "en", "n"))):
            continue
        if _is_told_of(text, match.start()) or (text[match.end()] == ":" and _CLAUSE.match(text, found.end)):
            continue
        both = _BOTH.fullmatch(found.name) if _SEVERAL.search(match[0]) else None
        if both:
            yield Found(both[1], found.start, found.start + len(both[1]))
            yield Found(both[2], found.end - len(both[2]), found.end)
        else:
            yield found


def _is_told_of(text: str, at: int) -> bool:
    """Whether the word at `at` belongs to a name itself or to a body's: "… Mobility Program", "FN:s miljöprogram"."""
    return bool(_BODYS.search(text, 0, at)) or (text[at].isupper() and bool(_CAPITAL_BEFORE.search(text, 0, at)))


def _called(text: str) -> Iterator[Found]:
    """Find "ett samarbete kallat X", "en plattform som har fått namnet X"."""
    for match in _CALLED.finditer(text):
        is_done = bool(_DOING.search(text))
        found = names.after(text, match.end()) if is_done or _TOLD.search(text) else None
        if found and (is_done or wording.is_coined_compound(found.name)):
            yield found


def _told_to_be(text: str) -> Iterator[Found]:
    """Find "X är ett samverkansprojekt", "X, ett projekt som …": at the beginning or after "Inom"."""
    said = list(_IS.finditer(text))
    starts = [0, *(match.end() for match in _OPENING.finditer(text))] if said else []
    if _UNNAMED.match(text):
        return
    making = _MAKING.match(text)
    if making and starts:
        starts[0] = making.end()
    for match in said:
        for start in starts:
            found = names.starting(text, start)
            if found and found.end == match.start():
                yield found


def _inside(text: str) -> Iterator[Found]:
    """Find "Inom Digital arena Ljungmark prövar …", "I Matlyftet deltar …": something is done in it."""
    for match in _INSIDE.finditer(text):
        found = names.starting(text, match.end())
        if not found or found.name.split()[0].endswith("s"):
            continue
        within = match["inside"].lower() == "inom"
        is_told = " " in found.name and bool(_TOLD.search(text, found.end))
        titled = within and (wording.is_title(found.name) or is_told)
        if (titled or wording.is_coined_compound(found.name)) and _is_done_in(text[found.end :], within):
            yield found


def _is_done_in(rest: str, within: bool) -> bool:
    """Whether what follows a name tells what is done in it; after "inom" the clause may end there."""
    after = re.match(r"\s([a-zåäö]+)", rest)
    return wording.may_be_verb(after[1]) or (within and after[1] == "som") if after else within


def _living(text: str) -> Iterator[Found]:
    """Find "Matlyftet avslutades i december": what begins and ends, by a name that is in no word list."""
    found = names.starting(text, 0)
    if not found or not wording.is_coined_compound(found.name):
        return
    if _LIFE.match(text, found.end) or _THE_PROJECT.search(text, found.end):
        yield found


def _counted(text: str) -> Iterator[Found]:
    """Find "ansökan om Matlyftet 3"."""
    for match in _COUNTED.finditer(text):
        if wording.is_coined_compound(match["word"]):
            yield Found(match["name"], match.start("name"), match.end())


def _begun(text: str) -> Iterator[Found]:
    """Find "då bildades Effektforum Ljungmark": what is begun bears a name that begins with a common word."""
    for match in _BEGUN.finditer(text):
        found = names.starting(text, match.end())
        if found and wording.is_title(found.name):
            yield found


def _built(text: str) -> Iterator[Found]:
    """Find "Norrbotniabanan ska byggas": what is being built and has a name."""
    for match in _BUILT.finditer(text):
        yield Found(match["name"], match.start("name"), match.end("name"))


def _to_do(text: str) -> Iterator[Found]:
    """Find "projektet att etablera en RISE-nod för Norrbotten": named by what comes of it."""
    for match in _TO_DO.finditer(text):
        end = names.going_on(text, match.end())
        if end and text[match.end()].isupper():
            yield Found(names.tidy(text[match.end() : end]), match.end(), end)


def _described(text: str) -> Iterator[Found]:
    """Find "ett nytt kultur-geografiskt inventeringsprojekt": named by what is done in it and in which field.

    A field is a compound; "ett politiskt samarbetsprojekt" may be any.
    """
    for match in _DESCRIBED.finditer(text):
        if "-" not in match["how"] and not wording.is_compound(match["how"] + "isk"):
            continue
        yield Found(match["name"][:1].upper() + match["name"][1:], match.start("name"), match.end("name"))


def _example(text: str) -> Iterator[Found]:
    if re.search(_PROJECT, text):
        for match in _EXAMPLE.finditer(text):
            found = names.after(text, match.end())
            if found:
                yield found


def _worked_with(text: str) -> Iterator[Found]:
    """Find "arbetet med "X””: in quotes, or of several words with capitals."""
    for match in [*_WORKING.finditer(text), *_WITHIN.finditer(text)]:
        found = names.after(text, match.end())
        if (
            found
            and not found.name.split()[0].endswith("s")
            and (text[found.start] in '”"“*»' or wording.has_two_capitals(found.name))
        ):
            yield found


def _piloted(text: str) -> Iterator[Found]:
    """Find "En förstudie om X": what is tried is what names it."""
    for match in _PILOT.finditer(text):
        start = match.start("name")
        end = re.compile(r"\s(?:har|ska|kommer|som|är|genomförs|pågår|inleds|startas?|görs)\b|[.,;:(]").search(
            text, match.end()
        )
        if end and end.start() - match.end() < 80:
            written = names.tidy(text[start : end.start()])
            yield Found(written[:1].upper() + written[1:], start, end.start())


def _of_the_union(text: str) -> Iterator[Found]:
    for match in _EU.finditer(text):
        found = names.starting(text, match.start())
        if found:
            yield found


_WAYS = (
    _named_after,
    _called,
    _told_to_be,
    _example,
    _worked_with,
    _piloted,
    _of_the_union,
    _inside,
    _living,
    _counted,
    _begun,
    _built,
    _to_do,
    _described,
)
