import pytest

from ingest.layout.content import Bookmark, Style
from ingest.layout.evidence import evidence_of, plain
from ingest.layout.paragraphs import Piece
from tests.ingest.layout.sheets import BOLD, LARGE, typed, typed_lines


@pytest.mark.parametrize(
    ("text", "words"),
    [("2.1 Mål och medel", "mål och medel"), ("■  Låg inflation", "låg inflation"), ("2023", "2023")],
)
def test_headings_are_compared_by_their_words(text: str, words: str) -> None:
    assert plain(text) == words


def test_a_bookmark_means_the_largest_of_those_that_say_the_same() -> None:
    def piece(style: Style, baseline: float) -> Piece:
        (line,) = typed_lines(typed("Året i siffror", 50, baseline, style), number=2)
        return Piece([line])

    heading, caption = piece(LARGE, 60), piece(BOLD, 180)
    evidence = evidence_of([Bookmark("Året i siffror", 3, 2)], [], [heading, caption], {}, tagged=False)
    assert (evidence.bookmark(heading), evidence.bookmark(caption)) == (3, None)
