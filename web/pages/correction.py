"""Rätta: one fact with its words, and a form by which people mend it or mark it as wrong."""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from starlette.datastructures import FormData
from starlette.requests import Request

from api.knowledge import Knowledge
from corpus import names
from corpus.errors import Conflict, UsageError
from corpus.model import Commitment, Figure, Period, Project
from corpus.store import StoredFact
from corpus.store.items import COMMITMENTS, FIGURES, PROJECTS, Kind
from corpus.swedish.numbers import write
from web import links, words
from web.answer import Answer, Elsewhere
from web.pages import fact_row

_BLANKS = str.maketrans("", "", " \u00a0\u2009\u202f")
#: A year, or a first and a last one.
_YEARS = re.compile(r"((?:19|20)\d\d)(?:\s?[-–]\s?((?:19|20)\d\d))?")
#: What people write for a unit → its code.
_UNITS = {name: code for code, name in names.UNITS.items()} | {"kr": "SEK", "sek": "SEK", "%": "percent", "st": "count"}
SAVE, WRONG, RIGHT, TAKE_BACK = "spara", "fel", "inte-fel", "ta-tillbaka"


@dataclass(frozen=True, slots=True)
class Editor:
    """How a field is written in the form, read from it, and chosen from, if it is chosen."""

    label: str
    write: Callable[[Any], str]
    read: Callable[[str], object]
    hint: str = ""
    options: tuple[tuple[str, str], ...] = ()
    lines: bool = False


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field of the form; `as_read` is what had been read where it was mended."""

    name: str
    editor: Editor
    value: str
    as_read: str | None


@dataclass(frozen=True, slots=True)
class FactKind:
    """What a kind of fact is called, where its list is, and the fields that are mended."""

    kind: Kind[Any]
    name: str
    back: str
    fields: Mapping[str, Editor]


def _written_number(value: float | None) -> str:
    return "" if value is None else write(value).replace("\u2009", " ")


def _read_number(text: str) -> float:
    plain = text.translate(_BLANKS).replace("−", "-").replace(",", ".")
    try:
        number = float(plain)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise UsageError(f"”{text[:100]}” är inget tal. Skriv som 1 675,5.")
    return number


def written_period(period: Period | None) -> str:
    """A period as the form has it: its first and last day."""
    return f"{period.start}/{period.end}" if period else ""


def read_period(text: str) -> Period:
    """The period that was written: a year, years, a day, or a first and a last day.

    Raises:
        UsageError: it is none.
    """
    years = _YEARS.fullmatch(text.strip())
    if years:
        return Period(date(int(years[1]), 1, 1), date(int(years[2] or years[1]), 12, 31))
    first, slash, last = text.partition("/")
    try:
        return Period(date.fromisoformat(first.strip()), date.fromisoformat((last if slash else first).strip()))
    except ValueError:
        raise UsageError(f"”{text[:100]}” är ingen period. Skriv den som 2021 eller 2021-01-01/2021-04-30.") from None


def _written_unit(unit: str | None) -> str:
    return names.UNITS.get(unit or "", unit or "")


def _read_unit(text: str) -> str:
    """The unit's code, whether its name was written or something else that stands for it."""
    written = text.strip()
    return _UNITS.get(written.casefold(), written)


def _read_lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _read_amounts(text: str) -> list[float]:
    return [_read_number(line) for line in _read_lines(text)]


def _text(label: str, hint: str = "") -> Editor:
    return Editor(label, lambda value: value or "", str.strip, hint)


def _choice(label: str, options: Mapping[str, str]) -> Editor:
    return Editor(label, lambda value: value or "", str, options=tuple(options.items()))


_NAMES = Editor("", "\n".join, _read_lines, "Ett namn på varje rad.", lines=True)
_PERIOD = Editor("Period", written_period, read_period, "Ett år eller första och sista dag: 2021-01-01/2021-04-30.")

