"""Time grows with what is on a page or in a file, not with its square: no page of a report can stop the reading."""

import time
from collections.abc import Callable

import pytest

from corpus.settings import Settings
from ingest.formats.pdf import read
from tests.ingest.formats.pdf.small_pdfs import Shown, made_pdf, paragraph

#: How many times longer four times as much may take: four if time is linear, sixteen if it grows with the square.
FOURFOLD = 8.0
#: Seconds beside which the clock and everything that does not grow weigh little.
FEWEST_SECONDS = 0.4


def strewn(words: int) -> bytes:
    """One large page strewn with words, as a map is, on rows and in columns that are never quite the same."""
    places = ((20 + i % 100 * 23.5 + i * 7 % 5, 3380 - i // 100 * 16.3 - i * 3 % 4) for i in range(words))
    sheet = tuple(Shown(f"o{i % 997}", x, y, 5) for i, (x, y) in enumerate(places))
    return made_pdf(sheet, page_entries=b"/MediaBox [0 0 2400 3400]")


def long(pages: int) -> bytes:
    """Many pages of a heading, some lines and a page number."""
    lines = [f"Rad {number} handlar om skolan och om vägarna i kommunen." for number in range(12)]
    return made_pdf(
        *(
            (Shown(f"{n} Rubrik {n}", 72, 780, 16, bold=True), *paragraph(*lines), Shown(str(n), 300, 30, 8))
            for n in range(1, pages + 1)
        )
    )


@pytest.mark.parametrize(("made", "count"), [(strewn, 700), (long, 60)])
def test_four_times_as_much_takes_about_four_times_as_long(made: Callable[[int], bytes], count: int) -> None:
    few, many = seconds(made(count)), seconds(made(4 * count))
    assert many < FOURFOLD * max(few, FEWEST_SECONDS)


def seconds(content: bytes) -> float:
    """What reading takes of a processor."""
    began = time.process_time()
    read(content, "stor.pdf", Settings())
    return time.process_time() - began
