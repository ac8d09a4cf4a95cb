"""The sentences that promise: how a plan, an aim, work under way or a delay is put into words, and what only looks so."""

import re
from dataclasses import dataclass
from typing import Literal

from corpus.model import Status
from ingest.facts.commitments import statuses
from ingest.facts.commitments.legends import SYMBOL

Form = Literal[
    "will", "shall", "plan", "aim", "expect", "decided", "present", "ongoing", "delay", "share", "outcome", "advice"
]


@dataclass(frozen=True, slots=True)
class Promise:
    """What in a sentence promises: its form, the verb phrase `[start, end)`, and the status that the words give."""

    form: Form
    start: int
    end: int
    status: Status | None
    passive: bool = False


@dataclass(frozen=True, slots=True)
class _Pattern:
    form: Form
    pattern: re.Pattern[str]
    status: Status | None


def _pattern(form: Form, pattern: str, status: Status | None) -> _Pattern:
    return _Pattern(form, re.compile(pattern, re.IGNORECASE), status)


#: Nouns of work that somebody carries out; a war or a pandemic goes on too, but nobody has promised it.
WORK = (
    r"(?:\w*arbete[tn]?|\w*projekt(?:et|en)?|\w*process(?:en)?|\w*utredning(?:en)?|\w*upphandling(?:en)?|översyn(?:en)?|uppdrage?t?|\w*insatser(?:na)?"
    r"|\w*analys(?:en)?|\w*kartläggning(?:en)?|\w*planering(?:en)?|\w*revidering(?:en)?|\w*utbyggnad(?:en)?|\w*förstudien?|\w*utvärdering(?:en)?"
    r"|dialog(?:en|er)?|\w*uppföljning(?:en)?|etablering(?:en)?|\w*program(?:met)?|\w*strategin?|handlingsplan(?:en)?|serviceplan(?:en)?"
    r"|införande[t]?|framtagande[t]?|\w*aktiviteter(?:na)?|\w*granskning(?:en)?|åtgärder(?:na)?|pilot(?:en)?|\w*tester(?:na)?|satsning(?:en)?"
    r"|\w*samarbete(?:t)?|nätverk(?:et)?)"
)
COUNT = r"(?:\d+|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|samtliga|hälften)"
_GAP = r"(?:[^\s.;:?!]+\s+){0,9}?"
_DONE_WORK = r"(?:påbörjats?|inletts?|inlett|startats?|startat\s+upp|startats?\s+upp)"

