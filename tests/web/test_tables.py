"""Tables as pages show them."""

import pytest

from web.fragments import Fragment
from web.tables import TableView, table_view


def made(*rows: tuple[str, ...], marked: tuple[int, ...] = (), header: tuple[str, ...] = ()) -> TableView:
    return table_view("Tabell", header, [[(Fragment(cell),) for cell in row] for row in rows], marked)


@pytest.mark.parametrize(
    "cells",
    [
        ("1 204", "−3,5", "–"),
        ("88 %", "över 80", ""),
        ("ca 750 Mkr", "1.219.580:-"),
        ("12 procent", "+4"),
    ],
)
def test_numbers_and_their_heading_stand_to_the_right(cells: tuple[str, ...]) -> None:
    view = made(*(("Luleå", cell) for cell in cells), header=("Kommun", "Antal"))
    assert [cell.number for cell in view.header] == [False, True]
    assert all([cell.number for cell in row.cells] == [False, True] for row in view.rows)


@pytest.mark.parametrize("cells", [("88", "ingen uppgift"), ("–", ""), ("2017 var ett bra år",), ("Umeå",)])
def test_a_column_with_words_stands_to_the_left(cells: tuple[str, ...]) -> None:
    assert not any(row.cells[0].number for row in made(*((cell,) for cell in cells)).rows)


def test_only_the_first_marked_row_begins() -> None:
    view = made(("a",), ("b",), ("c",), marked=(1, 2))
    assert [(row.marked, row.begins) for row in view.rows] == [(False, False), (True, True), (True, False)]


def test_rows_may_differ_in_length() -> None:
    assert [len(row.cells) for row in made(("a", "1"), ("b",), ()).rows] == [2, 1, 0]


def test_the_rows_around_one_are_cut_at_the_table_s_ends() -> None:
    view = made(*((letter,) for letter in "abcdefg"))
    shown = ["".join(row.cells[0].parts[0].text for row in view.near(row, 2).rows) for row in (0, 3, 6)]
    assert shown == ["abc", "bcdef", "efg"]


def test_a_header_without_words_is_left_out() -> None:
    assert made(("a",), header=("", "")).header == ()