KINDS: Mapping[type, FactKind] = {
    Figure: FactKind(
        FIGURES,
        "siffra",
        links.FIGURES,
        {
            "value": Editor("Värde", _written_number, _read_number, "Helt utskrivet: 1 675 000 000 för 1 675 mnkr."),
            "value_max": Editor("Högst (om det är ett spann)", _written_number, _read_number),
            "unit": Editor(
                "Enhet",
                _written_unit,
                _read_unit,
                "Kronor, euro, procent, procentenheter, antal, år, eller som det står: km.",
            ),
            "qualifier": _text("Förbehåll", "Som det står: ca, över, minst."),
            "measure": _text("Mått", "Vad som mäts."),
            "place": _text("Plats"),
            "period": _PERIOD,
            "period_basis": _choice("Periodens grund", names.PERIOD_BASES),
            "kind": _choice("Slag", names.FIGURE_KINDS),
        },
    ),
    Project: FactKind(
        PROJECTS,
        "projekt",
        links.PROJECTS,
        {
            "name": _text("Namn"),
            "aliases": replace(_NAMES, label="Andra namn"),
            "owner": _text("Ägare"),
            "partners": replace(_NAMES, label="Parter"),
            "funders": replace(_NAMES, label="Finansiärer"),
            "amounts_sek": Editor(
                "Belopp i kronor",
                lambda amounts: "\n".join(map(_written_number, amounts)),
                _read_amounts,
                "Ett belopp på varje rad, helt utskrivet.",
                lines=True,
            ),
            "places": replace(_NAMES, label="Platser"),
            "period": _PERIOD,
        },
    ),
    Commitment: FactKind(
        COMMITMENTS,
        "åtagande",
        links.COMMITMENTS,
        {
            "action": _text("Åtagande", "Vad som ska göras eller nås."),
            "actor": _text("Aktör"),
            "topic": _text("Ämne"),
            "target": _text("Mål"),
            "due": _text("Senast", "År eller dag."),
            "status": _choice("Status", names.STATUSES),
            "forecast": _choice("Status som väntas vid årets slut", names.STATUSES),
        },
    ),
}


def respond(knowledge: Knowledge, request: Request) -> Answer:
    """The fact with its form.

    Raises:
        NotFound: there is no such fact.
    """
    return _page(knowledge.store.any_fact(request.path_params["fact"]))


def submit(knowledge: Knowledge, request: Request, form: FormData) -> Answer | Elsewhere:
    """Do what the form says, and show the fact as it is then; or the form again with what was wrong in it.

    Raises:
        NotFound: there is no such fact.
        Conflict: another fact has come to bear the id since the form was opened; where it is the same but was
            corrected meanwhile, that is said above the form instead.
        StoreBusy: another process is writing.
    """
    store = knowledge.store
    stored = store.any_fact(request.path_params["fact"])
    kind, id_ = KINDS[type(stored.fact)], stored.fact.id
    sent = {name: value.replace("\r\n", "\n") for name, value in form.items() if isinstance(value, str)}
    revision, wanted = sent.get("utgava", ""), sent.get("gor")
    try:
        if wanted == TAKE_BACK:
            store.take_back(kind.kind, id_, revision=revision)
        elif wanted in (WRONG, RIGHT):
            store.amend(kind.kind, id_, {}, wrong=wanted == WRONG, revision=revision)
        elif wanted == SAVE:
            store.amend(kind.kind, id_, _changes(kind, stored, sent), revision=revision)
        else:
            raise UsageError("Formuläret är skadat: det säger inte vad som ska göras. Öppna sidan igen.")
    except UsageError as error:
        return _page(stored, sent, _in_words(kind, error.message), error.http_status)
    except Conflict as error:
        now = store.any_fact(id_)
        if not revision.startswith(now.key):
            raise
        return _page(now, None, error.message, error.http_status)
    return Elsewhere(links.correction(id_))


def _changes(kind: FactKind, stored: StoredFact[Any], sent: Mapping[str, str]) -> dict[str, object]:
    """The fields whose text was changed in the form.

    Raises:
        UsageError: a field's text cannot be read.
    """
    changes: dict[str, object] = {}
    for name, editor in kind.fields.items():
        before = editor.write(getattr(stored.fact, name))
        text = sent.get(name, before).strip()
        if text == before:
            continue
        try:
            changes[name] = None if not text and not editor.lines else editor.read(text)
        except UsageError as error:
            raise UsageError(f"{name}: {error.message}") from None
    return changes


def _in_words(kind: FactKind, message: str) -> str:
    """The message with the field as the form calls it."""
    name, colon, said = message.partition(": ")
    return f"{kind.fields[name].label}: {said}" if colon and name in kind.fields else message


def _page(
    stored: StoredFact[Any], sent: Mapping[str, str] | None = None, error: str | None = None, status: int = 200
) -> Answer:
    kind, correction = KINDS[type(stored.fact)], stored.correction
    as_read = correction.as_read if correction else {}
    fields = [
        FieldView(
            name,
            editor,
            (sent or {}).get(name, editor.write(getattr(stored.fact, name))),
            _said(editor, as_read[name]) if name in as_read else None,
        )
        for name, editor in kind.fields.items()
    ]
    report = stored.report
    values: dict[str, object] = {
        "name": kind.name,
        "back": kind.back,
        "fields": fields,
        "at": fact_row.standing(stored),
        "revision": stored.revision,
        "mended": [(field.editor.label, field.as_read) for field in fields if field.as_read is not None],
        "error": error,
        "report_title": report.metadata.title,
        "period": words.period(report.metadata.period),
        "actions": {"save": SAVE, "wrong": WRONG, "right": RIGHT, "take_back": TAKE_BACK},
    }
    return Answer("correction.html", values, status)


def _said(editor: Editor, value: object) -> str:
    """What had been read, in words."""
    text = editor.write(value).replace("\n", "; ")
    return dict(editor.options).get(text, text) or "inget"