#: In the order in which they decide: what a report says of its own goal comes before the modal in the goal's words.
PATTERNS: tuple[_Pattern, ...] = (
    _pattern("advice", r"\brekommendera[rs]\b(?=\s+(?:\S+\s+){0,8}?att\b)", None),
    _pattern(
        "delay",
        r"\b(?:har\s+(?:\w+\s+){0,3}?)?(?:försenats|försenat|försenade[s]?|senarelagts|senareläggs|pausats?|pausades|skjutits\s+(?:fram|upp)"
        r"|skjuts\s+(?:fram|upp))\b|\bflytta(?:s|ts|t)\s+(?:[^.;:]{3,60}?\s)?till\s+(?:\w+\s+)?(?:19|20)\d\d|\bkan\s+inte\s+stå\s+klar\w*",
        "delayed",
    ),
    _pattern(
        "aim",
        r"\b(?:nytt\s+)?(?:mål(?:et|sättningen)?|ambitionen|avsikten|tanken|planen)\s+är\s+(?:fortfarande\s+)?(?:att|två|tre|fyra|fem|sex|sju|åtta|nio|tio|nu|dessutom|därför|en|ett|minst|högst|\d)"
        r"|\b(?:uppgift(?:er|en|erna)?|roll)\s+är\s+att\b"
        r"|\bhar\s+(?:också\s+|även\s+)?(?:som\s+mål|som\s+avsikt|för\s+avsikt|som\s+ambition)(?:\s+att)?"
        r"|\b(?:mål|målet|målsättningen|ambitionen|kravet)\s+(?:är\s+)?att\b|\b\w+s\s+mål\b(?=.*\b(?:är|innefattar|omfattar)\b)"
        r"|\bhåller\s+fast\s+vid\s+(?:målet|\d)|\bmålet\s+(?:på\s+|om\s+)?(?:minst\s+|högst\s+)?\d",
        None,
    ),
    _pattern(
        "decided",
        rf"\b(?:har|hade)\s+{_GAP}(?:beslutat|lovat|åtagit\s+sig|förbundit\s+sig)\s+(?:att|om\s+(?:en\s+|ett\s+)?fortsatt\w*)\b"
        r"|\bbeslutade\s+(?:\w+\s+){0,4}(?:att|om\s+en|om\s+ett)\b|\bbeslutades\s+(?:om\s+)?(?:att|en|ett)\b|\blovade\b(?!\s+\d)"
        r"|\blöfte(?:t)?\s+(?:om\s+)?att\b",
        "planned",
    ),
    _pattern(
        "will",
        r"(?<!till det )(?<!till detta )\bkommer\s+(?:[^\s.;:?!]+\s+){0,22}?att\s+(?:(?:även|också|därför|bland\s+annat|ytterligare|i\s+stället|fortsatt|nu|sedan)\s+)*"
        r"(?P<verb>\w+as?|få|gå|stå|ge|se|bli|ske|ges|ses|slå)\b",
        "planned",
    ),
    _pattern("will", r"\bkommer\s+(?:(?!att\b)[^\s.;:?!,]+\s+){0,3}?(?P<verb>\w{3,}(?:as|eras|ras))\b", "planned"),
    _pattern("shall", r"\bska(?:ll)?\b", "planned"),
    _pattern(
        "plan",
        r"\b(?:planerar|planeras|avser\s+att|avser(?=\s+(?:regionen|nämnden|kommunen|styrelsen|förvaltningen)\b)|ämnar|siktar\s+på|räknar\s+(?:\w+\s+)?med\s+att(?=\s+\w+a\s)"
        r"|lovar|åtar\s+sig|förbinder\s+sig|har\s+(?:\w+\s+){0,3}planerat\s+in|har\s+planer\s+på|är\s+planerade?t?|förslag\s+finns\s+på\s+att|planering\s+av\s+(?:nästa|kommande))\b",
        "planned",
    ),
    _pattern(
        "expect",
        r"\b(?:beräknas|väntas|förväntas|bedöms|räknas)\b(?=.*\b(?:klar\w*|färdig\w*|starta\w*|öppna\w*|invig\w*|besluta?s?|antas|genomföras?|införas?"
        r"|slutför\w*|avsluta\w*|redovisa\w*|lämnas?|i\s+drift|genomförande)\b)",
        "planned",
    ),
    _pattern("expect", r"\b(?:beräknas|väntas)\s+(?P<verb>\w+)", "planned"),
    _pattern(
        "ongoing",
        rf"\bhar\s+{_GAP}{_DONE_WORK}\b(?=\s+(?:en|ett|ny|nya|arbete\w*|med|den|det|{WORK}|\w+sprocess)\b)"
        rf"|\b{WORK}\s+(?:[^\s.;:?!]+\s+){{0,14}}?(?:har\s+{_GAP})?(?:är\s+)?(?:nu\s+)?(?:{_DONE_WORK}|påbörjad[e]?|inledd[a]?|(?<!som )pågår|fortlöper|bedrivs)\b"
        rf"|\b(?:pågår|inleds|påbörjas)\s+(?:[^\s.;:?!]+\s+){{0,5}}?{WORK}\b"
        r"|\barbetar\s+(?:\S+\s+){0,3}?(?:med|på)\s+att\b|\bhåller\s+på\s+att\b(?!\s+\w*(?:öka|minska|förändra)\w*)"
        r"|\bhar\s+(?:\w+\s+){0,4}?(?:i\s+uppdrag|uppdrag(?:et)?)\s+att\b(?!\s+(?:bidra|främja|upprätta)\b)"
        rf"|\bhar\s+{_GAP}{WORK}\s+(?:\w+\s+){{0,2}}?(?:genomförts|gjorts|bedrivits)\s+för\s+att\b"
        r"|\b\w+as\s+(?:kontinuerligt|regelbundet|årligen|\w+\s+(?:ggr|gånger)\s*(?:per|/|om)\s*året?)(?!\w)"
        r"|\b(?:medfinansierar|deltar\s+aktivt\s+i)\b|(?<!som )\bprioriterar\s+därför\b",
        "started",
    ),
    _pattern(
        "share",
        rf"\b{COUNT}\s+av\s+(?:de\s+|totalt\s+)*{COUNT}\s.*\b(?:inletts|inledda|påbörjats|påbörjade|genomförts|genomförda|klara|upprättade|skyltade"
        rf"|anslutna|färdiga)\b|\b(?:inletts|påbörjats|genomförts|klara|upprättade|skyltade|anslutna|färdiga)\b.*\b{COUNT}\s+av\s+(?:de\s+|totalt\s+)*{COUNT}\b"
        rf"|\b{COUNT}\s+av\s+(?:dem|dessa|de)\s+(?:är|har)\s+(?:\w+\s+)?(?:inledda|inletts|påbörja\w+|genomför\w+|klara)\b"
        rf"|\bav\s+{COUNT}\s.*\b{COUNT}\s+(?:\w+\s+)?(?:inletts|påbörjats|genomförts|genomgått)\b",
        "partly",
    ),
    _pattern(
        "outcome",
        r"\b(?:målet|målen)\b[^.;]*\b(?:nåddes|nått|nådda|uppnått|uppnåtts|uppnåddes|uppfyllt|uppfyllts)\b",
        None,
    ),
    _pattern(
        "present",
        r"\bär\s+från\b|\bstår\s+klar\w*|(?:\bfrån\s+(?:och\s+med\s+)?(?:\w+\s+)?20\d\d\s+)är\b|\b(?:blir|tar)\b|\b\w{3,}s\b",
        "planned",
    ),
)

