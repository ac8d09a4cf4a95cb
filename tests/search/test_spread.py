"""No report fills the page alone."""

from search.answers import Hit
from search.spread import spread
from tests.search.hits import hit


def hits(reports: str) -> list[Hit]:
    return [hit(rank, report) for rank, report in enumerate(reports, 1)]


def shown(reports: str, wanted: int = 4, size: int = 4, most: int = 2) -> str:
    """Reports of the hits shown, "+" after the last of one that has more."""
    return "".join(f"{it.hit.report.id}{'+' * it.more}" for it in spread(hits(reports), wanted, size, most))


def test_a_report_has_no_more_than_its_share() -> None:
    assert shown("aaabac") == "aa+bc"


def test_other_reports_move_up_in_their_order() -> None:
    chosen = spread(hits("aaaabbbc"), 5, 5, 2)
    assert [it.hit.rank for it in chosen] == [1, 2, 5, 6, 8]


def test_a_page_stays_short_rather_than_be_filled_by_one() -> None:
    assert shown("aaaaaab") == "aa+b"


def test_a_short_page_is_followed_by_another() -> None:
    assert shown("aaaaaab", wanted=8) == "aabaa+"


def test_asking_for_more_keeps_what_was_shown() -> None:
    assert shown("aaabcdaaab", wanted=4) == "aa+b+c"
    assert shown("aaabcdaaab", wanted=8) == "aabcada+b"
    assert shown("aaabcdaaab", wanted=10) == "aabcadabaa"


def test_one_report_alone_is_shown_whole() -> None:
    assert shown("aaaaa") == "aaaa"


def test_no_hits_are_none() -> None:
    assert spread([], 10, 10, 3) == ()
