"""A campaign of damaged files: each read in a worker of the product's own pool, watched for time and memory."""

import json
import resource
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.model import Problem, Reading
from corpus.settings import MEGABYTE, Settings
from ingest import reading
from ingest.reader import Task
from ingest.worker import Outcome
from ingest.workers import Workers
from tests.ingest.soundness import faults_of, problem_faults

#: What a file may take at most: the mission's bar.
MOST_SECONDS = 20.0
MOST_MEGABYTES = 1000
#: How many times longer than that a silent worker is borne, by the clock: on a busy machine it is slow for no fault.
PATIENCE = 3
#: Files that wait for a worker; more only fill the disk.
WAITING = 6
#: How no reading may end: by a bug, a hang, or memory without end.
FORBIDDEN = frozenset(("internal_error", "timeout", "out_of_memory"))
#: Suffix of what the worker leaves beside a file: the seconds and megabytes that it took.
COST = ".cost"
#: Where Linux tells the greatest memory of this process, and what makes it count anew from here.
STATUS, FORGET = Path("/proc/self/status"), Path("/proc/self/clear_refs")


@dataclass(frozen=True, slots=True)
class Fate:
    """How the reading of a file ended: `code` is "read" or a problem's; `wrong` tells all that should not be.

    `seconds` are the processor's, which a busy machine does not stretch; what waits for nothing ends as a timeout.
    """

    name: str
    code: str
    seconds: float
    megabytes: float
    wrong: tuple[str, ...]


def read(path: Path, name: str, settings: Settings) -> Reading:
    """Read a file as the product does, see that the reading is sound, and leave what it cost beside the file."""
    if FORGET.exists():
        FORGET.write_text("5", encoding="ascii")
    began = time.process_time()
    try:
        found = reading.read(path, name, settings)
    finally:
        cost = (time.process_time() - began, _peak())
        path.with_suffix(COST).write_text(json.dumps(cost), encoding="ascii")
    if faults := faults_of(found, name):
        raise AssertionError("; ".join(faults[:5]))
    return found


def fates(files: Iterable[tuple[str, bytes]], folder: Path) -> Iterator[Fate]:
    """What becomes of files, given by name and content, as they are finished."""
    settings = Settings(jobs=2, page_seconds=PATIENCE * MOST_SECONDS, worker_megabytes=MOST_MEGABYTES)
    waiting = 0
    with Workers(read, settings) as workers:
        for name, content in files:
            (folder / name).write_bytes(content)
            workers.submit(Task(folder / name, name))
            waiting += 1
            if waiting >= WAITING:
                yield _next(workers)
                waiting -= 1
        for _ in range(waiting):
            yield _next(workers)


def summary(found: Iterable[Fate]) -> str:
    """How many files ended in which way, and the slowest and largest of them."""
    kept = list(found)
    codes = Counter(fate.code for fate in kept)
    slowest, largest = max(kept, key=lambda fate: fate.seconds), max(kept, key=lambda fate: fate.megabytes)
    return (
        f"{len(kept)} files: {dict(codes.most_common())}; slowest {slowest.seconds:.1f} s ({slowest.name}), "
        f"largest {largest.megabytes:.0f} MB ({largest.name})"
    )


def _next(workers: Workers) -> Fate:
    outcome = workers.outcome(60 * MOST_SECONDS)
    if outcome is None:
        raise AssertionError("the pool of workers hangs")
    fate = _fate(outcome)
    outcome.task.path.unlink()
    outcome.task.path.with_suffix(COST).unlink(missing_ok=True)
    return fate


def _fate(outcome: Outcome) -> Fate:
    name, result = outcome.task.name, outcome.result
    left = outcome.task.path.with_suffix(COST)
    # A worker that crashed or was ended leaves nothing.
    seconds, megabytes = json.loads(left.read_text(encoding="ascii")) if left.exists() else (outcome.seconds, 0.0)
    code = result.code if isinstance(result, Problem) else "read"
    wrong = [
        *(problem_faults(result, name) if isinstance(result, Problem) else []),
        *([code] if code in FORBIDDEN else []),
        *([f"{seconds:.0f} seconds"] if seconds > MOST_SECONDS else []),
        *([f"{megabytes:.0f} MB"] if megabytes > MOST_MEGABYTES else []),
    ]
    return Fate(name, code, seconds, megabytes, tuple(wrong))


def _peak() -> float:
    """The most memory, in megabytes, that this process has held since it was last forgotten, or ever."""
    if STATUS.exists():
        lines = STATUS.read_text(encoding="ascii").splitlines()
        kilobytes = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
    else:
        kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kilobytes * 1024 / MEGABYTE
