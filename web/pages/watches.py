"""Bevakningar: searches that are kept, and what has come in for each since it was last looked at."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from starlette.datastructures import FormData, QueryParams
from starlette.requests import Request

from api.knowledge import Knowledge
from api.saving import save_search
from corpus.errors import UsageError
from corpus.saved_searches import SavedSearch, SearchRequest
from corpus.swedish.months import MONTHS
from search.answers import Hit
from search.watching import News
from web import links
from web.answer import Answer, Elsewhere
from web.pages.form import FIELDS, OVERLOOKED, Form, filters, read
from web.pages.hits import where

#: New passages shown of each search; the search itself shows the rest.
SHOWN = 3
#: Characters of a quote that are shown.
LONGEST_QUOTE = 300
#: What the forms ask for, and by which name.
DO, SAVE, SEEN, FORGET = "gor", "spara", "sedd", "ta-bort"
#: Digits of a commit in a form that are read.
MOST_DIGITS = 9


@dataclass(frozen=True, slots=True)
class NewPassage:
    """A passage that is new."""

    title: str
    where: str
    quote: str
    verified: bool
    href: str


@dataclass(frozen=True, slots=True)
class Watch:
    """A saved search on the page."""

    id: str
    query: str
    limits: str
    href: str
    since: str
    commit: int
    new: int
    passages: tuple[NewPassage, ...]
    error: str | None


def respond(knowledge: Knowledge, request: Request) -> Answer:
    """The saved searches, those with something new before the others, the latest saved first."""
    return _page(knowledge)


def submit(knowledge: Knowledge, request: Request, form: FormData) -> Answer | Elsewhere:
    """Keep a search, mark what is new for one as seen, or forget one.

    Raises:
        NotFound: there is no such saved search: somebody has forgotten it.
    """
    act = _ACTS.get(_text(form, DO))
    if act is None:
        raise UsageError("Formuläret är ofullständigt. Gå tillbaka och försök igen.")
    return Elsewhere(act(knowledge, form))


def request_of(form: Form) -> SearchRequest:
    """What the search form asks, as it would be kept.

    Raises:
        UsageError: a year is no year, or there is no such kind of report.
    """
    limits = filters(form)
    return SearchRequest(
        query=" ".join(form.q.split()),
        years=limits.years,
        publisher=limits.publisher,
        place=limits.place,
        kind=limits.kind,
        project=limits.project,
        overlooked=tuple(dict.fromkeys(form.overlooked)),
    )


def watched(knowledge: Knowledge, form: Form) -> str | None:
    """Where the search stands among those that are kept; None where it is not among them."""
    asked = request_of(form)
    saved = (saved for saved in knowledge.store.saved_searches() if saved.request == asked)
    return next((links.watches(each.id) for each in saved), None)


def _save(knowledge: Knowledge, form: FormData) -> str:
    given = QueryParams([(name, value) for name, value in form.multi_items() if isinstance(value, str)])
    saved = save_search(knowledge, request_of(read(given, (), knowledge.settings, 1)))
    return links.watches(saved.id)


def _mark_seen(knowledge: Knowledge, form: FormData) -> str:
    commit = _text(form, "till")
    if not (commit.isascii() and commit.isdigit() and len(commit) <= MOST_DIGITS):
        raise UsageError("Formuläret är ofullständigt. Gå tillbaka och försök igen.")
    return links.watches(knowledge.store.mark_seen(_text(form, "id"), int(commit)).id)


def _forget(knowledge: Knowledge, form: FormData) -> str:
    knowledge.store.forget_search(_text(form, "id"))
    return links.watches()


_ACTS: Mapping[str, Callable[[Knowledge, FormData], str]] = {SAVE: _save, SEEN: _mark_seen, FORGET: _forget}


def _text(form: FormData, name: str) -> str:
    value = form.get(name)
    return value if isinstance(value, str) else ""


def _page(knowledge: Knowledge) -> Answer:
    watches = [_watch(knowledge, knowledge.watcher.news(saved)) for saved in knowledge.store.saved_searches()]
    watches.sort(key=lambda watch: not watch.new)
    return Answer("watches.html", {"watches": watches, "new": sum(watch.new > 0 for watch in watches)})


def _watch(knowledge: Knowledge, news: News) -> Watch:
    saved = news.saved
    form = _form(knowledge, saved)
    return Watch(
        id=saved.id,
        query=saved.request.query,
        limits=form.limits_in_words,
        href=form.address,
        since=_when(saved.seen_at),
        commit=news.commit,
        new=len(news.hits),
        passages=tuple(map(_passage, news.hits[:SHOWN])),
        error=news.error,
    )


def _form(knowledge: Knowledge, saved: SavedSearch) -> Form:
    """The search form as it was filled in when the search was saved."""
    asked = saved.request
    first, last = asked.years or (1, 9999)
    given: dict[str, str | None] = {
        "first": str(first) if first > 1 else "",
        "last": str(last) if last < 9999 else "",
        "publisher": asked.publisher,
        "kind": asked.kind,
        "place": asked.place,
        "project": asked.project,
    }
    named = [(FIELDS[field], value) for field, value in given.items() if value]
    overlooked = [(OVERLOOKED, key) for key in asked.overlooked]
    return read(QueryParams([("q", asked.query), *named, *overlooked]), (), knowledge.settings, 1)


def _passage(hit: Hit) -> NewPassage:
    quote = " ".join(hit.quote.split())
    shown = quote if len(quote) <= LONGEST_QUOTE else f"{quote[:LONGEST_QUOTE].rpartition(' ')[0]} …"
    end = hit.start + len(hit.quote)
    return NewPassage(
        title=hit.report.metadata.title,
        where=where(hit.report, hit.passage, hit.source),
        quote=shown,
        verified=hit.verified,
        href=links.report(
            hit.report.id,
            section=hit.passage.section_id,
            page=hit.source.page,
            passage=hit.passage.id,
            start=hit.start,
            end=end,
        ),
    )


def _when(moment: str) -> str:
    """A moment as a day: "28 november 2026"."""
    day = datetime.fromisoformat(moment).astimezone()
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
