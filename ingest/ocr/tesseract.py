"""The program Tesseract: whether it is here with its Swedish data, and what it reads in a picture."""

import os
import re
import resource
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import IO

import psutil
from PIL import Image

from corpus.settings import MEGABYTE, Settings
from ingest.ocr.hocr import ReadLine, lines_of
from ingest.ocr.outcomes import NotRead

PROGRAM = "tesseract"
LANGUAGE = "swe"
#: The data by which Tesseract tells how a page is turned.
ORIENTATION = "osd"
#: Dots an inch at which pictures are read: what Tesseract is made for.
RESOLUTION = 300
#: Seconds to say which languages there are.
TO_ANSWER = 10.0
#: Seconds between two looks at the program, and that it may go on if nobody is left to look.
STEP = 1.0
SPARE = 5
#: How sure Tesseract must be of a page's orientation; upright pages of text have over 30 in its own measure.
SURE_OF_ORIENTATION = 2.0
_ROTATE = re.compile(rb"Rotate: (\d+)\s+Orientation confidence: ([\d.]+)")


def _unheard() -> None:
    """Nobody listens."""


@dataclass(frozen=True, slots=True)
class Tesseract:
    """The program at a path, with its Swedish data; `orients` where it can tell how a page is turned."""

    path: str
    orients: bool
    megabytes: int

    def read(self, picture: Image.Image, seconds: float, alive: Callable[[], None] = _unheard) -> list[ReadLine]:
        """The lines of a grey picture, at `RESOLUTION`.

        Args:
            picture: what is read.
            seconds: of a core's time that it may take, and that it may stand still. Time on the clock is no measure:
                on a busy machine the same page would be read one day and not the next.
            alive: called about once a second meanwhile.

        Raises:
            NotRead: the program failed or its time was out.
        """
        try:
            return lines_of(self._run(("-l", LANGUAGE, "-c", "tessedit_create_hocr=1"), picture, seconds, alive))
        except ValueError:
            raise NotRead("failed") from None

    def turns(self, picture: Image.Image, seconds: float, alive: Callable[[], None] = _unheard) -> int:
        """Quarter turns clockwise that set a grey picture upright; 0 where that cannot be told.

        Raises:
            NotRead: as `read`.
        """
        if not self.orients:
            return 0
        found = _ROTATE.search(self._run(("-l", ORIENTATION, "--psm", "0"), picture, seconds, alive))
        return int(found[1]) // 90 % 4 if found and float(found[2]) >= SURE_OF_ORIENTATION else 0

    def _run(self, options: Sequence[str], picture: Image.Image, seconds: float, alive: Callable[[], None]) -> bytes:
        """What the program prints. The picture goes in as a file without a name: nothing is left on the disk."""
        command = [self.path, "stdin", "stdout", "--dpi", str(RESOLUTION), *options]
        try:
            with tempfile.TemporaryFile() as given:
                picture.save(given, "PPM")
                given.seek(0)
                with _started(command, given, self.megabytes, seconds) as process:
                    try:
                        out = _answer(process, seconds, alive)
                    finally:
                        process.kill()
        except OSError:
            raise NotRead("failed") from None
        if process.returncode:
            raise NotRead("failed")
        return out


def find_tesseract(settings: Settings) -> Tesseract | None:
    """The program with its Swedish data; None where it is not installed or is not to be used."""
    path = shutil.which(PROGRAM) if settings.ocr == "auto" else None
    if path is None:
        return None
    try:
        answer = subprocess.run([path, "--list-langs"], capture_output=True, timeout=TO_ANSWER, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    languages = answer.stdout.decode("utf-8", "replace").split()
    return Tesseract(path, ORIENTATION in languages, settings.worker_megabytes) if LANGUAGE in languages else None


def _answer(process: subprocess.Popen[bytes], seconds: float, alive: Callable[[], None]) -> bytes:
    """What the program prints once it is done.

    Raises:
        NotRead: it took too much time, or stood still for too long.
    """
    used, moved = 0.0, time.monotonic()
    while True:
        try:
            return process.communicate(timeout=STEP)[0]
        except subprocess.TimeoutExpired:
            alive()
        now = _seconds_used(process.pid)
        if now > used:
            used, moved = now, time.monotonic()
        if used > seconds or time.monotonic() - moved > seconds:
            raise NotRead("too_slow")


def _seconds_used(pid: int) -> float:
    """A core's time that a process has had; 0 if it is gone."""
    try:
        times = psutil.Process(pid).cpu_times()
    except psutil.Error:
        return 0.0
    return float(times.user + times.system)


def _started(command: Sequence[str], given: IO[bytes], megabytes: int, seconds: float) -> subprocess.Popen[bytes]:
    """The program, on one core, unable to outlive its time or to eat the memory even if nobody is left to end it."""
    process = subprocess.Popen(
        command,
        stdin=given,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )
    limits = {resource.RLIMIT_CPU: int(seconds) + SPARE, resource.RLIMIT_AS: megabytes * MEGABYTE}
    with suppress(ProcessLookupError):  # It may have ended already.
        for limit, most in limits.items():
            resource.prlimit(process.pid, limit, (most, most))
    return process
