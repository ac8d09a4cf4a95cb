"""How the Swedish package does on lists judged by hand and on treebanks; tests hold it to bars, a benchmark prints."""

import csv
import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.swedish.compounds import Splitter
from corpus.swedish.sentences import split
from corpus.swedish.spelling import Speller
from corpus.swedish.tokens import tokenize
from corpus.swedish.training.treebank import read, texts
from tests.corpus.swedish import borders

DATA = Path(__file__).with_name("data")
#: Words split by hand: the splitter's own output corrected; drawn and split before it was run; drawn after the rules
#: had been mended by the second, and split before it was run.
COMPOUNDS = ("compounds", "compounds_second", "compounds_third")
#: Stops judged by hand; the second list after the rules had been mended by the first.
BORDERS = ("borders", "borders_second")
#: Sentences of a treebank that make one text.
_JOINED = 10
_ENDS = tuple(".!?…:)\"”'")
_CONTENT = frozenset({"NOUN", "VERB", "ADJ"})
_SEED = 4
_SLIPS = 500
_LETTERS = "abcdefghijklmnoprstuvyåäö"


@dataclass(frozen=True, slots=True)
class Borders:
    """Borders that were found, missed and invented."""

    right: int
    missed: int
    wrong: int

    @property
    def share(self) -> float:
        """Right ones among all that are or were said to be."""
        return self.right / (self.right + self.missed + self.wrong)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (2 * self.right + self.missed + self.wrong)


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a list judged by hand."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def compounds(name: str, splitter: Splitter) -> tuple[Borders, int, int]:
    """The borders of a list's compounds, its words that are none, and how many of these were split.

    The list's marks: | a border, / one inside an established part, which may be found or not.
    """
    right = missed = wrong = plain = plain_split = 0
    for row in rows(name):
        must, may = _marks(row["split"], "|"), _marks(row["split"], "/")
        found = {part.start for part in splitter.split(row["word"])[1:]}
        right, missed, wrong = right + len(must & found), missed + len(must - found), wrong + len(found - must - may)
        plain, plain_split = plain + (not must | may), plain_split + (not must | may and bool(found))
    return Borders(right, missed, wrong), plain, plain_split


def _marks(split: str, mark: str) -> set[int]:
    """Where a mark stands, in characters of the word without marks."""
    return {len(split[:at].replace("|", "").replace("/", "")) for at, sign in enumerate(split) if sign == mark}


@cache
def pages(shared: Path) -> dict[tuple[str, int], str]:
    """The flowing text of every page of the real reports."""
    return {(file, page): text for file, page, text in borders.pages(shared)}


def stops(name: str, shared: Path) -> Borders:
    """Stops of a list that end a sentence; those at which none may end are wrong where one was found."""
    right = missed = wrong = 0
    for row in rows(name):
        text = pages(shared)[row["file"], int(row["page"])]
        at = text.find(" ", int(row["offset"])) + 1
        found = at == 0 or at in {start for start, _ in split(text)}
        ends = row["ends"] == "1"
        right, missed, wrong = right + (found and ends), missed + (ends and not found), wrong + (found and not ends)
    return Borders(right, missed, wrong)


def joined(treebank: Path, after_heading: str = " ") -> Borders:
    """Borders between a treebank's sentences when ten make a text.

    Args:
        treebank: the file.
        after_heading: what follows a sentence that no mark ends, most often a heading; a space follows any other.
    """
    sentences = list(texts(read(treebank)))
    right = missed = wrong = 0
    for first in range(0, len(sentences), _JOINED):
        text, starts = "", set()
        for sentence in sentences[first : first + _JOINED]:
            starts.add(len(text))
            text += sentence + (" " if sentence.endswith(_ENDS) else after_heading)
        found = {start for start, _ in split(text)} - {0}
        starts -= {0}
        right, missed, wrong = right + len(starts & found), missed + len(starts - found), wrong + len(found - starts)
    return Borders(right, missed, wrong)


def lemmas(treebank: Path, lemma: Callable[[str], str]) -> tuple[float, int]:
    """Share of a treebank's nouns, verbs and adjectives (form and lemma, each pair once) with the right lemma."""
    pairs = set(_lemma_pairs(treebank))
    return sum(lemma(form) == wanted for form, wanted in pairs) / len(pairs), len(pairs)


def _lemma_pairs(treebank: Path) -> Iterator[tuple[str, str]]:
    for line in treebank.read_text(encoding="utf-8").splitlines():
        row = line.split("\t")
        if row[0].isdigit() and row[3] in _CONTENT and row[1].isalpha() and "Abbr=Yes" not in row[5]:
            yield row[1].lower(), row[2].lower()


def slips(shared: Path) -> tuple[int, int, int]:
    """Words of the real reports with one random slip each: how many, set right, set to another word."""
    counts = Counter(
        token.text.lower() for text in pages(shared).values() for token in tokenize(text) if token.kind == "word"
    )
    chance = random.Random(_SEED)
    words = sorted(word for word, count in counts.items() if count > 4 and len(word) > 5 and word.isalpha())
    speller = Speller(counts)
    slipped = [(word, _slip(word, chance)) for word in chance.sample(words, _SLIPS)]
    found = [(word, speller.suggest(bad)) for word, bad in slipped if bad not in counts and bad != word]
    right = sum(better == word for word, better in found)
    return len(found), right, sum(better is not None for _, better in found) - right


def _slip(word: str, chance: random.Random) -> str:
    """The word with a letter lost, doubled, changed, or changed places with the next."""
    at = chance.randrange(1, len(word) - 1)
    return chance.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + chance.choice(_LETTERS) + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )
