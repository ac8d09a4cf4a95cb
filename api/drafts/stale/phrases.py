"""Words that say when, seen from the report they were written in: "under året", "hittills", "för första gången"."""

import re
from collections.abc import Iterator
from typing import Literal

from api.drafts.stale.kept import Span

PhraseKind = Literal["date", "phrase"]

_MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
_SEASONS = "våren|hösten|sommaren|vintern|försommaren|sensommaren|vårvintern|senhösten"
_ORDINALS = "första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde|elfte|tolfte"
_LATER = "tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde|elfte|tolfte"
_YEAR_ENDS = "årsskiftet|halvårsskiftet|årets (?:slut|början|utgång|ingång|mitt)|halvårets slut"
#: Each: what it is, and how it is written; in any case of letters where a sentence may begin with it.
_WAYS: tuple[tuple[PhraseKind, str], ...] = (
    # A month or a season, with what leads in to it: "i maj", "slutet av april", "sommaren 2026".
    (
        "date",
        rf"(?:(?:i|under|från|till|sedan|efter|före|per|den sista)\s)?(?:(?:slutet|början|mitten|månadsskiftet)\sav\s)?"
        rf"(?-i:(?<!\d\s)(?:{_MONTHS}))(?:[-–](?-i:{_MONTHS}))?(?:\s(?:19|20)\d\d)?",
    ),
    (
        "date",
        rf"(?:(?:under|i|till|från|sedan|efter|före|inför)\s(?:(?:slutet|början)\sav\s)?(?:{_SEASONS})"
        rf"|(?:{_SEASONS})\s(?:19|20)\d\d)",
    ),
    ("phrase", r"under\s(?:(?:det|hela)\s)?(?:gångna\s|senaste\s|kommande\s|innevarande\s)?året(?:s\sgång)?"),
    (
        "phrase",
        r"under\s(?:det\s|de\s)?(?:senaste|kommande|gångna)\s(?:\w+\s)?(?:året|åren|månaderna|kvartalet|halvåret)",
    ),
    ("phrase", r"i\s(?:år|fjol|dag|dagsläget|nuläget|skrivande\sstund|våras|somras|höstas|vintras|höst|sommar|vinter)"),
    ("phrase", r"i\svår(?=\s(?:ska|kommer|öppnar|startar|börjar|hålls|planeras|blir))"),
    ("phrase", r"förra\såret|året\s(?:före|innan|därpå|dessförinnan|efter)"),
    ("phrase", r"(?:föregående|innevarande|nästkommande|nästa|kommande)\s(?:års?|mandatperiod|programperiod)"),
    ("phrase", rf"(?:vid|efter|före|till|kring|från|sedan)\s(?:{_YEAR_ENDS})"),
    ("phrase", r"(?:ett|två|tre|fyra|fem|några)\sår\s(?:tidigare|senare|efter|före)"),
    ("phrase", rf"(?:{_ORDINALS}|sista)\s(?:år(?:et)?|halvåret|kvartalet|tertialet)(?:\si\srad)?"),
    ("phrase", rf"(?:för\s)?(?:{_ORDINALS}|sista)\sgången(?:\si\srad)?"),
    ("phrase", rf"för\s(?:{_ORDINALS})\såret(?:\si\srad)?"),
    (
        "phrase",
        r"för\snärvarande|just\snu|numera|nyligen|hittills|än\sså\slänge|tills\svidare|fortfarande|dagens\sdatum|ännu"
        r"|idag|nu(?!\s?-)|nuvarande|aktuell[at]?\s(?:år|period)",
    ),
    (
        "phrase",
        r"har\s(?:nu\s|nyligen\s|precis\s|även\s|också\s)?(?:inletts|påbörjats|startat|startats|börjat|tagit\sfart"
        r"|kommit\si\s?gång|satts\si\s?gång)",
    ),
    ("phrase", r"är\s(?:nu\s|nyligen\s)?(?:påbörja[dt]e?|inled(?:da|d|t)|i\sgång|under\suppstart)"),
    ("phrase", r"(?:inleddes|påbörjades|har\sinlett|har\spåbörjat)"),
)
_PHRASES = tuple((kind, re.compile(rf"(?<![\w-])(?:{way})(?![\w-])", re.IGNORECASE)) for kind, way in _WAYS)
#: "den femte jobbhubben": what is counted on; not "var tredje", "en tredjedel", "tredje part".
_COUNTED = re.compile(
    rf"(?<![\w-])(?<!var )(?<!vart )(?:{_LATER})(?=\s[a-zåäö])"
    r"(?!\s(?:part|parts|parten|parter|världen|land|länder|sektorn|person|man|del)\b)",
    re.IGNORECASE,
)


def find(words: str) -> Iterator[tuple[Span, PhraseKind]]:
    """The stretches that say when, each with what it is; they may overlap."""
    for kind, way in _PHRASES:
        for match in way.finditer(words):
            yield match.span(), kind
    for match in _COUNTED.finditer(words):
        yield match.span(), "phrase"
