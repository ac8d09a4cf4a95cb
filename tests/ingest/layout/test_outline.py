"""Titles, headings and levels of whole documents."""

from dataclasses import replace

import pytest

from ingest.layout.analysis import analyse
from ingest.layout.content import Style, Tags, Word
from ingest.layout.outline import outline_of
from ingest.layout.paragraphs import Piece
from tests.ingest.layout.sheets import BODY, BOLD, LARGE, sheet, typed

SANS = replace(BODY, font="Sans")
SANS_LARGE = replace(SANS, size=13.0)


def text(at: float) -> list[list[Word]]:
    return [
        typed("En rad med löpande text som är bred nog att vara en spalt", 50, at + 14 * i, BODY) for i in range(4)
    ] + [typed("och som slutar med en punkt.", 50, at + 56)]


COVER = [typed("Årsredovisning", 50, 300, replace(LARGE, size=40.0))]


def outline(*pages: list[list[Word]]) -> list[tuple[int, str]]:
    analysis = analyse([sheet(*rows, number=number) for number, rows in enumerate((COVER, *pages), start=1)], Tags())
    levels = outline_of(analysis, ()).levels
    pieces = [e for page in analysis.pages for e in page.entities if isinstance(e, Piece)]
    return [(levels[id(piece)], piece.text) for piece in pieces if id(piece) in levels]


def numbered(number: str) -> list[list[Word]]:
    return [
        typed("3 Verksamheten", 50, 60, LARGE),
        *text(80),
        typed("3.1 Vatten", 50, 170, BOLD),
        *text(184),
        typed(f"{number} Dricksvatten", 50, 276),
        *text(300),
    ]


def test_a_plain_heading_whose_number_counts_on_is_one() -> None:
    assert outline(numbered("3.1.1"))[1:] == [(2, "3.1 Vatten"), (3, "3.1.1 Dricksvatten")]
    assert outline(numbered("3.2"))[1:] == [(2, "3.1 Vatten"), (2, "3.2 Dricksvatten")]


def test_a_plain_line_whose_number_does_not_count_on_is_none() -> None:
    assert outline(numbered("4.1.1"))[1:] == [(2, "3.1 Vatten")]
    assert outline(numbered("3.1.2"))[1:] == [(2, "3.1 Vatten")]


def test_short_lines_in_another_font_above_text_are_headings_where_there_are_enough() -> None:
    def page(names: list[str]) -> list[list[Word]]:
        rows = [typed("Inledning", 50, 60, LARGE), *text(80)]
        for at, name in enumerate(names):
            rows += [typed(name, 50, 170 + 110 * at, SANS), *text(184 + 110 * at)]
        return rows

    assert outline(page(["Nämnden", "Styrelsen", "Staben"]))[1:] == [(2, "Nämnden"), (2, "Styrelsen"), (2, "Staben")]
    assert outline(page(["Nämnden", "Styrelsen"]))[1:] == []


def test_a_contents_page_heads_nothing() -> None:
    contents = [
        typed("Innehåll", 50, 60, replace(LARGE, size=22.0)),
        typed("Vatten ........... 2", 50, 100),
        typed("Vägar ........... 3", 50, 114),
    ]
    chapters = [[typed(name, 50, 60, LARGE), *text(80)] for name in ("Vatten", "Vägar")]
    assert outline(contents, *chapters) == [(1, "Innehåll"), (1, "Vatten"), (1, "Vägar")]


def test_a_pull_quote_is_no_heading() -> None:
    quote = typed("”Bredbandet har kommit till alla byar.”", 70, 150, SANS_LARGE)
    assert outline([typed("3 Verksamheten", 50, 60, LARGE), *text(80), quote, *text(200)]) == [(1, "3 Verksamheten")]


@pytest.mark.parametrize("sign", ["=", "≈", "\u0d4c"])
def test_a_formula_is_no_heading(sign: str) -> None:
    formula = typed(f"Resande {sign} bussar gånger platser", 150, 150, SANS_LARGE)
    assert outline([typed("3 Verksamheten", 50, 60, LARGE), *text(80), formula, *text(200)]) == [(1, "3 Verksamheten")]


def test_what_the_contents_list_is_the_largest_of_its_name() -> None:
    def chapter(name: str) -> list[list[Word]]:
        return [typed(name, 50, 60, LARGE), *text(80), typed("Resultat", 50, 170, BOLD), *text(184)]

    entries = ("Vatten", "Resultat", "Vägar")
    contents = [typed("Innehåll", 50, 60, LARGE)]
    contents += [typed(f"{name} ........ {at + 70}", 50, 90 + 14 * at) for at, name in enumerate(entries)]
    found = outline(contents, *(chapter(name) for name in entries))[1:]
    assert [level for level, name in found if name == "Resultat"] == [2, 1, 2, 2]


@pytest.mark.parametrize(("lines", "style", "found"), [(4, LARGE, True), (5, LARGE, False), (4, BOLD, False)])
def test_headings_of_four_lines_are_seen_where_they_are_larger(lines: int, style: Style, *, found: bool) -> None:
    """Bold labels of the text's own size that stand side by side in a chart make as many lines."""
    words = "Vägar och spår", "som leder till", "kommunerna och", "byarna i norr", "och i väster"
    head = [typed(row, 50, 60 + 1.2 * style.size * at, style) for at, row in enumerate(words[:lines])]
    made = outline([*head, *text(160)], [typed("Inledning", 50, 60, LARGE), *text(80)])
    assert any(heading.startswith("Vägar") for _, heading in made) is found
