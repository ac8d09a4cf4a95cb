"""Draws words of real reports at random, to be split by hand: `python -m tests.corpus.swedish.draw SHARED LIST`.

LIST is `second` (300 words) or `third` (the next 150 of the same draw). A type counts when it has six letters or more
and stands at least twice in lower case, which leaves out names, slips and torn words; words of `compounds.csv` are
left out too.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from corpus.settings import Settings
from ingest.reading import read

SEED = 20260824
LISTS = {"second": slice(0, 300), "third": slice(300, 450)}
SUFFIXES = {".pdf", ".txt", ".docx"}
DATA = Path(__file__).with_name("data")
_WORD = re.compile(r"(?<![\w-])[a-zåäöé]{6,}(?![\w-])")


def texts(shared: Path) -> Iterator[str]:
    """The running text of every report."""
    folders = (Path("corpus/reports"), shared / "pdf", shared / "seeds")
    files = (file for folder in folders for file in sorted(folder.iterdir()) if file.suffix in SUFFIXES)
    for file in files:
        yield from (section.text for section in read(file, file.name, Settings()).report.sections)


def draw(shared: Path) -> list[str]:
    """All types in random order, always the same."""
    counts = Counter(word for text in texts(shared) for word in _WORD.findall(text))
    known = {line.partition(",")[0] for line in (DATA / "compounds.csv").read_text(encoding="utf-8").splitlines()}
    types = sorted(word for word, count in counts.items() if count > 1 and word not in known)
    random.Random(SEED).shuffle(types)
    return types


if __name__ == "__main__":
    sys.stdout.write("\n".join(draw(Path(sys.argv[1]))[LISTS[sys.argv[2]]]) + "\n")
