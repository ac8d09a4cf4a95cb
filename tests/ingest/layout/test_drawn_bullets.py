"""Bullets that are drawn before a line."""

from dataclasses import replace

import pytest

from ingest.layout.content import PageContent, Rectangle, Shape
from ingest.layout.drawn_bullets import with_bullets
from tests.ingest.layout.sheets import sheet, typed


def page(sign: Rectangle) -> PageContent:
    """A line of 10 points at 70 points from the left, a sign, and a word far to the left."""
    words = sheet(typed("Vatten och avlopp", 70, 100), typed("Not", 20, 100))
    return replace(words, shapes=(Shape(sign, 0, curved=True, points=13),))


def texts(content: PageContent) -> list[str]:
    return [word.text for word in with_bullets(content).words]


def test_a_dot_before_a_line_is_a_bullet() -> None:
    assert texts(page(Rectangle(60, 95, 63.5, 98.5))) == ["•", "Vatten", "och", "avlopp", "Not"]


@pytest.mark.parametrize(
    "sign",
    [
        Rectangle(60, 92, 68, 100),  # as large as a chart's legend
        Rectangle(60, 105, 63.5, 108.5),  # below the line
        Rectangle(45, 95, 48.5, 98.5),  # far from the text
        Rectangle(60, 96, 66, 98),  # a dash
        Rectangle(106, 95, 109.5, 98.5),  # between two words
    ],
)
def test_other_signs_are_none(sign: Rectangle) -> None:
    assert "•" not in texts(page(sign))


def test_the_dots_of_a_drawing_are_no_bullets() -> None:
    content = page(Rectangle(60, 95, 63.5, 98.5))
    assert "•" not in texts(replace(content, shapes=content.shapes * 201))
