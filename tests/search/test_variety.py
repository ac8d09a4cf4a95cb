"""Nearly the same passage in several reports."""

from corpus.model import Passage
from corpus.store import StoredPassage
from search.variety import fold

YEARLY = "Region Prov samordnar utbyggnaden av bredband i länet tillsammans med kommunerna och länsstyrelsen varje år"


def stored(number: int, report: str, text: str) -> StoredPassage:
    return StoredPassage(number, report, 1, True, Passage(f"{report}-1-p{number}", "s1", None, 0, len(text), text, ()))


def folded(*passages: StoredPassage) -> list[tuple[int, list[int]]]:
    return [(item.passage.number, [also.number for also in item.also]) for item in fold(passages)]


def test_a_yearly_paragraph_is_one_hit_that_names_the_others() -> None:
    # 15 words give 13 runs of three; the changed last word spoils one of each: 12 in common of 14 is 0.857.
    changed = YEARLY.replace("varje år", "varje månad")
    other = "Sjukfrånvaron sjönk till fyra procent"
    assert folded(stored(1, "a", YEARLY), stored(2, "b", other), stored(3, "c", changed)) == [(1, [3]), (2, [])]


def test_a_rewritten_paragraph_is_a_hit_of_its_own() -> None:
    # A word changed in the middle spoils three runs of each: 10 in common of 16 is 0.625.
    changed = YEARLY.replace("bredband", "fibernät")
    assert folded(stored(1, "a", YEARLY), stored(2, "b", changed)) == [(1, []), (2, [])]


def test_nothing_is_folded_within_a_report() -> None:
    assert folded(stored(1, "a", YEARLY), stored(2, "a", YEARLY)) == [(1, []), (2, [])]


def test_short_passages_fold_only_when_they_are_the_same() -> None:
    assert folded(stored(1, "a", "Ja."), stored(2, "b", "Ja."), stored(3, "c", "Nej.")) == [(1, [2]), (3, [])]
