"""Scores of judged queries, by hand."""

import json
from dataclasses import replace
from math import log2
from pathlib import Path

import pytest

from corpus.errors import UsageError
from search.answers import Answer, Hit
from search.evaluate import Judged, Relevant, Score, compare, evaluate, read_judged, score
from search.query import Query
from tests.search.hits import hit

#: Ten words of which a passage must hold seven in their order.
TEN = "ett två tre fyra fem sex sju åtta nio tio"


def answer(*hits: Hit, confident: bool = True) -> Answer:
    return Answer(Query("fråga", ()), hits, confident, None, 0.0)


def judged(*relevant: tuple[str, str, int]) -> Judged:
    return Judged("q", "fråga", tuple(Relevant(*each) for each in relevant))


def test_gains_are_discounted_by_rank() -> None:
    """Gains 1 at rank 2 and 3 at rank 3, of the ideal 3 at rank 1 and 1 at rank 2."""
    asked = judged(("a.pdf", "alfa beta", 2), ("b.pdf", "gamma delta", 1))
    scored = score(asked, answer(hit(1, "c", "annat"), hit(2, "b", "gamma delta"), hit(3, "a", "om alfa beta här")))
    assert scored.ndcg == pytest.approx((1 / log2(3) + 3 / log2(4)) / (3 / log2(2) + 1 / log2(3)))
    assert (scored.success_at_1, scored.success_at_10, scored.quote_at_1) == (False, True, False)


def test_the_best_first_is_all_one_can_do() -> None:
    scored = score(judged(("a.pdf", "alfa beta", 2)), answer(hit(1, "a", "alfa beta")))
    assert (scored.ndcg, scored.success_at_1, scored.success_at_10, scored.quote_at_1) == (1.0, True, True, True)


def test_the_eleventh_is_too_late() -> None:
    hits = [hit(rank, "c", "annat") for rank in range(1, 11)]
    scored = score(judged(("a.pdf", "alfa beta", 2)), answer(*hits, hit(11, "a", "alfa beta")))
    assert (scored.ndcg, scored.success_at_10) == (0.0, False)


@pytest.mark.parametrize(
    ("held", "right"), [("ett två tre fyra fem sex sju", True), ("ett två tre fyra fem sex", False)]
)
def test_a_passage_counts_that_holds_seven_words_of_ten(held: str, right: bool) -> None:
    assert score(judged(("a.pdf", TEN, 2)), answer(hit(1, "a", held))).success_at_1 is right


def test_the_report_must_be_the_right_one() -> None:
    assert score(judged(("b.pdf", "alfa beta", 2)), answer(hit(1, "a", "alfa beta"))).success_at_1 is False


def test_one_that_only_helps_is_no_success() -> None:
    asked = judged(("a.pdf", "alfa beta", 2), ("b.pdf", "gamma delta", 1))
    assert score(asked, answer(hit(1, "b", "gamma delta"))).success_at_1 is False


def test_means_are_over_the_queries_that_they_apply_to() -> None:
    right, wrong = hit(1, "a", "alfa beta"), hit(1, "b", "annat")
    asked, unanswerable = judged(("a.pdf", "alfa beta", 2)), judged()
    result = evaluate(
        [
            (asked, answer(right)),
            (asked, answer(wrong, confident=False)),
            (unanswerable, answer(wrong, confident=False)),
            (unanswerable, answer(confident=False)),
            (unanswerable, answer(wrong)),
        ]
    )
    assert (result.queries, result.ndcg_at_10, result.success_at_1, result.quote_at_1) == (5, 0.5, 0.5, 0.5)
    assert result.abstains_when_unanswerable == pytest.approx(2 / 3)
    assert result.speaks_when_answerable == 0.5


def test_nothing_asked_has_no_means() -> None:
    result = evaluate([])
    assert (result.queries, result.ndcg_at_10, result.abstains_when_unanswerable) == (0, None, None)


def scores(*rows: tuple[str, float | None, bool]) -> list[Score]:
    """An id, nDCG (None: unanswerable) and confidence each; success follows nDCG."""
    return [
        Score(
            id_, "fråga", ndcg, None if ndcg is None else ndcg == 1, None if ndcg is None else True, None, sure,
            answerable=ndcg is not None,
        )
        for id_, ndcg, sure in rows
    ]  # fmt: skip


def test_two_settings_are_compared_query_by_query() -> None:
    first = scores(("1", 0.5, True), ("2", 0.5, False), ("3", None, True))
    second = scores(("1", 0.5, True), ("2", 1.0, True), ("3", None, False))
    found = compare(first, second)
    assert list(found) == [
        "ndcg_at_10", "success_at_1", "success_at_10", "abstains_when_unanswerable", "speaks_when_answerable",
    ]  # fmt: skip
    assert (found["ndcg_at_10"].queries, found["ndcg_at_10"].difference) == (2, 0.25)
    assert (found["ndcg_at_10"].low, found["ndcg_at_10"].high) == (0.0, 0.5)
    assert found["success_at_1"].difference == 0.5
    assert (found["abstains_when_unanswerable"].queries, found["abstains_when_unanswerable"].difference) == (1, 1.0)
    assert found["success_at_10"].p == 1.0


@pytest.mark.parametrize("other", [("2", "1"), ("1",), ("1", "2", "3"), ("1", "1")])
def test_other_queries_are_not_compared(other: tuple[str, ...]) -> None:
    first, second = (scores(*((id_, 1.0, True) for id_ in ids)) for ids in (("1", "2"), other))
    with pytest.raises(UsageError, match="inte samma frågor"):
        compare(first, second)
    assert compare(first[::-1], [replace(each) for each in first[::-1]])["ndcg_at_10"].p == 1.0


def test_a_judged_list_is_read(tmp_path: Path) -> None:
    path = tmp_path / "frågor.jsonl"
    rows = [
        {
            "id": 7,
            "query": "a",
            "relevant": [{"file": "a.pdf", "quote": "x"}, {"file": "b.pdf", "quote": "y", "grade": 0}],
        },
        {"id": "8", "query": "b", "relevant": None, "answer": "annat"},
    ]
    path.write_text("\ufeff" + "\n\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert read_judged(path) == [Judged("7", "a", (Relevant("a.pdf", "x", 2),)), Judged("8", "b", ())]


@pytest.mark.parametrize("grade", [-1, 11, 10**9, "hög"])
def test_a_grade_that_is_none_is_refused(tmp_path: Path, grade: object) -> None:
    path = tmp_path / "frågor.jsonl"
    row = {"id": "1", "query": "a", "relevant": [{"file": "a.pdf", "quote": "x", "grade": grade}]}
    path.write_text(json.dumps(row), encoding="utf-8")
    with pytest.raises(UsageError, match="rad 1"):
        read_judged(path)