#: What an effect does, not somebody: "satsningen ska bidra till", "stödet ska leda till".
_EFFECTS = re.compile(
    r"(?:\S+\s+){0,6}?(?:bidra|leda\s+till|främja|resultera|möjliggöra|medföra|innebära|omfatta|innehålla|utgöra|förstås|ses\s+som|gälla\s+för|syfta|spegla|fungera\s+som|ligga\s+till\s+grund|visa\b"
    r"|binda|kunna|behöva|räcka|uppstå|tolkas|betraktas|framgå|beaktas|anses|avse|utgå\s+från|grundas|präglas|vägleda|locka)\b",
    re.IGNORECASE,
)
#: What comes about by itself: verbs after "kommer att" that forecast instead of promising.
_HAPPENS = frozenset(
    "öka minska stiga sjunka falla växa påverka påverkas ligga behöva behövas kräva krävas innebära kunna få leda medföra "
    "bidra resultera utgöra ha ta dämpas förbättras försämras återhämta återhämtar nå avta utvecklas närma hamna förbli visa "
    "dröja ge spela gynna drabbas röra understiga överstiga uppgå märkas komma försvagas stärkas mattas vända uppstå synas "
    "höjas sänkas fortsätta fortgå bestå se krävs bero variera hålla förändras ändras skapa täckas utgå underlätta möjliggöra "
    "vilja inträffa lyckas klara pressas tynga dämpa stimulera stödja stärka belasta kosta orsaka saknas betyda tvingas "
    "höja sänka nya en ett bättre uppgå omsätta normaliseras stabiliseras skifta bromsa bromsas accelerera kvarstå upplevas bedömas gå känna tillta överraska passera "
    "generera efterfrågas ställa ställas bli märka utmana minskas ökas".split()
)
#: "vara" and "bli" promise only what is to be ready.
_READY = re.compile(
    r"^\s+(?:\S+\s+){0,4}?(?:klar\w*|kvar|färdig\w*|i\s+drift|värd\w*|underlag|ett\s+underlag|på\s+plats|genomför\w*)\b",
    re.IGNORECASE,
)
#: What shows that somebody only thinks, wonders or supposes.
_SUPPOSED = re.compile(
    r"\b(?:sannolikt|troligen|troligtvis|förmodligen|antagligen|möjligen|eventuellt|tror|tycker|undrar|sade|menade|menar|ansåg|anser|påpekade|hoppas|förmoda\w*|poängterade|hävdade|trodde|antas\s+att|jag|förväntningar(?:na)?|marknads\w+"
    r"|marknaden|prognosen|prognoserna|inflation\w*|konjunktur\w*|\w*ränt(?:a|an|or|orna)|penningpolitik\w*|BNP|Fed|Federal\s+Reserve|ECB|euroområdet"
    r"|centralbanker(?:na)?|osäkert|osäkerhet\w*|skulle|risk(?:en)?|behov\w*\s+av\s+att|kommer\s+(?:\w+\s+)?inte|kronan|priserna"
    r"|arbetslösheten|arbetsmarknaden|löne\w+|tillväxten)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:kommer|planerar|planeras|avser|ska|skall|har|tänker)\s+(?:\w+\s+){0,2}?(?:inte|ej|aldrig)\b", re.IGNORECASE
)
#: What a law, a rule or a policy demands of anybody.
_RULE = re.compile(
    r"§|\benligt\s+(?:\w+\s+){0,4}?\w*(?:lag|lagen|lagstiftning\w*|förordning(?:en)?|reglemente[t]?|riktlinje\w*|policyn?|direktiv\w*|föreskrift\w*"
    r"|regelverk\w*|instruktion\w*|rutin\w*|avtal\w*|kap\.?)\b"
    r"|\b\w*(?:lagen|lagstiftningen|förordningen|reglementet|riktlinjerna|riktlinjen|policyn|direktivet|föreskrifterna|grundlag|bestämmelserna)\s+"
    r"(?:\w+\s+){0,3}?(?:ska|anger|säger|kräver|ställer|framgår|föreskriver|innebär|reglerar|slår)\b"
    r"|\bframgår\s+(?:\w+\s+){0,6}?att\b|\b(?:lagstadgad\w*|skyldig\w*|föreskriver)\b|\b(?:innebär|anger|anges|säger|stadgar)\s+att\b"
    r"|\barbetsgivare\w*\s+(?:ska|skall)\b|^vid\s+(?:en|ett)\b|\bmåste\b|\bi\s+(?:\w+\s+)?(?:lagen|förordningen|reglementet|riktlinjerna|policyn)\b",
    re.IGNORECASE,
)
#: The clauses in which "ska" is a purpose, a condition or a thing talked of.
_SUBORDINATE = re.compile(
    r"(?:(?:^\s*|\bav\s+|\bfrågan\s+)(?:om|vad|var)|\bvad\s+som|\bså\s+att|\bhur|\bvilk\w+|\beftersom|\bvarför|\bvem|\bkan\s+och"
    r"|\bför\s+att(?!\s+(?!\w*(?:la|ska|iga|ade|ra)\s)(?:\w+as?|få|nå|ge|se|gå|stå|bli)\s))\s+(?:[^\s,.;:]+\s+){0,12}?$",
    re.IGNORECASE,
)
#: "ska" right after a short clause of condition or time: "om stödet ska", "när åtgärder ska".
_ASIDE = re.compile(
    r"(?:(?:^|,\s|\b(?:även|som|utom|inte|och|att|eller)\s)om|\bnär|\binnan)\s+(?:\S+\s+){1,3}$", re.IGNORECASE
)
#: A subject that is anybody.
_GENERAL = re.compile(r"\bman\s+(?:\w+\s+){0,2}ska\b|\bska\s+man\b|\b(?:ingen|inget|inga)\b.*\bska\b", re.IGNORECASE)
#: A clause of "hur" that a plan tells.
_PLANNED_HOW = re.compile(
    r"\b(?:planen|\w*planer|handlingsplanen|strategin|programmet|planer\s+för|handlar\s+(?:\w+\s+){0,2}om)\s+(?:\S+\s+){0,3}?hur\b",
    re.IGNORECASE,
)
#: A time to come that belongs to the verb before it: "avslutas under 2022".
_LED = re.compile(
    r"\s+(?:\S+\s+){0,3}?(?:under|till|i|senast|från|hösten|våren)\s+(?:\w+\s+)?(?:19|20)\d\d\b", re.IGNORECASE
)
#: A time that opens the sentence: "Under 2018 utvärderas", "Den 19 maj arrangeras"; its verb follows at once.
_TIME_FIRST = re.compile(
    r"^(?:[^,]{0,40}\s)?(?:under|i|från|den|till|senast|hösten|våren|sommaren|för)\b.*?\b(?:19|20)\d\d\b|^.{0,60}\bunder\s+(?:19|20)\d\d",
    re.IGNORECASE,
)
_FRONT = 80
_RELATIVE = re.compile(r"(?:,\s|\s)(?:som|där|då)\s")
_OPENING = re.compile(r"^(?:om|ifall|såvida|därest|förutsatt)\b", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:har|hade|var|blev|fanns|gjordes|kom|gick|fick|tog|stod|låg|(?!fjärde|sjätte|både)\w{2,}(?:ades?|ddes?|ldes?|rdes?|ktes?|ptes?|ttes?))\b",
    re.IGNORECASE,
)
#: Somebody, or some work, that can do what follows "kommer att".
_DOER = re.compile(
    rf"\b(?:Region\s|regionen|kommun\w*|\w*nämnden|\w*styrelsen|\w*verket|\w*myndigheten|regeringen|\w*banken|bolaget|\w+\s+AB|vi|staden"
    rf"|länsstyrelsen|parterna|direktionen|\w*förvaltningen|\w*enheten|\w*rådet|museet|{WORK})\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"^(?:att\s+)?(?:\w+\s+){0,6}?\w+[aå]s\b", re.IGNORECASE)


def promise_of(sentence: str, *, ahead: bool, strict: bool = False) -> Promise | None:
    """What a sentence promises, or None: it tells, asks, supposes, or says what a rule demands.

    Args:
        sentence: the sentence.
        ahead: whether it names a time after the report's period.
        strict: whether "ska" promises only beside a time to come: an audit's "ska" is the rule it holds others to.
    """
    text = sentence.strip()
    if text.endswith("?") or len(text) < _SHORTEST or SYMBOL.search(text) or _is_outlook(text):
        return None
    supposed = _SUPPOSED.search(text) is not None
    for kind in PATTERNS:
        if supposed and kind.form not in ("outcome", "advice"):
            continue
        for match in kind.pattern.finditer(sentence):
            if _GUARDS[kind.form](sentence, match, ahead, strict):
                return _promise(sentence, kind, match)
    return None


#: Characters of the shortest sentence that says what is to be done.
_SHORTEST = 20


def _is_outlook(text: str) -> bool:
    """Whether a sentence only says how a goal is expected to end: that is the goal's forecast."""
    return "mål" in text.lower() and statuses.expected(text) is not None


def _promise(sentence: str, kind: _Pattern, match: re.Match[str]) -> Promise:
    verb = match["verb"] if "verb" in kind.pattern.groupindex else None
    rest = sentence[match.end() :].lstrip()
    passive = verb.endswith("s") if verb else kind.form in ("shall", "present", "expect") and bool(_PASSIVE.match(rest))
    end = match.start("verb") if verb else match.end()
    return Promise(kind.form, match.start(), end, _status(sentence, kind), passive)


def _status(sentence: str, kind: _Pattern) -> Status | None:
    """The status by the form, unless the sentence itself says how far it has come."""
    if kind.form in ("advice", "delay"):
        return kind.status
    said = statuses.told(sentence)
    if said in ("delayed", "partly", "started", "not_met"):
        return said
    return said if kind.form in ("outcome", "aim") else kind.status


def _will(sentence: str, match: re.Match[str], ahead: bool, strict: bool) -> bool:
    verb = match["verb"].lower()
    if _bound(sentence, match) or _RULE.search(sentence):
        return False
    if verb in ("vara", "bli", "stå"):
        return _READY.match(sentence[match.end() :]) is not None
    if verb in _HAPPENS or (verb == "finnas" and "behov" in sentence):
        return False
    return verb.endswith("s") or ahead or _DOER.search(sentence) is not None


def _shall(sentence: str, match: re.Match[str], ahead: bool, strict: bool) -> bool:
    before = sentence[: match.start()]
    if (strict and not ahead) or _RULE.search(sentence) or _ASIDE.search(before) or _GENERAL.search(sentence):
        return False
    if before.endswith("som ") and not ahead and not _DOER.search(before):
        return False
    told_how = _PLANNED_HOW.search(sentence[: match.start()])
    if not told_how and _bound(sentence, match):
        return False
    return ahead or not _EFFECTS.match(sentence[match.end() :].lstrip())


def _ongoing(sentence: str, match: re.Match[str], ahead: bool, strict: bool) -> bool:
    return not strict and not _bound(sentence, match)


def _plain(sentence: str, match: re.Match[str], ahead: bool, strict: bool) -> bool:
    return not _bound(sentence, match)


def _present(sentence: str, match: re.Match[str], ahead: bool, strict: bool) -> bool:
    """A present tense beside a time to come: "Under 2018 utvärderas arbetssättet"."""
    if not ahead or _RULE.search(sentence) or _bound(sentence, match):
        return False
    opened = (
        _TIME_FIRST.match(sentence) is not None
        and match.start() < _FRONT
        and not _PAST.search(_RELATIVE.split(sentence)[0])
    )
    if strict or not (opened or _LED.match(sentence, match.end())):
        return False
    word = match[0].lower()
    return (
        not word.endswith("s")
        or word.endswith(("as", "ds", "ts", "ps", "js", "rs", "gs", "ks", "ms", "ns"))
        and word not in _NOT_VERBS
    )


_NOT_VERBS = frozenset(
    "samtidigt sveriges länets regionens kommunens årets dess deras förutom annars alltjämt finns mars".split()
)


def _expect(sentence: str, match: re.Match[str], ahead: bool, strict: bool) -> bool:
    """What is reckoned to be ready; what is reckoned to rise or fall is a forecast."""
    happens = "verb" in match.re.groupindex and (not ahead or match["verb"].lower() in _HAPPENS)
    return not strict and not happens and not _bound(sentence, match)


def _plan(sentence: str, match: re.Match[str], ahead: bool, strict: bool) -> bool:
    """Not those who plan something, of whom the sentence only speaks: "företag som planerar att investera"."""
    return not sentence[: match.start()].endswith("som ") and not _bound(sentence, match)


def _outcome(sentence: str, match: re.Match[str], ahead: bool, strict: bool) -> bool:
    """A goal by itself: what is said of all of them together belongs to their table."""
    return "samla" not in sentence and not _bound(sentence, match)


def _advice(sentence: str, match: re.Match[str], ahead: bool, strict: bool) -> bool:
    return not _RULE.search(sentence[: match.start()])


def _bound(sentence: str, match: re.Match[str]) -> bool:
    """Whether the words stand in a clause that promises nothing, or are denied."""
    before = sentence[: match.start()]
    clause = re.split(r"[,;:]\s", before)[-1]
    return bool(_SUBORDINATE.search(clause) or _OPENING.match(sentence) or _NEGATED.match(sentence, match.start()))


_GUARDS = {
    "advice": _advice,
    "delay": _plain,
    "aim": _plain,
    "decided": _ongoing,
    "will": _will,
    "shall": _shall,
    "plan": _plan,
    "expect": _expect,
    "ongoing": _ongoing,
    "share": _plain,
    "outcome": _outcome,
    "present": _present,
}
