"""How often search speaks where there is an answer, and keeps quiet where there is none."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from corpus.model import Report
from corpus.swedish.analysis import Analyzer
from search.evaluate import Judged, in_order
from search.searcher import Searcher
from tests.bench.libraries import QUESTIONS, Library, Remembering, library, searching

#: Shares of the judged questions on report texts.
LEAST_SPOKEN, LEAST_SILENT = 0.92, 0.70
#: From this share of a quote's words on, another report may answer in its place.
ANSWERED = 0.6
#: SweQUAD's questions whose report is left out: every third, for the others keep the collection what it is.
EVERY = 3


@pytest.fixture(scope="module")
def libraries(shared: Path) -> dict[str, Library]:
    return {folder: library(shared, folder) for folder in QUESTIONS}


def spoken(searcher: Searcher, judged: Sequence[Judged]) -> float:
    """The share of the questions at which search says that it has an answer."""
    return sum(searcher.search(one.query).confident for one in judged) / len(judged)


def without_answers(held: Library) -> tuple[Mapping[Path, Report], list[Judged]]:
    """The reports but those that answer every third question, and those of these questions that no other answers."""
    asked = [one for one in held.judged if one.relevant][::EVERY]
    gone = {it.file for one in asked for it in one.relevant}
    left = {path: report for path, report in held.reports.items() if path.name not in gone}
    texts = [section.text for report in left.values() for section in report.sections]
    return left, [one for one in asked if not any(_answers(one, text) for text in texts)]


def _answers(one: Judged, text: str) -> bool:
    words = set(text.casefold().split())
    for it in one.relevant:
        quoted = it.quote.casefold().split()
        if sum(word in words for word in quoted) >= ANSWERED * len(quoted) and in_order(it.quote, text) >= ANSWERED:
            return True
    return False


def measured(libraries: Mapping[str, Library], encoder: Remembering, scratch: Path) -> Iterator[tuple[str, int, float]]:
    """What was asked of what, how many questions, and the share that search spoke at."""
    analyzer = Analyzer()
    for folder, held in libraries.items():
        with searching(held.reports, scratch / folder.replace("/", "-"), encoder, analyzer) as searcher:
            for kind, judged in (
                ("answerable", [one for one in held.judged if one.relevant]),
                ("unanswerable", [one for one in held.judged if not one.relevant]),
                *((f"questions of {other}", libraries[other].judged) for other in libraries if other != folder),
            ):
                if judged:
                    yield f"{folder}: {kind}", len(judged), spoken(searcher, judged)
    left, judged = without_answers(libraries["eval/swequad"])
    with searching(left, scratch / "left", encoder, analyzer) as searcher:
        yield "eval/swequad: reports left out", len(judged), spoken(searcher, judged)


@pytest.mark.bench
def test_silence_where_nothing_answers(libraries: dict[str, Library], tmp_path: Path) -> None:
    encoder, found = Remembering(), {}
    sys.stdout.write("\n| asked of what | questions | speaks | keeps quiet |\n|---|---|---|---|\n")
    for name, count, share in measured(libraries, encoder, tmp_path):
        found[name] = share
        sys.stdout.write(f"| {name} | {count} | {share:.2f} | {1 - share:.2f} |\n")
    assert found["seeds: answerable"] >= LEAST_SPOKEN
    assert 1 - found["seeds: unanswerable"] >= LEAST_SILENT
