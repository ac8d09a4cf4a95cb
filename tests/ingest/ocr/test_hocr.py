"""What Tesseract says, and what of it is taken."""

import pytest

from ingest.ocr.hocr import ReadLine, ReadWord, confidence, lines_of
from tests.ingest.ocr.scans import READ


def said(*lines: tuple[str, list[tuple[str, int]]]) -> bytes:
    """HOCR of lines, each with its measures and its words with their certainty."""
    spans = "".join(
        f"<span class='ocr_line' title='{measures}'>"
        + "".join(f"<span class='ocrx_word' title='bbox 10 0 20 9; x_wconf {sure}'>{w}</span>" for w, sure in words)
        + "</span>"
        for measures, words in lines
    )
    return (f"<html xmlns='http://www.w3.org/1999/xhtml'><body><p class='ocr_par'>{spans}</p></body></html>").encode()


LEVEL = "bbox 0 60 100 100; baseline 0 -8; x_size 40; x_descenders 8; x_ascenders 9"


def texts(*words: tuple[str, int]) -> list[str]:
    return [line.text for line in lines_of(said((LEVEL, list(words))))]


def test_lines_words_and_measures() -> None:
    heading, first, second = lines_of(READ.encode())
    assert (heading.text, heading.baseline, heading.height) == ("Snöröjning", 360.0, 60.0)
    assert first.text == "Kommunen plogade alla gång-"  # The speck is gone.
    assert second.words[0] == ReadWord("vägar", 300.0, 400.0, 95.0)
    assert (second.baseline, second.height) == (593.0, 33.0)


def test_a_line_that_runs_askew_is_laid_level_at_its_middle() -> None:
    (line,) = lines_of(said(("bbox 0 60 200 100; baseline 0.05 -8; x_size 40; x_descenders 8", [("Kommunen", 90)])))
    assert line.baseline == pytest.approx(100 - 8 + 0.05 * 100)


@pytest.mark.parametrize(
    ("word", "sure", "kept"),
    [("|", 59, False), ("%", 61, True), ("ff", 24, False), ("55", 26, True), ("stödeentrum", 3, True)],
)
def test_noise_is_what_is_short_and_unsure(word: str, sure: int, kept: bool) -> None:
    assert texts(("Kommunen", 95), (word, sure)) == ["Kommunen " + word if kept else "Kommunen"]


def test_a_line_of_noise_is_no_line() -> None:
    assert texts(("|", 5), ("_", 5)) == []


def test_a_bullet_is_a_bullet_again_but_a_symbol_among_signs_stays_as_it_was_read() -> None:
    assert texts(("e", 80), ("Nämnden", 90)) == ["• Nämnden"]
    assert texts(("o", 80), ("Vv", 90)) == ["o Vv"]
    assert texts(("I", 80), ("kommunen", 90)) == ["I kommunen"]


def test_a_long_dash_is_the_dash_of_swedish_print() -> None:
    assert texts(("2014—2020", 90)) == ["2014–2020"]


def test_a_line_with_hardly_a_letter_is_as_large_as_the_one_beside_it() -> None:
    tall = "bbox 0 60 100 100; baseline 0 -8; x_size 60; x_descenders 8"
    far = "bbox 0 300 100 400; baseline 0 -8; x_size 90; x_descenders 8"
    read = lines_of(
        said((LEVEL, [("Stadsrevisionen", 95)]), (tall, [("2", 95), ("(6)", 95)]), (far, [("Rubriken", 95)]))
    )
    assert [line.height for line in read] == [32.0, 32.0, 82.0]


def test_confidence_weighs_words_by_length() -> None:
    words = (ReadWord("ab", 0, 1, 50.0), ReadWord("abcdef", 2, 3, 90.0))
    assert confidence([ReadLine(words, 0, 1)]) == pytest.approx(80.0)
    assert confidence([]) == 0.0


@pytest.mark.parametrize("wrong", [b"", b"not hocr", b"<html><p>"])
def test_something_else_is_refused(wrong: bytes) -> None:
    with pytest.raises(ValueError, match="no hOCR"):
        lines_of(wrong)
