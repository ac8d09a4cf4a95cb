"""What a report says of itself, mended by hand: the form's fields, how they are written and read, and its page."""

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.datastructures import FormData
from starlette.requests import Request

from api.knowledge import Knowledge
from corpus.errors import NotFound, UsageError
from corpus.store import StoredReport
from web import links, words
from web.answer import Answer, Elsewhere
from web.pages.correction import Editor, read_period, written_period
from web.pages.references import named

NOT_FOUND = "hittades inte"
SAVE, TAKE_BACK = "spara", "ta-tillbaka"


def _text(label: str, hint: str = "") -> Editor:
    return Editor(label, lambda value: value or "", str.strip, hint)


#: Field of a report's metadata → how it is mended.
EDITORS: Mapping[str, Editor] = {
    "title": _text("Titel"),
    "publisher": _text("Utgivare"),
    "kind": Editor("Slag", str, str, options=tuple(words.KINDS.items())),
    "period": Editor(
        "Period", written_period, read_period, "Ett år eller första och sista dag: 2021-01-01/2021-04-30."
    ),
    "registration_number": _text("Diarienummer"),
}


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field of the form; `edited` is set where people have mended it."""

    name: str
    editor: Editor
    value: str
    edited: bool


def fields(report: StoredReport, sent: Mapping[str, str] | None = None) -> tuple[FieldView, ...]:
    """The form's fields with what the report says now, or with what was sent."""
    return tuple(
        FieldView(
            name,
            editor,
            (sent or {}).get(name, editor.write(getattr(report.metadata, name))),
            name in report.edited,
        )
        for name, editor in EDITORS.items()
    )


def in_words(report: StoredReport) -> tuple[tuple[str, str], ...]:
    """What the report says of itself; what was not found is said to be."""
    metadata = report.metadata
    said = {
        "title": metadata.title,
        "publisher": metadata.publisher,
        "kind": words.KINDS[metadata.kind],
        "period": words.period(metadata.period),
        "registration_number": metadata.registration_number,
    }
    return tuple((EDITORS[name].label, value or NOT_FOUND) for name, value in said.items())


def respond(knowledge: Knowledge, request: Request) -> Answer:
    """The form of a report.

    Raises:
        NotFound: there is no such report.
        AmbiguousName: several reports bear the name.
    """
    return _page(named(knowledge.store, request.path_params["reference"]))


def submit(knowledge: Knowledge, request: Request, form: FormData) -> Answer | Elsewhere:
    """Keep what the form says; goes back to the upload that it was sent from, or to the report.

    Raises:
        NotFound: there is no such report.
        StoreBusy: another program is writing.
    """
    report = named(knowledge.store, request.path_params["reference"])
    sent = {name: value.strip() for name, value in form.items() if isinstance(value, str)}
    wanted = sent.get("gor")
    try:
        if wanted == SAVE:
            knowledge.jobs.edit(report.id, changes(report, sent))
        elif wanted == TAKE_BACK:
            knowledge.jobs.edit(report.id, {}, report.edited)
        else:
            raise UsageError("Formuläret är skadat: det säger inte vad som ska göras. Öppna sidan igen.")
    except UsageError as error:
        return _page(report, sent, _in_words(error.message), error.http_status)
    return Elsewhere(_back(knowledge, sent) or links.report(report.id))


def changes(report: StoredReport, sent: Mapping[str, str]) -> dict[str, object]:
    """The fields whose text was changed in the form.

    Raises:
        UsageError: a field's text cannot be read.
    """
    changed: dict[str, object] = {}
    for field in fields(report):
        text = sent.get(field.name, field.value)
        if text != field.value:
            try:
                changed[field.name] = field.editor.read(text) if text else None
            except UsageError as error:
                raise UsageError(f"{field.name}: {error.message}") from None
    return changed


def _in_words(message: str) -> str:
    """The message with the field as the form calls it."""
    name, colon, said = message.partition(": ")
    return f"{EDITORS[name].label}: {said}" if colon and name in EDITORS else message


def _back(knowledge: Knowledge, sent: Mapping[str, str]) -> str | None:
    """The upload that the form was sent from, at its file."""
    number = sent.get("fil", "")
    try:
        job = knowledge.jobs.get(sent.get("uppladdning", ""))
    except NotFound:
        return None
    return links.upload(job.id, int(number) if number.isascii() and number.isdigit() else None)


def _page(
    report: StoredReport, sent: Mapping[str, str] | None = None, error: str | None = None, status: int = 200
) -> Answer:
    values: dict[str, object] = {
        "title": report.metadata.title,
        "report": report.id,
        "href": links.report(report.id),
        "fields": fields(report, sent),
        "edited": bool(report.edited),
        "removal": links.removal(report.id),
        "error": error,
        "hidden": {name: (sent or {}).get(name, "") for name in ("uppladdning", "fil")},
    }
    return Answer("report_form.html", values, status)
