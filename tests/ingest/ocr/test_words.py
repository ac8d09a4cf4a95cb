"""Recognised lines as words of a page."""

import pytest

from ingest.layout.content import PageContent, Style, Word
from ingest.ocr.hocr import ReadLine, ReadWord
from ingest.ocr.words import with_steady_sizes, words_of

#: Dots a point at 300 dots an inch.
DOTS = 300 / 72


def test_words_stand_where_the_dots_were() -> None:
    line = ReadLine((ReadWord("Kommunen", 300, 500, 95), ReadWord("byggde", 510, 640, 95)), 625, 30)
    first, second = words_of([line], DOTS)
    # 30 dots are 7.2 points of capitals, so 7.2 * 1.45 = 10.44 points of type; 625 dots are 150 points.
    assert (first.x0, first.x1, first.baseline, first.style.size) == pytest.approx((72, 120, 150, 10.44))
    assert (first.top, first.bottom) == pytest.approx((150 - 0.8 * 10.44, 150 + 0.22 * 10.44))
    assert second.top == first.top
    assert first.spaced


def test_over_a_wide_gap_stands_another_cell() -> None:
    # 1.3 font sizes are 13.6 points or 56.5 dots.
    near, far, _ = words_of([ReadLine(tuple(ReadWord("a", x, x + 10, 95) for x in (0, 66, 133)), 625, 30)], DOTS)
    assert (near.spaced, far.spaced) == (True, False)


def page(number: int, *sizes: float, ocr: bool = True) -> PageContent:
    words = tuple(
        Word("Ord" * 5, 0, 90, 40, 102, 100, Style("", size, bold=False, italic=False, color=0)) for size in sizes
    )
    return PageContent(number, 595, 842, words, ocr=ocr)


def test_measured_sizes_of_one_font_become_one_over_the_whole_document() -> None:
    first, second = with_steady_sizes([page(1, 11.1, 11.1, 11.7, 10.0), page(2, 10.6, 16.1)])
    assert [word.style.size for word in first.words] == [11.0, 11.0, 11.0, 10.0]
    assert [word.style.size for word in second.words] == [11.0, 16.0]
    assert second.words[1].top == pytest.approx(100 - 0.8 * 16)


def test_pages_with_a_text_layer_keep_their_sizes() -> None:
    plain = page(2, 11.03, ocr=False)
    assert with_steady_sizes([page(1, 11.1), plain])[1] is plain
