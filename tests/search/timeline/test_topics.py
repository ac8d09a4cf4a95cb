import pytest

from corpus.swedish.analysis import Analyzer
from search.query import understand
from search.timeline.topics import without_asking


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("hur förändrades reporäntan under 2012", ["reporänta"]),
        ("hur mycket har styrräntan sänkts sedan våren 2024", ["styrränta", "sänka"]),
        ("utveckla landsbygden", ["utveckla", "landsbygd"]),
        ("sjukfrånvaro 2018–2020", ["sjukfrånvaro"]),
        ("hur går det", ["det"]),
    ],
)
def test_what_only_asks_and_when_are_no_part_of_a_topic(analyzer: Analyzer, asked: str, named: list[str]) -> None:
    terms = without_asking(understand(asked, analyzer, 300)).terms
    forms = [term.forms[0] for term in terms]
    assert forms == named or (named == ["det"] and forms)


def test_a_noun_of_what_is_done_is_told_by_its_verb_too(analyzer: Analyzer) -> None:
    (term,) = without_asking(understand("räntehöjningen", analyzer, 300)).terms
    assert term.forms[0] == "räntehöjning"
    assert "höja" in term.forms
    (plain,) = without_asking(understand("tidning", analyzer, 300)).terms
    assert plain.forms[0] == "tidning"
