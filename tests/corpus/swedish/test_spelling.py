import time

import pytest

from corpus.swedish.spelling import Speller

CORPUS = {"polarbibblo": 4, "jämställdheten": 9, "bredband": 40, "kommunens": 30, "utveckling": 50, "region": 60}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Overtornea", "Övertorneå"),
        ("Polarbiblo", "Polarbibblo"),
        ("jämstäldheten", "jämställdheten"),
        ("bredband Overtornea", "bredband Övertorneå"),
        ("brdband i lulea", "bredband i Luleå"),
        ("jämstäldhet", "jämställdhet"),
        ("jämstäldhet i Overtornea", "jämställdhet i Övertorneå"),
    ],
)
def test_slips_are_set_right(query: str, expected: str) -> None:
    assert Speller(CORPUS).suggest(query) == expected


@pytest.mark.parametrize(
    "query",
    [
        "bredbandet",
        "kommuner",
        "Luleås",
        "utvecklingens",
        "jämställdhet",
        "xyzzyqqq",
        "",
        "2017 85 %",
        "och",
        "kvasten",
    ],
)
def test_words_that_the_corpus_has_in_any_inflection_are_left(query: str) -> None:
    assert Speller(CORPUS).suggest(query) is None


def test_building_for_a_large_corpus_and_asking_is_fast() -> None:
    words = {f"ord{number:x}".translate(str.maketrans("0123456789", "ghijklmnop")): number for number in range(100_000)}
    Speller(CORPUS).suggest("brdband")  # the word lists, which every part of the analysis shares, are loaded here
    began = time.perf_counter()
    speller = Speller(words | CORPUS)
    assert speller.suggest("Polarbiblo") == "Polarbibblo"
    assert time.perf_counter() - began < 1.5
    began = time.process_time()
    for _ in range(5):
        assert speller.suggest("jämstäldhet") == "jämställdhet"
    assert (time.process_time() - began) / 5 < 0.05
