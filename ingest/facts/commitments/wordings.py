"""How a promise is put into words: plans, aims, decisions, work under way, delays, advice."""

import re
from dataclasses import dataclass
from typing import Literal

from corpus.model import Status

Form = Literal[
    "will",
    "shall",
    "plan",
    "aim",
    "task",
    "expect",
    "decided",
    "assigned",
    "present",
    "ongoing",
    "delay",
    "share",
    "outcome",
    "advice",
]


@dataclass(frozen=True, slots=True)
class Wording:
    """A form of promise, the words that make it, and the status that these words alone give.

    Every match holds one of the `hints` in small letters: most sentences hold none, and looking for these few takes a
    tenth of the pattern's time.
    """

    form: Form
    pattern: re.Pattern[str]
    status: Status | None
    hints: tuple[str, ...]


def _wording(form: Form, pattern: str, status: Status | None) -> Wording:
    return Wording(form, re.compile(pattern, re.IGNORECASE), status, tuple(_HINTS.get(form, "").split()))


#: What every match of a form's patterns holds; a form without hints is looked for in each sentence.
_HINTS: dict[Form, str] = {
    "advice": "rekommendera",
    "delay": "försena senarel paus skju flytta stå",
    "aim": "mål ambition avsikt tanken planen kravet håller",
    "task": "uppgift roll",
    "decided": "beslut lov åtag förbundit löfte",
    "will": "kommer",
    "assigned": "uppdrag",
    "shall": "ska",
    "plan": "plan avser ämnar siktar räknar lovar åtar förbinder förslag",
    "expect": "räknas väntas bedöms",
    "ongoing": (
        "påbörja inle starta pågår fortlöper fortsätter bedriv arbetar håller uppdrag genomförts gjorts träffas möts"
        " sammanträder medfinansierar deltar"
    ),
    "share": "inle påbörja genomför klara upprättade skyltade anslutna färdiga genomgått",
    "outcome": "mål",
}


#: Nouns of work that somebody carries out; a war or a pandemic goes on too, but nobody has promised it.
WORK = (
    r"(?:\w*arbete[tn]?|\w*projekt(?:et|en)?|\w*process(?:en)?|\w*utredning(?:en)?|\w*upphandling(?:en)?"
    r"|översyn(?:en)?|uppdrage?t?|\w*insatser(?:na)?"
    r"|\w*analys(?:en)?|\w*kartläggning(?:en)?|\w*planering(?:en)?|\w*revidering(?:en)?|\w*utbyggnad(?:en)?"
    r"|\w*förstudien?|\w*utvärdering(?:en)?"
    r"|dialog(?:en|er)?|\w*uppföljning(?:en)?|etablering(?:en)?|\w*program(?:met)?|\w*strategin?"
    r"|handlingsplan(?:en)?|serviceplan(?:en)?"
    r"|införande[t]?|framtagande[t]?|\w*aktiviteter(?:na)?|\w*granskning(?:en)?|åtgärder(?:na)?|pilot(?:en)?"
    r"|\w*tester(?:na)?|satsning(?:en)?"
    r"|\w*samarbete(?:t)?|nätverk(?:et)?)"
)
COUNT = r"(?:\d+|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|samtliga|hälften)"
_GAP = r"(?:[^\s.;:?!]+\s+){0,9}?"
_DONE_WORK = r"(?:påbörjats?|inletts?|inlett|startats?|startat\s+upp|startats?\s+upp)"

