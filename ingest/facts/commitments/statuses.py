"""What a report's own words say of how far something has come."""

import re

from corpus.model import Status


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_COUNT = r"(?:\d+|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv)"
_NOT = r"(?:inte|ej|icke)"
_REACHED = r"(?:upp)?(?:nå|nådd|nått|nådda|nås|nåtts|nåddes|fyll|fyllt|fylld|fyllda|fylls)\b"

#: Words → status; the first that is found decides, so that what is said not to be done comes before what is done.
WORDS: tuple[tuple[re.Pattern[str], Status], ...] = (
    (
        _words(
            rf"\b{_NOT}\s+(?:\w+\s+)?(?:påbörjat?s?\b|påbörjad\w*|startat?s?\b|startad\w*|inlett?s?\b|inledd\w*)",
            r"\bhar\s+inte\s+(?:påbörjat|inlett|startat)\w*",
        ),
        "not_started",
    ),
    (
        _words(
            r"\bförsena(?:t|ts|d|de|des|s)\b",
            r"\bförsening\w*\s+av\b",
            r"\bskjut(?:its|s|as)\s+(?:fram|upp|på)\b",
            r"\bsköts\s+(?:\w+\s+)?(?:fram|upp)\b",
            r"\buppskjut(?:en|et|na)\b",
            r"\bframflytta(?:d|t|ts|des|s)\b",
            r"\bsenarelagts?\b|\bsenarelägg(?:s|er)\b",
            r"\bpausa(?:t|ts|d|des|s)\b",
            r"\bhann\s+inte\b|\bhar\s+inte\s+hunnit\b",
            r"\binte\s+(?:bli|vara|stå)\s+klar\w*\s+förrän\b|\bkan\s+inte\s+stå\s+klar",
            r"\bflyttas\s+(?:därför\s+|nu\s+)?(?:från\s+.{4,20}\s)?till\s+(?:\w+\s+)?(?:19|20)\d\d",
            r"\bi\s+stället\s+för\s+(?:\w+\s+)?(?:19|20)\d\d\b|\b(?:år|månader)\s+senare\s+än\b",
            r"\bsenare\s+än\s+(?:planerat|beräknat|plan)\b",
            r"\bberäknas\s+i\s+stället\b|\bska\s+i\s+stället\s+antas\b",
        ),
        "delayed",
    ),
    (
        _words(
            rf"\b{_NOT}\s+(?:helt\s+)?(?:är\s+|har\s+|blev\s+|blivit\s+)?{_REACHED}",
            rf"\bvarken\b.{{3,60}}\b{_REACHED}",
            rf"\b{_REACHED}\s+(?:alltså\s+|därmed\s+|heller\s+)?{_NOT}\b",
            rf"^{_NOT}\s+(?:genomför\w*|klar\w*|infri\w*)",
            r"^nej$",
        ),
        "not_met",
    ),
    (
        _words(
            rf"\bdelvis\s+(?:{_REACHED}|genomför\w*|klar\w*|påbörja\w*|åtgärda\w*|infri\w*)|^delvis\b"
            rf"|^till\s+viss\s+del",
            rf"\bnästan\s+{_REACHED}",
            rf"\b{_COUNT}\s+av\s+(?:de\s+|totalt\s+)*{_COUNT}\s",
            rf"\bav\s+(?:\w+\s+){{0,2}}?{_COUNT}\s+(?:\w+\s+)?har\s+{_COUNT}\s",
            rf"\bflera?\s+av\s+målen\b.*\b{_REACHED}",
            r"\b(?:\d+|en|ett|två|tre|fyra|fem)\s+har\s+genomförts\b",
        ),
        "partly",
    ),
    (_words(r"\bnästan\s+klar\w*", r"\bi\s+(?:sitt\s+)?slutskede\w*", r"\bsnart\s+klar\w*"), "started"),
    (
        _words(
            rf"\b(?:är|blev|har|blivit|blir|bli|vara|därmed|därför|målet|helt)\s+(?:\w+\s+)?{_REACHED}",
            rf"^{_REACHED}|\b(?:målet|målen)\b.{{0,40}}\bnåddes\b",
            r"^(?:klar|klart|klara|genomfört|genomförd|genomförda|avslutat|avslutad|avslutade|slutfört|slutförd"
            r"|ja)\b",
            r"^(?:antagen|antaget|antagna|undertecknad|undertecknat|införd|infört|fastställd|fastställt|åtgärdad)\b",
            r"\b(?:har|är)\s+(?:nu\s+)?(?:slutfört?s?|slutförda?|avslutats?|färdigställt?s?|fullföljt?s?)\b",
        ),
        "done",
    ),
    (
        _words(
            r"\bpåbörja(?:t|ts|d|de|des|s)?\b",
            r"\binle(?:tt|tts|dd|dda|ddes|ds|der)\b",
            r"\bstarta(?:t|ts|d|de|des)\b",
            r"\bpågå(?:r|ende)\b",
            r"\b(?:kommer|ska|skall)\s+(?:\w+\s+){0,3}?(?:avslutas|slutföras)\b",
            r"\bfortlöpe?r?\b|\blöper\s+(?:på|enligt)\b",
            r"\b(?:uppdraget|arbetet|åtgärden|aktiviteten)\s+(?:genomförs|utförs|drivs)\b",
            r"\bunder\s+arbete\b|^löpande\b",
            r"\bhåller\s+på\s+att\b",
            r"\barbetar\s+(?:\w+\s+)?(?:med|för)\s+att\b",
            r"\bdeltar\s+(?:aktivt\s+)?i\b|\bmedfinansierar\b",
            r"\bhar\s+(?:\w+\s+)*?(?:genomförts\s+för\s+att|tagits\s+för\s+att)\b",
        ),
        "started",
    ),
    (_words(r"\bplanera(?:s|r|d|t|de)\b", r"\bkommande\b$"), "planned"),
)


def told(words: str) -> Status | None:
    """The status that some words say, such as "delvis uppnått", or None where they say none."""
    return next((status for pattern, status in WORDS if pattern.search(words.strip())), None)


#: "Målet bedöms vara uppnått vid årets slut", "prognosen är att målet nås".
_EXPECTED = re.compile(
    r"\b(?:bedöms|bedömer|bedömning(?:en)?\s+är|beräknas|väntas|förväntas|prognos(?:en)?)\b(?P<rest>[^.]*)",
    re.IGNORECASE,
)
#: "Målet är delvis uppnått och bedöms vara det även vid årets slut".
_THE_SAME = re.compile(r"^\s+(?:vara|förbli)\s+det\b", re.IGNORECASE)
_YEAR_END = re.compile(
    r"\b(?:(?:vid|till|i)\s+)?(?:årets\s+slut|årsskiftet|helår\w*|slutet\s+av\s+året)\b", re.IGNORECASE
)


def expected(sentence: str) -> Status | None:
    """The status that a sentence expects at the year's end, apart from today's; None where it expects none."""
    found = _EXPECTED.search(sentence)
    if found is None or not _YEAR_END.search(sentence):
        return None
    if _THE_SAME.match(found["rest"]):
        return told(sentence[: found.start()])
    return told(found["rest"].split(" om ")[0])


def today(sentence: str) -> Status | None:
    """The status that a sentence tells of today, before what it expects."""
    found = _EXPECTED.search(sentence)
    return told(sentence[: found.start()] if found and _YEAR_END.search(sentence) else sentence)
