import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.swedish.compounds import Splitter
from corpus.swedish.places import places
from tests.corpus.swedish import measures


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
        ("tilläggsavtalet", ("tillägg", "avtal")),
        ("busstationer", ("buss", "station")),
        ("lönebildning", ("lön", "bildning")),
        ("skattetrycket", ("skatt", "tryck")),
        ("makromodell", ("makro", "modell")),
        ("flicklag", ("flicka", "lag")),
        ("glassåsen", ("glas", "sås")),
        ("systemdelar", ("system", "del")),
        ("sakområdet", ("sak", "område")),
    ],
)
def test_compounds_are_split(splitter: Splitter, word: str, expected: tuple[str, ...]) -> None:
    assert splitter.parts(word) == expected


@pytest.mark.parametrize(
    "word",
    [
        *("utbyggnad", "överskott", "demokratiska", "ekonomiska", "dansare", "kvartalets", "justerad", "student"),
        *("rättsliga", "aktiveras", "bedömares", "sammanfalla", "fullständig", "kommissionen", "förarbeten"),
        *("Norrbotten", "Västerbotten", "hus", "el"),
    ],
)
def test_words_that_only_look_like_compounds_are_not(splitter: Splitter, word: str) -> None:
    assert splitter.parts(word) == ()


def test_names_of_places_are_not_split(splitter: Splitter) -> None:
    assert {name: parts for place in places() if (parts := splitter.parts(name := place.name))} == {}


@pytest.mark.parametrize("name", measures.COMPOUNDS)
def test_genre_words_split_by_hand(splitter: Splitter, name: str) -> None:
    borders, plain, plain_split = measures.compounds(name, splitter)
    assert len(measures.rows(name)) >= 150
    assert borders.right + borders.missed >= 50
    assert plain >= 90
    assert borders.share >= 0.93
    assert plain_split / plain <= 0.03


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
