"""The title of a report."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from ingest.document import Document, Heading
from ingest.metadata.evidence import cover_lines, spoken_name
from ingest.metadata.kinds import RULES
from ingest.metadata.periods import MONTH

#: A title longer than this is a sentence that was taken for one.
MAX_CHARACTERS = 200
#: Words that are worth less say what a report is about as often as what it is.
_KIND_WORD = re.compile("|".join(pattern for pattern, _, worth in RULES if worth >= 2.5), re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DATE_LINE = re.compile(rf"(?i)(?:(?:den )?\d\d? )?(?:{MONTH} )?(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?")
#: Titles that programs, templates and running headers give.
_USELESS = re.compile(
    r"(?i)(?:untitled|namnlös|dokument\d*|document\d*|presentation\d*|powerpoint.*|mall|rubrik|titel|title|pdf|bilaga"
    r"|rapport(?:sammandrag)?|protokoll(?:sbilaga(?: \w)?)?|missiv\b.*|kommunfullmäktige|innehåll(?:sförteckning)?"
    r"|\w*revisionen|region \w+(?: län)?|\w+ (?:kommun|stad)|\w*nämnden(?: för .*)?|\w*styrelsen"
    r"|.*\d ?\(\d+\).*|.*@.*|.*www\..*|sid(?:a)? ?\d.*|.* kommunfullmäktige)"
)
_FILE_NAME = re.compile(r"(?i).*\.(?:docx?|pdf|indd|xlsx?|pptx?|rtf|odt)\b.*|\S*_\S*|[\W\d]*")
_WRAPPING = re.compile(
    r"(?i)^(?:microsoft (?:word|powerpoint|excel) - |kopia av (?:publik )?|copy of )|\.(?:docx?|pdf|indd|rtf|odt)$"
)


#: A title that nothing marks stands among so many first lines.
COVER_LINES = 6


@dataclass(frozen=True, slots=True)
class _Candidate:
    text: str
    worth: float


def find_title(document: Document, name: str) -> str:
    """The most telling of: the title on the first page, the file's own properties, the first heading or line, its name.

    A candidate gains by saying what kind of report it is and for when, and by standing on the first page in so many
    words; it loses by being of the sort that programs and templates write.
    """
    cover = _plain(" ".join(cover_lines(document)))
    best = max(_candidates(document, name), key=lambda candidate: candidate.worth + _bonus(candidate.text, cover))
    return best.text


def _candidates(document: Document, name: str) -> Iterator[_Candidate]:
    lines = list(islice(cover_lines(document), COVER_LINES))
    stated = _tidy(_WRAPPING.sub("", (document.properties.title or "").strip()))
    looked = _completed(_tidy(document.title or ""), stated)
    dated = not looked or _YEAR.search(looked) is not None
    if looked:
        yield _Candidate(looked, 3.0)
    date = None if dated else next((line for line in lines if _DATE_LINE.fullmatch(line)), None)
    if date is not None:
        yield _Candidate(f"{looked} {date[0].lower()}{date[1:]}", 3.0)
    if stated:
        # Of two titles, the one that says when tells the reports of a series apart.
        says_when = not dated and _YEAR.search(stated) is not None and _KIND_WORD.search(stated) is not None
        yield _Candidate(stated, 4.0 if says_when else 2.0)
    if document.properties.subject:
        yield _Candidate(_tidy(document.properties.subject), 0.5)
    for block in document.blocks[:10]:
        if isinstance(block, Heading):
            yield _Candidate(_tidy(block.text), 1.5)
            break
    for at, line in enumerate(lines):
        yield _Candidate(_tidy(line), 0.8 - 0.1 * at)
    yield _Candidate(spoken_name(name) or name or "Utan titel", 0.3)


def _completed(looked: str, stated: str) -> str:
    """The title by its looks, with words that the properties add at its end: it has lines set apart."""
    goes_on = bool(looked) and stated.casefold().startswith(f"{looked.casefold()} ")
    return stated if goes_on and len(stated) <= MAX_CHARACTERS else looked


def _bonus(text: str, cover: str) -> float:
    if not text:
        return -100.0
    bonus = 1.0 if _KIND_WORD.search(text) else 0.0
    bonus += 1.0 if _YEAR.search(text) else 0.0
    bonus += 0.8 if _plain(text) in cover else 0.0
    if _USELESS.fullmatch(text) or _FILE_NAME.fullmatch(text):
        bonus -= 3.0
    if len(text) > MAX_CHARACTERS or text.endswith((".", ",", ";")):
        bonus -= 2.0
    return bonus


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(" -–—,;:")


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()
