"""Receiving files: so many, so large, under names that are safe; what is more is refused while it comes."""

import shutil
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import Message

from api.uploads.job import Job, UploadedFile
from api.uploads.jobs import Jobs
from corpus.errors import LimitExceeded, UsageError
from corpus.settings import MEGABYTE, Settings

#: Name of the form's field.
FIELD = "filer"
#: Most bytes of a file's name, as file systems have it, with room for what tells two of one name apart.
LONGEST_NAME = 200
_UNNAMED = "namnlös"


async def receive(request: Request, jobs: Jobs, settings: Settings) -> Job:
    """Take in the files of a multipart form, and have them read.

    Raises:
        UsageError: there is no file in it, or it is no such form.
        LimitExceeded: more files or bytes than the settings allow.
    """
    limited = Request(request.scope, _Counted(request, settings.max_upload_bytes).receive)
    try:
        async with limited.form(max_files=settings.max_upload_files, max_fields=10) as form:
            sent = [one for one in form.getlist(FIELD) if isinstance(one, UploadFile) and (one.filename or one.size)]
            if not sent:
                raise UsageError("Ingen fil kom med. Välj en eller flera filer och försök igen.")
            return await run_in_threadpool(_keep, sent, jobs)
    except HTTPException as error:
        if "Too many files" in str(error.detail):
            raise LimitExceeded(
                f"Högst {settings.max_upload_files} filer kan laddas upp på en gång. Dela upp dem på flera gånger, "
                "eller höj gränsen ARSRINGAR_MAX_UPLOAD_FILES."
            ) from None
        raise UsageError("Det som skickades är ingen fil som gick att ta emot. Försök igen.") from None


class _Counted:
    """Counts the bytes of a request as they come, so that a disk is not filled before anybody looks."""

    def __init__(self, request: Request, limit: int) -> None:
        self._request, self._limit = request, limit
        self._received = 0
        told = request.headers.get("content-length", "")
        if told.isdigit() and int(told) > limit:
            raise self._refusal()

    async def receive(self) -> Message:
        """The request's next message."""
        message = await self._request.receive()
        self._received += len(message.get("body", b""))
        if self._received > self._limit:
            raise self._refusal()
        return message

    def _refusal(self) -> LimitExceeded:
        return LimitExceeded(
            f"Filerna är tillsammans större än {self._limit / MEGABYTE:.0f} MB. Dela upp dem på flera gånger, "
            "eller höj gränsen ARSRINGAR_MAX_UPLOAD_BYTES."
        )


def _keep(sent: Sequence[UploadFile], jobs: Jobs) -> Job:
    folder = jobs.new_folder()
    try:
        files = [_place(folder, number, one) for number, one in enumerate(sent, 1)]
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return jobs.add(folder, files)


def _place(folder: Path, number: int, sent: UploadFile) -> UploadedFile:
    """Write a file under its own name; in a folder of its own, as two may bear the same."""
    name = safe_name(sent.filename or "")
    path = folder / str(number) / name
    path.parent.mkdir()
    with path.open("wb") as target:
        shutil.copyfileobj(sent.file, target)
    return UploadedFile(number, name, path.stat().st_size, path)


def safe_name(given: str) -> str:
    """A file's base name as it may stand in a path: no folders, nothing invisible, not hidden, not too long."""
    base = unicodedata.normalize("NFC", given.replace("\\", "/").rpartition("/")[2])
    plain = "".join(letter for letter in base if unicodedata.category(letter)[0] != "C").strip().lstrip(".")
    stem, dot, suffix = plain.rpartition(".")
    if not stem:
        stem, dot, suffix = plain or _UNNAMED, "", ""
    while len(f"{stem}{dot}{suffix}".encode()) > LONGEST_NAME and len(stem) > 1:
        stem = stem[:-1]
    return f"{stem}{dot}{suffix}".encode()[:LONGEST_NAME].decode("utf-8", "ignore")
