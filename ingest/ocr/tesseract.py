"""The program Tesseract: whether it is here with its Swedish data, and what it reads in a picture."""

import io
import os
import re
import resource
import shutil
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

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
#: How sure Tesseract must be of a page's orientation; upright pages of text have over 30 in its own measure.
SURE_OF_ORIENTATION = 2.0
_ROTATE = re.compile(rb"Rotate: (\d+)\s+Orientation confidence: ([\d.]+)")


@dataclass(frozen=True, slots=True)
class Tesseract:
    """The program at a path, with its Swedish data; `orients` where it can tell how a page is turned."""

    path: str
    orients: bool
    megabytes: int

    def read(self, picture: Image.Image, seconds: float) -> list[ReadLine]:
        """The lines of a grey picture, at `RESOLUTION`.

        Raises:
            NotRead: the program failed or was not ready within `seconds`.
        """
        try:
            return lines_of(self._run(("-l", LANGUAGE, "-c", "tessedit_create_hocr=1"), picture, seconds))
        except ValueError:
            raise NotRead("failed") from None

    def turns(self, picture: Image.Image, seconds: float) -> int:
        """Quarter turns clockwise that set a grey picture upright; 0 where that cannot be told.

        Raises:
            NotRead: as `read`.
        """
        if not self.orients:
            return 0
        found = _ROTATE.search(self._run(("-l", ORIENTATION, "--psm", "0"), picture, seconds))
        return int(found[1]) // 90 % 4 if found and float(found[2]) >= SURE_OF_ORIENTATION else 0

    def _run(self, options: Sequence[str], picture: Image.Image, seconds: float) -> bytes:
        """What the program prints. Pictures go in and text comes out through pipes: nothing is left on the disk."""
        if seconds <= 0:
            raise NotRead("too_slow")
        given = io.BytesIO()
        picture.save(given, "PPM")
        command = [self.path, "stdin", "stdout", "--dpi", str(RESOLUTION), *options]
        try:
            with _started(command, self.megabytes, seconds) as process:
                try:
                    out, _ = process.communicate(given.getvalue(), seconds)
                finally:
                    process.kill()
        except subprocess.TimeoutExpired:
            raise NotRead("too_slow") from None
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


def _started(command: Sequence[str], megabytes: int, seconds: float) -> subprocess.Popen[bytes]:
    """The program, on one core, unable to outlive its time or to eat the memory even if nobody is left to end it."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )
    limits = {resource.RLIMIT_CPU: int(seconds) + 1, resource.RLIMIT_AS: megabytes * MEGABYTE}
    with suppress(ProcessLookupError):  # It may have ended already.
        for limit, most in limits.items():
            resource.prlimit(process.pid, limit, (most, most))
    return process
