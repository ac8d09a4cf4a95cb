"""Words found by the inverted index."""

from pathlib import Path

import pytest

from corpus.errors import VersionMismatch
from search.lexical import LexicalDocument, LexicalIndex, Restriction, WeightedTerm, Word, write_index


def document(number: int, text: str, report: str = "a", places: str = "") -> LexicalDocument:
    """Words parted by spaces; a word's forms parted by "/"."""
    words = tuple(Word(position, tuple(word.split("/"))) for position, word in enumerate(text.split()))
    surface = frozenset(word.forms[0] for word in words)
    return LexicalDocument(number, report, words, surface, frozenset(places.split()))


@pytest.fixture
def index(tmp_path: Path) -> LexicalIndex:
    write_index(
        tmp_path,
        [
            document(1, "bredbandsutbyggnad/bredband/utbyggnad i länet", places="25"),
            document(2, "utbyggnad av bredband i övertorneå", places="2518 25"),
            document(3, "kultur i hela länet", report="b"),
        ],
    )
    return LexicalIndex.read(tmp_path)


def numbers(hits: list[tuple[int, float]]) -> list[int]:
    return [number for number, _ in hits]


def test_a_compound_and_its_parts_find_each_other(index: LexicalIndex) -> None:
    assert set(numbers(index.search([WeightedTerm("bredband", 1.0)], 10))) == {1, 2}
    assert numbers(index.search([WeightedTerm("bredbandsutbyggnad", 1.0)], 10)) == [1]


def test_the_rarer_word_weighs_more(index: LexicalIndex) -> None:
    hits = index.search([WeightedTerm("i", 1.0), WeightedTerm("övertorneå", 1.0)], 10)
    assert numbers(hits)[0] == 2
    assert len(hits) == 3


def test_a_restriction_admits_but_adds_no_score(index: LexicalIndex) -> None:
    term = [WeightedTerm("bredband", 1.0)]
    free = dict(index.search(term, 10))
    bound = dict(index.search(term, 10, Restriction(reports=frozenset({"a"}), places=frozenset({"2518"}))))
    assert bound == {2: pytest.approx(free[2])}
    assert index.search(term, 10, Restriction(reports=frozenset())) == []


def test_a_phrase_must_stand_side_by_side(index: LexicalIndex) -> None:
    assert index.numbers(Restriction(phrases=(("utbyggnad", "av", "bredband"),))) == [2]
    assert index.numbers(Restriction(phrases=(("bredband", "utbyggnad"),))) == []
    # The part stands at the compound's own position, so the next word is the compound's neighbour.
    assert index.numbers(Restriction(phrases=(("bredband", "i"), ("länet",)))) == [1]


def test_places_are_told_apart_by_code(index: LexicalIndex) -> None:
    assert index.naming(["2518"], [1, 2, 3]) == {2}
    assert index.naming(["25"], [1, 3]) == {1}


def test_å_is_a_letter_of_its_own(index: LexicalIndex) -> None:
    assert not index.knows("overtornea")
    assert index.knows("övertorneå")
    assert index.surface_words()["länet"] == 2


def test_adding_to_an_index_ranks_as_one_made_at_once(tmp_path: Path) -> None:
    documents = [document(n, f"ord{n % 7} ord{n % 3} gemensamt") for n in range(60)]
    once, twice = tmp_path / "once", tmp_path / "twice"
    once.mkdir()
    twice.mkdir()
    write_index(once, documents)
    write_index(twice, documents[:40])
    write_index(twice, documents[40:])
    terms = [WeightedTerm("ord3", 1.0), WeightedTerm("ord1", 0.5)]
    assert dict(LexicalIndex.read(twice).search(terms, 60)) == pytest.approx(
        dict(LexicalIndex.read(once).search(terms, 60))
    )


def test_a_folder_without_an_index_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(VersionMismatch, match="reindex"):
        LexicalIndex.read(tmp_path)


def test_what_is_not_wanted_is_left_out_alone_and_beside_other_words(index: LexicalIndex) -> None:
    assert index.numbers(Restriction(without=(("bredband",),))) == [3]
    assert index.numbers(Restriction(without=(("utbyggnad", "av"),))) == [1, 3]
    free = dict(index.search([WeightedTerm("länet", 1.0)], 10))
    bound = dict(index.search([WeightedTerm("länet", 1.0)], 10, Restriction(without=(("kultur",),))))
    assert set(free) == {1, 3}
    assert bound == {1: pytest.approx(free[1])}
