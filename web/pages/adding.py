"""Lägg till: files are sent, and followed while they are read."""

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.datastructures import FormData
from starlette.requests import Request

from api.knowledge import Knowledge
from api.uploads.job import Job, UploadedFile
from api.uploads.receiving import FIELD
from corpus.errors import ArsringarError, NotFound, UsageError
from corpus.settings import MEGABYTE
from ingest.plan import suffixes
from web import links, words
from web.answer import Answer, Elsewhere
from web.pages import report_form

CANCEL, RETRY = "avbryt", "igen"
#: What is said of a file that nothing more happens to, by its status; of one that was broken off, by its problem.
OUTCOMES: Mapping[str, str] = {
    "added": "Inläst",
    "updated": "Ny version inläst",
    "unchanged": "Fanns redan",
    "failed": "Gick inte att läsa",
    "blocked": "Släpps inte in",
    "cancelled": "Avbruten",
}
#: What is said once the last page is read and the whole is gone through.
ANALYSED = "Tar ut avsnitt, siffror, projekt och åtaganden"
_TENTHS = 10


@dataclass(frozen=True, slots=True)
class FileView:
    """A file of an upload as the page shows it."""

    number: int
    name: str
    size: str
    stage: str
    said: str
    percent: int
    settled: bool
    kept: bool
    problems: tuple[str, ...]
    counts: str
    report: str | None
    read: tuple[tuple[str, str], ...]
    form: tuple[report_form.FieldView, ...]
    can_be_cancelled: bool
    can_be_retried: bool


@dataclass(frozen=True, slots=True)
class JobLine:
    """An upload in the list of them."""

    href: str
    said: str


def respond(knowledge: Knowledge, request: Request) -> Answer:
    """The form by which files are sent, and the uploads before."""
    return form_page(knowledge)


def form_page(knowledge: Knowledge, error: ArsringarError | None = None) -> Answer:
    """The form; with what was wrong with what was sent."""
    settings = knowledge.settings
    values: dict[str, object] = {
        "field": FIELD,
        "suffixes": sorted(suffixes()),
        "most_files": settings.max_upload_files,
        "most_bytes": settings.max_upload_bytes,
        "most_megabytes": words.count(settings.max_upload_bytes // MEGABYTE),
        "file_megabytes": words.count(settings.max_file_bytes // MEGABYTE),
        "jobs": [JobLine(links.upload(job.id), summary(job)) for job in knowledge.jobs.all()],
        "unread": len({failure.id for failure in knowledge.store.failures() if not failure.dismissed_at}),
        "error": error.message if error else None,
    }
    return Answer("adding.html", values, error.http_status if error else 200)


def respond_job(knowledge: Knowledge, request: Request) -> Answer:
    """An upload's files and how far each has come.

    Raises:
        NotFound: there is no such upload.
    """
    job = knowledge.jobs.get(request.path_params["job"])
    done, files = job.is_settled, job.files
    values: dict[str, object] = {
        "job": job.id,
        "done": done,
        "said": summary(job),
        "message": job.message,
        "files": [_view(knowledge, file, job) for file in files],
        "watch": None if done else links.watch(job.id),
        "several": len(files) > 1,
        "actions": {"cancel": CANCEL, "retry": RETRY},
        "analysed": ANALYSED,
    }
    return Answer("upload.html", values)


def submit(knowledge: Knowledge, request: Request, form: FormData) -> Elsewhere:
    """Give up a file or all, or try one again.

    Raises:
        NotFound: there is no such upload or file.
        Conflict: the file needs no other attempt.
        UsageError: the form does not say what is wanted.
    """
    job = knowledge.jobs.get(request.path_params["job"])
    wanted, _, number = str(form.get("gor", "")).partition(":")
    if number and not (number.isascii() and number.isdigit()):
        raise UsageError("Formuläret är skadat: det säger inte vilken fil som menas. Öppna sidan igen.")
    if wanted == CANCEL:
        job.cancel(int(number) if number else None)
    elif wanted == RETRY and number:
        knowledge.jobs.retry(job.id, int(number))
    else:
        raise UsageError("Formuläret är skadat: det säger inte vad som ska göras. Öppna sidan igen.")
    return Elsewhere(links.upload(job.id, int(number) if number else None))


def summary(job: Job) -> str:
    """How far the upload has come, in a line."""
    files = job.files
    settled = [file for file in files if file.is_settled]
    many = "fil" if len(files) == 1 else "filer"
    if len(settled) < len(files):
        return f"{len(settled)} av {len(files)} {many} klara"
    lost = [file for file in files if file.can_be_retried or (file.result and file.result.status == "blocked")]
    if not lost:
        return f"{len(files)} {many}: allt är inläst"
    return f"{len(files) - len(lost)} av {len(files)} {many} inlästa"


def _view(knowledge: Knowledge, file: UploadedFile, job: Job) -> FileView:
    result = file.result
    kept = file.is_settled and result is not None and result.id is not None
    form, read, address = _read(knowledge, result.id) if kept and result and result.id else ((), (), None)
    kept = kept and address is not None
    return FileView(
        number=file.number,
        name=file.name,
        size=_size(file.size),
        stage=file.stage,
        said=_said(file, job),
        percent=file.percent,
        settled=file.is_settled,
        kept=kept,
        problems=tuple(problem.message for problem in result.problems) if result and file.is_settled else (),
        counts=_counts(file) if kept else "",
        report=address,
        read=read,
        form=form,
        can_be_cancelled=file.stage in ("waiting", "reading") and not job.is_given_up(str(file.path)),
        can_be_retried=file.can_be_retried,
    )


def _read(
    knowledge: Knowledge, report_id: str
) -> tuple[tuple[report_form.FieldView, ...], tuple[tuple[str, str], ...], str | None]:
    """The form of what was read of the report, the same in words, and its address; nothing where it was removed."""
    try:
        report = knowledge.store.report(report_id)
    except NotFound:
        return (), (), None
    return report_form.fields(report), report_form.in_words(report), links.report(report_id)


def _said(file: UploadedFile, job: Job) -> str:
    """Where the file is, in words."""
    if file.result and file.is_settled:
        codes = {problem.code for problem in file.result.problems}
        return OUTCOMES["cancelled" if "cancelled" in codes else file.result.status]
    if job.is_given_up(str(file.path)):
        return "Avbryts"
    if file.stage == "reading":
        return f"Läser: {file.done} av {file.pages} sidor" if file.done < file.pages else ANALYSED
    return {"waiting": "Väntar på sin tur", "indexing": "Läst, görs sökbar"}[file.stage]


def _counts(file: UploadedFile) -> str:
    """How much was read."""
    if file.result is None:
        return ""
    counts = file.result.counts
    numbered = (
        (counts.pages, "sida", "sidor"),
        (counts.sections, "avsnitt", "avsnitt"),
        (counts.tables, "tabell", "tabeller"),
        (counts.figures, "siffra", "siffror"),
        (counts.projects, "projekt", "projekt"),
        (counts.commitments, "åtagande", "åtaganden"),
    )
    return ", ".join(f"{words.count(n)} {one if n == 1 else many}" for n, one, many in numbered if n)


def _size(size: int) -> str:
    """A file's size: "1,2 MB", "40 kB"."""
    if size >= MEGABYTE:
        return f"{words.count(size // MEGABYTE)},{size % MEGABYTE * _TENTHS // MEGABYTE} MB"
    return f"{words.count(max(1, size // 1000))} kB"
