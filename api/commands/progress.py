"""How far ingestion has come: a bar on a terminal, plain lines in a pipe; both on standard error."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from api.commands.terminal import decimal, say
from ingest.results import FileResult, Notice, Stage, Step

STATUS = {
    "added": "inläst",
    "updated": "uppdaterad",
    "unchanged": "oförändrad",
    "failed": "misslyckad",
    "blocked": "blockerad",
}
#: Problems of one file that are told at once; a scanned report has one a page.
PROBLEMS_TOLD = 3
STAGES: dict[Stage, str] = {"reading": "Läser", "encoding": "Beräknar vektorer", "publishing": "Bygger index"}


def line_of(result: FileResult) -> str | None:
    """What is said of a file that is settled; nothing of one that is as it was."""
    if result.status == "unchanged":
        return None
    line = f"{STATUS[result.status]}: {result.file}"
    if result.status in ("added", "updated"):
        counts = result.counts
        pages = f"{counts.pages} sidor, " if counts.pages else ""
        line += f" ({pages}{counts.passages} stycken, {decimal(result.seconds)} s)"
    told = [problem.message for problem in result.problems[:PROBLEMS_TOLD]]
    if len(result.problems) > len(told):
        told.append(f"… och {len(result.problems) - len(told)} anmärkningar till; ”arsringar list --json” visar alla.")
    return "\n  ".join([line, *told])


@contextmanager
def shown() -> Iterator[Notice]:
    """Show steps as they come."""
    if not sys.stderr.isatty():
        yield lambda step: _plainly(step)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(
        *columns, console=Console(file=sys.stderr, highlight=False, markup=False, emoji=False), transient=True
    ) as progress:
        tasks: dict[Stage, TaskID] = {}
        yield lambda step: _on_bar(step, progress, tasks)


def _plainly(step: Step) -> None:
    line = line_of(step.result) if step.result else None
    if line:
        say(line)


def _on_bar(step: Step, progress: Progress, tasks: dict[Stage, TaskID]) -> None:
    if step.stage not in tasks:
        tasks[step.stage] = progress.add_task(STAGES[step.stage], total=None)
    progress.update(tasks[step.stage], completed=step.done, total=step.total or None)
    line = line_of(step.result) if step.result else None
    if line:
        progress.console.print(line)
