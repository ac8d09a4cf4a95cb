"""Nothing lost: the characters that reached the report set against those that another reader finds in the file."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby

from corpus.model import Page, Problem, Report, Section
from ingest.document import SetAside

#: Share of a document's characters that may be missing, as the project promises; single signs of a small file may too.
TOLERATED = 0.005
TOLERATED_CHARACTERS = 10
#: A problem names so many pages, and quotes so many words of what is missing on the first of them.
NAMED_PAGES = 3
QUOTED_WORDS = 8
WORD = re.compile(r"[^\W_]+")

Words = Counter[str]


@dataclass(slots=True)
class _Sheet:
    """One page of the file: words that only the file has, and words that only the report has."""

    text: str = ""
    characters: int = 0
    missing: Words = field(default_factory=Counter)
    extra: Words = field(default_factory=Counter)

    @property
    def lost(self) -> int:
        """Letters and digits that are missing, however the two readers part them into words."""
        return (_letters(self.missing) - _letters(self.extra)).total()


def lost_text(name: str, pages: Sequence[Page], report: Report, aside: Iterable[SetAside] = ()) -> list[Problem]:
    """A problem where more of a file's text than is tolerated stands neither in the report nor aside; none otherwise.

    Letters and digits are compared as words, and what is left of these as letters, page by page, so that neither the
    order of the text, nor mended hyphens, nor spaces that one reader sees and the other does not make a difference.

    Args:
        name: the file's base name, for the message.
        pages: the file's text as a reader gives it that had no part in making the report.
        report: what was read.
        aside: what was left out on purpose, as often as it stands in the file.
    """
    sheets = _compared(pages, chain(_texts(report), ((one.page, one.text) for one in aside)))
    there = sum(sheet.characters for sheet in sheets.values())
    lost = {page: missing for page, sheet in sheets.items() if (missing := sheet.lost)}
    total = sum(lost.values())
    if total <= max(TOLERATED_CHARACTERS, TOLERATED * there):
        return []
    share = f"{100 * total / there:.1f}".replace(".", ",")
    worst = sorted(lost, key=lambda page: (-lost[page], page or 0))[:NAMED_PAGES]
    where = ", mest på " + " och ".join(f"sidan {page} ({lost[page]} tecken)" for page in worst if page)
    quote = _quote(sheets[worst[0]])
    message = (
        f"{name}: {share} procent av filens tecken ({total}) kom inte med i det lästa{where if worst[0] else ''}, "
        f"bland annat ”{quote}”. Jämför med originalet."
    )
    return [Problem("text_lost", message, worst[0])]


def _compared(pages: Sequence[Page], came: Iterable[tuple[int | None, str]]) -> dict[int | None, _Sheet]:
    """Every page with what is missing and what is too much on it; what stands on the page beside is not missing."""
    placed: defaultdict[int | None, Words] = defaultdict(Counter)
    for number, text in came:
        placed[number].update(_words(text))
    sheets: dict[int | None, _Sheet] = {}
    for page in pages:
        there, here = Counter(_words(page.text)), placed.pop(page.number, Counter())
        characters = sum(len(word) * count for word, count in there.items())
        sheets[page.number] = _Sheet(page.text, characters, there - here, here - there)
    nowhere = _Sheet(extra=sum(placed.values(), Counter()))
    for number, sheet in sheets.items():
        # A note or a table's row may run on to the next page, and is placed on one of the two.
        beside = (sheets.get(number - 1), sheets.get(number + 1)) if number is not None else ()
        for other in (*beside, nowhere):
            if other is not None and sheet.missing and other.extra:
                found = sheet.missing & other.extra
                sheet.missing -= found
                other.extra -= found
    return sheets


def _texts(report: Report) -> Iterator[tuple[int | None, str]]:
    """All texts of a report with the pages they stand on."""
    yield None, report.metadata.title
    for section in report.sections:
        yield section.source.page, section.heading
        yield from _by_page(section)
    for table in report.tables:
        # The head stands again on each page that the table runs over.
        for page in table.source.pages or (None,):
            yield page, " ".join((table.caption or "", *table.header))
        for at, row in enumerate(table.rows):
            yield table.row_sources[at].page if table.row_sources else table.source.page, " ".join(row)
    for picture in report.illustrations:
        yield picture.source.page, f"{picture.caption or ''} {picture.text}"
    for note in report.footnotes:
        # The mark stands in the text too, where reading takes it away.
        yield note.source.page, f"{note.mark} {note.mark} {note.text}"


def _by_page(section: Section) -> Iterator[tuple[int | None, str]]:
    """A section's text, cut where its words pass on to another page."""
    firsts = [next(run) for _, run in groupby(section.spans, key=lambda span: span.box.page)]
    starts = [0, *(span.start for span in firsts[1:])]
    pages: list[int | None] = [*(span.box.page for span in firsts)] or [section.source.page]
    for page, start, end in zip(pages, starts, [*starts[1:], len(section.text)], strict=True):
        yield page, section.text[start:end]


def _words(text: str) -> list[str]:
    return WORD.findall(unicodedata.normalize("NFKC", text.replace("\u00ad", "")))


def _letters(words: Words) -> Counter[str]:
    letters: Counter[str] = Counter()
    for word, count in words.items():
        for letter in word:
            letters[letter] += count
    return letters


def _quote(sheet: _Sheet) -> str:
    """The longest stretch of a page's words that are all missing."""
    runs = (list(run) for gone, run in groupby(_words(sheet.text), key=lambda word: word in sheet.missing) if gone)
    longest = max(runs, key=lambda run: sum(map(len, run)), default=[])
    return " ".join(longest[:QUOTED_WORDS]) + (" …" if len(longest) > QUOTED_WORDS else "")
