"""Draws figures at random for a person to judge: `python -m tests.judged.draw FOLDER NUMBER SEED > drawn.csv`.

Every PDF of the folder is read; of all figures found, in the order of files and pages, so many are drawn. Each line has
file, page, value, unit and an empty verdict, and last the measure and the quote: the judge needs them, the kept list
leaves them out, for the words are not ours. A verdict is `right` where value and unit are what the quote says of
something that is counted, measured or paid, and `wrong` otherwise.
"""

import csv
import random
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from corpus.model import Figure
from corpus.settings import Settings
from ingest.reading import read

COLUMNS = ("file", "page", "value", "unit", "verdict", "measure", "quote")


def figures_of(path: Path) -> list[tuple[str, Figure]]:
    """The figures of one file, each with the file's name."""
    return [(path.name, figure) for figure in read(path, path.name, Settings()).facts.figures]


def draw(paths: Sequence[Path], number: int, seed: int) -> list[tuple[str, Figure]]:
    """So many figures of all files, in the order of files and pages."""
    with ProcessPoolExecutor() as workers:
        found = [item for items in workers.map(figures_of, sorted(paths)) for item in items]
    places = sorted(random.Random(seed).sample(range(len(found)), min(number, len(found))))
    return [found[place] for place in places]


def main(folder: str, number: str, seed: str) -> None:
    """Write what was drawn to standard output."""
    write = csv.writer(sys.stdout, lineterminator="\n")
    write.writerow(COLUMNS)
    for name, figure in draw(list(Path(folder).glob("*.pdf")), int(number), int(seed)):
        value = "-".join(f"{bound:.12g}" for bound in (figure.value, figure.value_max) if bound is not None)
        write.writerow((name, figure.source.page, value, figure.unit, "", figure.measure, figure.quote))


if __name__ == "__main__":
    main(*sys.argv[1:])
