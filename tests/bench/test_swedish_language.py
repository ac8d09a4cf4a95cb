"""Every figure of the Swedish package's README but BM25's: what it finds, on lists and treebanks, how fast.

The lists of words are the project's own; the rest needs the development material.
"""

import random
import sys
import time
from pathlib import Path

import pytest
import simplemma

from corpus.swedish.analysis import Analyzer
from corpus.swedish.compounds import Splitter
from corpus.swedish.lemmas import lemma
from corpus.swedish.pipeline import OWN
from corpus.swedish.spelling import Speller
from corpus.swedish.training.scores import BARS, judge, words_a_second
from tests.corpus.swedish import measures

TREEBANKS = {
    "Talbanken, development": "UD_Swedish-Talbanken/sv_talbanken-ud-dev.conllu",
    "Talbanken, test": "UD_Swedish-Talbanken/sv_talbanken-ud-test.conllu",
    "PUD": "UD_Swedish-PUD/sv_pud-ud-test.conllu",
}
TYPES = 100_000
QUERIES = {"Overtornea": "Övertorneå", "jämstäldhet": "jämställdhet", "Polarbibo": "Polarbibblo"}
PARTS = ("tags", "tree", "names")

pytestmark = pytest.mark.bench


def say(line: str) -> None:
    sys.stdout.write(f"\n{line}")


def timed(speller: Speller, query: str) -> float:
    """Seconds that a suggestion takes."""
    began = time.perf_counter()
    speller.suggest(query)
    return time.perf_counter() - began


def looked_up(word: str) -> str:
    return str(simplemma.lemmatize(word, lang="sv", greedy=True)).lower()


@pytest.mark.parametrize("name", measures.COMPOUNDS)
def test_compounds(name: str) -> None:
    borders, plain, split = measures.compounds(name, Splitter())
    say(f"{name}: {borders.share:.3f} of {borders.right + borders.missed} borders, {split} of {plain} others split")
    assert borders.share >= 0.93
    assert split / plain <= 0.03


@pytest.mark.parametrize("name", measures.BORDERS)
def test_stops_in_real_reports(name: str, shared: Path) -> None:
    borders = measures.stops(name, shared)
    say(f"{name}: F1 {borders.f1:.3f}, {borders}")
    assert borders.f1 >= 0.95


@pytest.mark.parametrize("name", TREEBANKS)
def test_sentences_and_lemmas_of_a_treebank(name: str, shared: Path) -> None:
    path = shared / "nlp" / TREEBANKS[name]
    flat, lined = measures.joined(path), measures.joined(path, "\n")
    share, count = measures.lemmas(path, lemma)
    alone, _ = measures.lemmas(path, looked_up)
    say(f"{name}: sentences F1 {lined.f1:.3f} (headings on lines of their own), {flat.f1:.3f} (all on one line)")
    say(f"{name}: lemmas {share:.3f} of {count} (simplemma alone {alone:.3f})")
    assert lined.f1 >= 0.95
    assert share > alone


def test_slips_are_set_right(shared: Path) -> None:
    count, right, wrong = measures.slips(shared)
    say(f"one slip a word: {right / count:.3f} of {count} set right, {wrong / count:.3f} set wrong")
    assert right / count >= 0.85
    assert wrong / count <= 0.05


def test_a_suggestion_among_a_hundred_thousand_words(samples: Path) -> None:
    words = (samples / "arsredovisning-2023.txt").read_text(encoding="utf-8").lower().split()
    known = sorted({word for word in words if word.isalpha()})
    chance = random.Random(1)
    frequencies = {"polarbibblo": 4, "jämställdheten": 9}
    while len(frequencies) < TYPES:
        frequencies[chance.choice(known)[:8] + chance.choice(known)] = 1
    speller = Speller(frequencies)
    speller.suggest("Polarbiblo")  # the lists are read and shelved once
    taken = {}
    for query, expected in QUERIES.items():
        assert speller.suggest(query) == expected
        taken[query] = 1000 * min(timed(speller, query) for _ in range(3))
    say(f"suggesting among {TYPES} types: {', '.join(f'{query} {ms:.0f} ms' for query, ms in taken.items())}")
    assert max(taken.values()) < 50


def test_words_a_second_with_a_cache(samples: Path) -> None:
    text = (samples / "arsredovisning-2023.txt").read_text(encoding="utf-8")
    analyzer, splitter = Analyzer(), Splitter()
    terms = analyzer.terms(text)
    words = [text[term.start : term.end] for term in terms]
    for word in words:
        splitter.split(word)
    began = time.process_time()
    for _ in range(5):
        analyzer.terms(text)
    analysed = 5 * len(words) / (time.process_time() - began)
    began = time.process_time()
    for word in words * 5:
        splitter.split(word)
    split = 5 * len(words) / (time.process_time() - began)
    say(f"words a second with a cache: {analysed:.0f} analysed, {split:.0f} split")
    assert min(analysed, split) >= 20_000


def test_our_own_pipeline_on_the_test_parts(shared: Path) -> None:
    scores = judge(shared / "nlp", str(OWN))
    speed = words_a_second(shared / "nlp", str(OWN), PARTS)
    say(f"pipeline: {', '.join(f'{name} {scores[key]:.4f}' for name, (key, _) in BARS.items())}, {speed:.0f} words/s")
    assert {name: scores[key] >= bar for name, (key, bar) in BARS.items()} == dict.fromkeys(BARS, True)
    assert speed >= 5000