#: In the order in which they decide: what a report says of its own goal comes before the modal in the goal's words.
WORDINGS: tuple[Wording, ...] = (
    _wording("advice", r"(?<!\bde )(?<!\bhan )(?<!\bhon )\brekommendera[rs]\b(?=\s+(?:\S+\s+){0,8}?att\b)", None),
    _wording(
        "delay",
        r"\b(?:har\s+(?:\w+\s+){0,3}?)?(?:försenats|försenat|försenade[s]?|senarelagts|senareläggs|pausats?"
        r"|pausades|skjutits\s+(?:fram|upp)"
        r"|skjuts\s+(?:fram|upp))\b|\bflytta(?:s|ts|t)\s+(?:[^.;:]{3,60}?\s)?till\s+(?:\w+\s+)?(?:19|20)\d\d"
        r"|\bkan\s+inte\s+stå\s+klar\w*",
        "delayed",
    ),
    _wording(
        "aim",
        r"\b(?:nytt\s+)?(?:mål(?:et|sättningen)?|ambitionen|avsikten|tanken"
        r"|planen)\s+är\s+(?:fortfarande\s+)?(?:att|(?=två|tre|fyra|fem|sex|sju|åtta|nio|tio|nu|dessutom"
        r"|därför|en\b|ett\b|minst|högst|\d))"
        r"|\bhar\s+(?:också\s+|även\s+)?(?:som\s+mål|som\s+avsikt|för\s+avsikt|som\s+ambition)(?:\s+att)?"
        r"|\b(?:målet|målsättningen|ambitionen|kravet)\s+(?:är\s+)?att\b|\bmål\s+är\s+att\b"
        r"|\b\w+s\s+mål\b(?=.*\b(?:är"
        r"|innefattar|omfattar)\b)"
        r"|\bhåller\s+fast\s+vid\s+(?:målet|(?=\d))"
        r"|\bmålet\s+(?:på\s+|om\s+)?(?P<amount>(?=(?:minst\s+|högst\s+)?\d))",
        None,
    ),
    _wording("task", r"\b(?:uppgift(?:er|en|erna)?|roll)\s+är\s+att\b", None),
    _wording(
        "decided",
        rf"\b(?:har|hade)\s+{_GAP}(?:beslutat|lovat|åtagit\s+sig|förbundit\s+sig)\s+(?:att(?!\s+det\b)|om\s+(?:en\s+"
        rf"|ett\s+)?fortsatt\w*)\b"
        r"|(?<!nyligen )(?<!tidigare )(?<!som )\bbeslutade\s+(?:\w+\s+){0,4}(?:att|om\s+en|om\s+ett)\b"
        r"|\bbeslutades\s+(?:om\s+)?(?:att|en|ett)\b"
        r"|\blovade\b(?!\s+\d)"
        r"|\blöfte(?:t)?\s+(?:om\s+)?att\b",
        "planned",
    ),
    _wording(
        "will",
        r"(?<!till det )(?<!till detta )\bkommer\s+(?!från\b|in\b|fram\b|ut\b)"
        r"(?:[^\s.;:?!]+\s+){0,22}?att\s+(?:(?:även|också|därför"
        r"|bland\s+annat|ytterligare|i\s+stället|fortsatt|nu|sedan)\s+)*"
        r"(?P<verb>\w+as?|\w*(?:få|gå|stå|ge|se|bli|ske|ges|ses|slå))\b",
        "planned",
    ),
    _wording("will", r"\bkommer\s+(?:(?!att\b)[^\s.;:?!,]+\s+){0,3}?(?P<verb>\w{3,}(?:as|eras|ras))\b", "planned"),
    _wording(
        "will",
        r"\bkommer\s+(?:(?!att\b)[^\s.;:?!,]+\s+){0,2}?"
        r"(?P<verb>(?!andra|samma|flera|båda|denna|dessa|alla|sina|våra|inga|några|extra|stora|nya)\w{4,}a)\b",
        "planned",
    ),
    _wording(
        "assigned",
        r"\b(?:får|ges|ger|har\s+fått|har\s+getts?|har\s+givit)\s+(?:(?!att\b)[^\s.;:?!,]+\s+){0,5}?i\s+uppdrag\s+att"
        r"\b(?!\s+inte\b)",
        "planned",
    ),
    _wording("shall", r"\bska(?:ll)?\b(?=\s+[\w”\"])", "planned"),
    _wording(
        "plan",
        r"\b(?:planerar(?!\s+och\s+\w+r\b)|planeras|avser\s+(?:(?:också|även|därför|dessutom"
        r"|nu)\s+)?att(?!\s+(?:den|det|de|mäta|visa|spegla)\b)|avser(?=\s+(?:\w+\s+)?"
        r"(?:fortsätta|genomföra|utveckla|utreda|inrätta|införa|bygga|starta|påbörja|revidera|återkomma)\b)"
        r"|avser(?=\s+(?:regionen|nämnden|kommunen|styrelsen|förvaltningen)\b)"
        r"|ämnar|siktar\s+på|räknar\s+(?:\w+\s+)?med\s+att(?=\s+\w+a\s)"
        r"|lovar|åtar\s+sig|förbinder\s+sig|har\s+(?:\w+\s+){0,3}planerat\s+in|har\s+planer\s+på"
        r"|är\s+planerade?t?|förslag\s+finns\s+på\s+att|planering\s+av\s+(?:nästa|kommande))\b",
        "planned",
    ),
    _wording(
        "expect",
        r"\b(?:beräknas|väntas|förväntas|bedöms|räknas)\b(?=.*\b(?:klar\w*|färdig\w*|starta\w*|öppna\w*|invig\w*"
        r"|besluta?s?|antas\s+(?:av|under|i|senast|\d)|genomföras?|införas?"
        r"|slutför\w*|avsluta\w*|redovisa\w*|lämnas?|i\s+drift|genomförande)\b)",
        "planned",
    ),
    _wording("expect", r"\b(?:beräknas|väntas)\s+(?P<verb>\w+)", "planned"),
    _wording(
        "ongoing",
        rf"\bhar\s+{_GAP}{_DONE_WORK}\b(?=\s+(?:en|ett|ny|nya|arbete\w*|med|den|det|{WORK}|\w+sprocess)\b)"
        rf"|\b{WORK}\s+(?:[^\s.;:?!]+\s+){{0,14}}?(?:har\s+{_GAP})?(?:är\s+)?(?:nu\s+)?(?:{_DONE_WORK}"
        rf"|påbörjad[e]?|inledd[a]?|(?<!som )pågår|fortlöper|fortsätter|bedrivs)\b"
        rf"|\b(?:pågår|inleds|påbörjas)\s+(?:[^\s.;:?!]+\s+){{0,5}}?{WORK}\b"
        r"|\barbetar\s+(?:\S+\s+){0,3}?(?:med|på)\s+att\b|\bhåller\s+på\s+att\b(?!\s+\w*(?:öka|minska|förändra"
        r"|stabilisera|försvaga|avta|sjunka|stiga|vända)\w*)"
        r"|\bhar\s+(?:\w+\s+){0,4}?(?:i\s+uppdrag|uppdrag(?:et)?)\s+att\b(?!\s+(?:bidra|främja|upprätta)\b)"
        rf"|\bhar\s+{_GAP}{WORK}\s+(?:\w+\s+){{0,2}}?(?:genomförts|gjorts|bedrivits)\s+för\s+att"
        r"\s+(?:ta\s+fram|forma|utarbeta|upprätta|utveckla|bygga|införa|inrätta|etablera|revidera)\b"
        r"|\b(?:träffas|möts|sammanträder)\s+(?:kontinuerligt|regelbundet|årligen"
        r"|\w+\s+(?:ggr|gånger)\s*(?:per|/|om)\s*år(?:et)?)(?!\w)"
        r"|\b(?:medfinansierar|deltar\s+aktivt\s+i)\b",
        "started",
    ),
    _wording(
        "share",
        rf"\b{COUNT}\s+av\s+(?:de\s+|totalt\s+)*{COUNT}\s.*\b(?:inletts|inledda|påbörjats|påbörjade|genomförts"
        rf"|genomförda|klara|upprättade|skyltade"
        rf"|anslutna|färdiga)\b|\b(?:inletts|påbörjats|genomförts|klara|upprättade|skyltade|anslutna"
        rf"|färdiga)\b.*\b{COUNT}\s+av\s+(?:de\s+|totalt\s+)*{COUNT}\b"
        rf"|\b{COUNT}\s+av\s+(?:dem|dessa|de)\s+(?:är|har)\s+(?:\w+\s+)?(?:inledda|inletts|påbörja\w+|genomför\w+"
        rf"|klara)\b"
        rf"|\bav\s+{COUNT}\s.*\b{COUNT}\s+(?:\w+\s+)?(?:inletts|påbörjats|genomförts|genomgått)\b",
        "partly",
    ),
    _wording(
        "outcome",
        r"\b(?:målet|målen)\b[^.;]*\b(?:nåddes|nått|nådda|uppnått|uppnåtts|uppnåddes|uppfyllt|uppfyllts)\b",
        None,
    ),
    _wording(
        "present",
        r"\bär\s+från\b|\bstår\s+klar\w*|(?:\bfrån\s+(?:och\s+med\s+)?(?:\w+\s+)?20\d\d\s+)är\b|\b(?:blir|tar)\b"
        r"|\b\w{3,}s\b",
        "planned",
    ),
)
