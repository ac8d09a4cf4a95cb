"""The form that begins a draft: from a decision, from an earlier report's headings, or from nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from api.drafts import starting, uploads
from api.drafts.decisions import requirements
from api.knowledge import Knowledge
from corpus.drafts import LONGEST_TEXT, LONGEST_TITLE, Draft
from corpus.errors import ArsringarError, LimitExceeded, UsageError
from corpus.model import Period
from web import links, words
from web.answer import Answer, Elsewhere

#: Characters of a decision that are read.
MOST_OF_A_DECISION = 5 * LONGEST_TEXT
_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class StartForm:
    """What stands in the form, as it was written."""

    titel: str = ""
    ar: str = ""
    fran: str = ""
    till: str = ""
    grund: str = "beslut"
    beslut: str = ""
    rapport: str = ""


def respond(knowledge: Knowledge, request: Request) -> Answer:
    """The empty form; a report may stand in the address (`rapport`)."""
    report = request.query_params.get("rapport", "")
    return _page(knowledge, StartForm(grund="rapport" if report else "beslut", rapport=report))


def submit(knowledge: Knowledge, request: Request, sent: FormData) -> Answer | Elsewhere:
    """Begin the draft, or show the form again with what is wrong."""
    texts = {name: value for name in StartForm.__slots__ if isinstance(value := sent.get(name), str)}
    form = StartForm(**texts)
    try:
        draft = _GROUNDS.get(form.grund, _from_nothing)(knowledge, form, sent)
        stored = knowledge.store.begin_draft(draft)
    except ArsringarError as error:
        return _page(knowledge, form, error)
    return Elsewhere(links.draft(stored.id))


def _page(knowledge: Knowledge, form: StartForm, error: ArsringarError | None = None) -> Answer:
    reports = sorted(knowledge.store.reports(), key=lambda one: _newest_first(one.metadata.period))
    values: dict[str, object] = {
        "form": form,
        "error": error.message if error else None,
        "longest": LONGEST_TITLE,
        "reports": [
            (report.id, _name(report.metadata.title, report.metadata.publisher, words.period(report.metadata.period)))
            for report in reports
        ],
        "most": MOST_OF_A_DECISION,
    }
    return Answer("draft_start.html", values, error.http_status if error else 200)


def _name(title: str, publisher: str | None, period: str | None) -> str:
    return ", ".join(part for part in (title, publisher, period if period and period not in title else None) if part)


def _newest_first(period: Period | None) -> int:
    return -period.end.toordinal() if period else 0


def _from_decision(knowledge: Knowledge, form: StartForm, sent: FormData) -> Draft:
    title, period = _head(form)
    text = form.beslut
    file = sent.get("fil")
    if isinstance(file, UploadFile) and file.filename:
        if (file.size or 0) > uploads.LARGEST:
            raise LimitExceeded(f"”{file.filename}” är för stor för ett beslut.")
        text = f"{text}\n\n{uploads.text_of(file.filename, file.file.read(), knowledge.settings)}"
    if len(text) > MOST_OF_A_DECISION:
        raise LimitExceeded(f"Beslutet är för långt: {len(text)} tecken, högst {MOST_OF_A_DECISION} går an.")
    if not text.strip():
        raise UsageError("Klistra in beslutets text eller välj en fil, eller börja på ett annat sätt.")
    return starting.from_requirements(title, period, requirements(text))


def _from_report(knowledge: Knowledge, form: StartForm, sent: FormData) -> Draft:
    if not form.rapport:
        raise UsageError("Välj den rapport vars rubriker du vill utgå från.")
    return starting.from_report(knowledge.store, form.rapport, *_head(form))


def _from_nothing(knowledge: Knowledge, form: StartForm, sent: FormData) -> Draft:
    return starting.from_nothing(*_head(form))


_GROUNDS: Mapping[str, Callable[[Knowledge, StartForm, FormData], Draft]] = {
    "beslut": _from_decision,
    "rapport": _from_report,
    "tomt": _from_nothing,
}


def _head(form: StartForm) -> tuple[str, Period]:
    period = read_period(form.ar, form.fran, form.till)
    return form.titel.strip() or f"Rapport för {words.period(period)}", period


def read_period(year: str, first: str, last: str) -> Period:
    """The period of a year, or of two days.

    Raises:
        UsageError: neither can be read.
    """
    if first.strip() or last.strip():
        try:
            return Period(date.fromisoformat(first.strip()), date.fromisoformat(last.strip()))
        except ValueError:
            raise UsageError("Skriv periodens båda dagar som ÅÅÅÅ-MM-DD, till exempel 2025-01-01.") from None
    text = year.strip()
    if not (text.isascii() and text.isdigit() and int(text[:6]) in _YEARS):
        raise UsageError("Skriv vilket år utkastet gäller, med fyra siffror.")
    return Period(date(int(text), 1, 1), date(int(text), 12, 31), text)
