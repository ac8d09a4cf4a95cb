"""Score a pipeline on the test parts: `python -m corpus.swedish.training.scores MATERIAL [MODEL]`."""

import argparse
import sys
import tempfile
import time
from collections.abc import Collection
from pathlib import Path

import spacy
from spacy.cli.evaluate import evaluate

from corpus.swedish import pipeline
from corpus.swedish.training.documents import TALBANKEN, write_judged
from corpus.swedish.training.treebank import read, texts

#: What the model's README calls a score → spaCy's name for it, and the least that our own pipeline shall reach.
BARS = {
    "part of speech (UPOS)": ("pos_acc", 0.95),
    "LAS": ("dep_las", 0.72),
    "sentences, F1": ("sents_f", 0.90),
    "names, F1": ("ents_f", 0.70),
}
#: Parts whose speed is measured together: all that the model has, and each use's own.
_MEASURED = (("tags", "tree", "names"), ("tags", "tree"), ("names",))
#: Sentences of one text when speed is measured, as many as a page of a report holds.
_SENTENCES_A_TEXT = 20


def main() -> None:
    """Print the scores on UD Talbanken's test part and UNER's names in it, and the speed on its text."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("material", type=Path, help="folder of the treebanks and name corpora")
    parser.add_argument("model", nargs="?", default=str(pipeline.OWN), help="an installed model or a folder")
    arguments = parser.parse_args()
    scores = judge(arguments.material, arguments.model)
    for name, (key, bar) in BARS.items():
        sys.stdout.write(f"{name:36}{scores[key]:9.4f}   bar {bar}\n")
    for parts in _MEASURED:
        speed = words_a_second(arguments.material, arguments.model, parts)
        sys.stdout.write(f"words a second, {', '.join(parts):20}{speed:9.0f}   bar 5000\n")


def judge(material: Path, model: str) -> dict[str, float]:
    """The scores that spaCy gives, between 0 and 1, on UD Talbanken's test part with UNER's names, from raw text."""
    with tempfile.TemporaryDirectory() as scratch:
        test = Path(scratch) / "test.spacy"
        write_judged(material, "test", test, spacy.blank("sv").vocab)
        scores = evaluate(model, test, silent=True)
    return {name: score for name, score in scores.items() if isinstance(score, float) and name != "speed"}


def words_a_second(material: Path, model: str, parts: Collection[str]) -> float:
    """Words that the pipeline reads in a second of one core's time, with these parts, the first texts not counted."""
    sentences = list(texts(read(material / TALBANKEN / "sv_talbanken-ud-test.conllu")))
    pages = [" ".join(sentences[at : at + _SENTENCES_A_TEXT]) for at in range(0, len(sentences), _SENTENCES_A_TEXT)]
    loaded = pipeline.load(model, parts)
    list(loaded.pipe(pages[:5]))
    began = time.process_time()
    words = sum(not (token.is_punct or token.is_space) for doc in loaded.pipe(pages) for token in doc)
    return words / (time.process_time() - began)


if __name__ == "__main__":
    main()
