"""Nearly the same passage in several reports, and passages shown together."""

from corpus.store import StoredPassage
from search.variety import fold
from search.windows import Window
from tests.search.windows import alone, stored, together

YEARLY = "Region Prov samordnar utbyggnaden av bredband i länet tillsammans med kommunerna och länsstyrelsen varje år"


def folded(*passages: StoredPassage, most: int = 10) -> list[tuple[int, list[int]]]:
    return [
        (item.window.found.number, [also.number for also in item.also]) for item in fold(passages, most, around=alone)
    ]


def test_a_yearly_paragraph_is_one_hit_that_names_the_others() -> None:
    # 15 words give 13 runs of three; the changed last word spoils one of each: 12 of 13 are in common.
    changed = YEARLY.replace("varje år", "varje månad")
    other = "Sjukfrånvaron sjönk till fyra procent"
    assert folded(stored(1, "a", YEARLY), stored(2, "b", other), stored(3, "c", changed)) == [(1, [3]), (2, [])]


def test_a_paragraph_that_was_made_longer_says_the_same() -> None:
    longer = f"{YEARLY}. Dessutom har arbetet under året fått en ny styrgrupp med bred förankring i alla kommuner"
    assert folded(stored(1, "a", longer), stored(2, "b", YEARLY)) == [(1, [2])]
    assert folded(stored(1, "a", YEARLY), stored(2, "b", longer)) == [(1, [2])]


def test_a_rewritten_paragraph_is_a_hit_of_its_own() -> None:
    # A word changed in the middle spoils three runs of each: 10 of 13 is 0.77.
    changed = YEARLY.replace("bredband", "fibernät")
    assert folded(stored(1, "a", YEARLY), stored(2, "b", changed)) == [(1, []), (2, [])]


def test_nothing_is_folded_within_a_report() -> None:
    assert folded(stored(1, "a", YEARLY), stored(2, "a", YEARLY)) == [(1, []), (2, [])]


def test_short_passages_fold_only_when_they_are_the_same() -> None:
    assert folded(stored(1, "a", "Ja."), stored(2, "b", "Ja."), stored(3, "c", "Nej.")) == [(1, [2]), (3, [])]
    # Two of three runs are in common: of so few, two thirds of the shorter say nothing.
    assert folded(stored(1, "a", "Nämnden beslutade att avslå"), stored(2, "b", "Nämnden beslutade att bifalla")) == [
        (1, []),
        (2, []),
    ]


def test_a_report_is_named_once_and_twins_are_named_past_the_last_hit() -> None:
    twins = [stored(2, "b", YEARLY), stored(3, "b", YEARLY), stored(4, "c", YEARLY)]
    assert folded(stored(1, "a", YEARLY), *twins, stored(5, "d", "Annat"), most=1) == [(1, [2, 4])]


def test_what_is_shown_around_a_hit_is_no_hit_of_its_own() -> None:
    first, second, third = stored(1, "a", "Ett."), stored(2, "a", "Två."), stored(3, "a", "Tre.")

    def around(found: StoredPassage) -> Window:
        return together(found, [first, second]) if found.number < 3 else alone(found)

    kept = fold([second, first, third], 10, around)
    assert [item.window.found.number for item in kept] == [2, 3]
