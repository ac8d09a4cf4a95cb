import csv
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.swedish.compounds import Splitter
from corpus.swedish.places import places

WORDS = Path(__file__).parent / "data" / "compounds.csv"


@pytest.fixture(scope="module")
def splitter() -> Splitter:
    return Splitter()


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("bredbandsutbyggnad", ("bredband", "utbyggnad")),
        ("bredbandsutbyggnaden", ("bredband", "utbyggnad")),
        ("samhällsplanering", ("samhälle", "planering")),
        ("hälsocentraler", ("hälsa", "central")),
        ("gatubelysning", ("gata", "belysning")),
        ("skolskjuts", ("skola", "skjuts")),
        ("nattåget", ("natt", "tåg")),
        ("Elnätet", ("el", "nät")),
        ("arbetsplatser", ("arbete", "plats")),
        ("huvudmännen", ("huvud", "man")),
        ("kulturmiljöuppdraget", ("kultur", "miljö", "uppdrag")),
        ("måluppfyllelsen", ("mål", "uppfyllelse")),
    ],
)
def test_compounds_are_split(splitter: Splitter, word: str, expected: tuple[str, ...]) -> None:
    assert splitter.parts(word) == expected


@pytest.mark.parametrize(
    "word",
    [
        *("utbyggnad", "överskott", "demokratiska", "ekonomiska", "dansare", "kvartalets", "justerad", "student"),
        *("Norrbotten", "Västerbotten", "hus", "el"),
    ],
)
def test_words_that_only_look_like_compounds_are_not(splitter: Splitter, word: str) -> None:
    assert splitter.parts(word) == ()


def test_names_of_places_are_not_split(splitter: Splitter) -> None:
    assert {name: parts for place in places() if (parts := splitter.parts(name := place.name))} == {}


def test_genre_words_split_by_hand(splitter: Splitter) -> None:
    """The list's border marks: | a border, / one inside an established part, which may be found or not."""
    right = missed = wrong = plain = plain_split = 0
    for row in csv.DictReader(WORDS.read_text(encoding="utf-8").splitlines()):
        must, may = _borders(row["split"], "|"), _borders(row["split"], "/")
        found = {part.start for part in splitter.split(row["word"])[1:]}
        right, missed, wrong = right + len(must & found), missed + len(must - found), wrong + len(found - must - may)
        plain, plain_split = plain + (not must | may), plain_split + (not must | may and bool(found))
    assert right + missed >= 150
    assert plain >= 100
    assert right / (right + missed + wrong) >= 0.93
    assert plain_split / plain <= 0.03


def _borders(split: str, mark: str) -> set[int]:
    """Where a mark stands, in characters of the word without marks."""
    return {len(split[:at].replace("|", "").replace("/", "")) for at, sign in enumerate(split) if sign == mark}


@given(st.text(alphabet="abdeiklnoprstuväö", min_size=1, max_size=40))
def test_parts_follow_on_each_other(splitter: Splitter, word: str) -> None:
    parts = splitter.split(word)
    assert not parts or (parts[0].start, parts[-1].end) == (0, len(word))
    assert all(0 <= left.end - right.start <= 1 for left, right in pairwise(parts))


@pytest.mark.parametrize("word", ["ab" * 5000, "stads" * 11, "glas" * 15, "a" * 60])
def test_no_word_is_slow(splitter: Splitter, word: str) -> None:
    began = time.process_time()
    splitter.split(word)
    assert time.process_time() - began < 0.5
