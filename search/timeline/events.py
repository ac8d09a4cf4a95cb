"""What became of a promise: each thing said of it told as an event, with what links it to those before."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus.model import Status
from corpus.store import StoredReport
from search.timeline.comparison import Event, EventKind, Judged, Thread
from search.timeline.promises import Said, Weights
from search.timeline.statements import flat
from search.timeline.threads import Strand

#: Hex digits by which a thing said is known when its report is read again.
_DIGITS = 16
#: What says by itself that something was done, in a sentence of which no status was read.
_DONE = re.compile(
    r"\b(?:invig(?:des|ts|d)|antog(?:s)?|antagits|öppnade(?:s)?|öppnats|togs i (?:drift|bruk)|tagits i (?:drift|bruk)"
    r"|undertecknade(?:s)?|underteckn(?:ats|ad)|uppnåtts|nåddes(?! inte)|blev klar\w*|är (?:nu )?klar\w*|slutför\w+"
    r"|avslutades|avslutats|kopplades den sista)\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:inte|ej|aldrig|ännu)\b", re.IGNORECASE)
#: Goals that go on year after year: not meeting one is not its end.
_RECURRING = re.compile(r"\b(?:om året|per år|varje år|årlig\w*|från och med|löpande)\b", re.IGNORECASE)
_BY_STATUS: Mapping[Status, EventKind] = {"done": "done", "not_met": "not_met"}
_ENDS = frozenset({"done"})
#: Words that are named as what two things said have in common.
_NAMED = 4
#: Shorter words ("mbit", "s", "del") explain nothing to a reader.
_TELLING = 5


def key_of(said: Said) -> str:
    """What a thing said is known by when its report is read again: the report and the words."""
    return key_for(said.report.id, said.key, said.commitment.action if said.commitment else "")


def key_for(report: str, text: str, action: str) -> str:
    """What a thing said is known by: its report's id, its words, flat, and the commitment's action where it is one."""
    return hashlib.sha256(f"{report}\n{text}\n{action}".encode()).hexdigest()[:_DIGITS]


def thread_of(strand: Strand, reports: Sequence[StoredReport], weights: Weights, links: Mapping[str, Judged]) -> Thread:
    """A strand as a thread of events.

    Args:
        strand: what was said of one promise.
        reports: all that are compared, among which its publisher's later ones may be silent.
        weights: what words tell.
        links: what people said of events, by the events' keys.
    """
    events: list[Event] = []
    due: str | None = None
    for at, one in enumerate(strand.members):
        before = [member for member in strand.members[:at] if member.commitment]
        kind = _kind(one, before, events, due)
        events.append(_event(one, kind, before, weights, links.get(key_of(one))))
        due = (one.commitment.due if one.commitment else None) or due
    silent = _silent_after(strand.members[-1], reports)
    if silent and not _is_over(strand, events):
        events.append(_last_mentioned(events[-1], silent))
    promised = next((one for one in strand.members if one.commitment and not one.is_goal), strand.members[0])
    named = [one.commitment for one in strand.members if one.commitment]
    return Thread(
        id=key_of(strand.members[0]),
        text=promised.quote if not promised.is_goal else _goal_text(promised),
        actor=next((promise.actor for promise in named if promise.actor), None),
        due=due,
        topic=next((promise.topic for promise in named if promise.topic), None),
        events=tuple(events),
    )


def _kind(one: Said, before: Sequence[Said], events: Sequence[Event], due: str | None) -> EventKind:
    promise = one.commitment
    told: Status | None = promise.status if promise else ("done" if _says_done(one.text) else None)
    if told is not None and told in _BY_STATUS:
        return _BY_STATUS[told]
    if all(member.report.id == one.report.id for member in before) and (promise or not before):
        return "followed_up" if one.is_goal and told not in (None, "planned") else "set"
    if promise is None:
        return "followed_up"
    if promise.due and due and not (promise.due.startswith(due) or due.startswith(promise.due)):
        return "moved"
    alike = [member for member in before if member.is_goal == one.is_goal]
    if alike and _is_redefined(alike[-1], one):
        return "reworded"
    return "followed_up" if one.is_goal else "repeated"


def _is_redefined(before: Said, now: Said) -> bool:
    """Whether a goal's number, what defines it, or a goal table's measure is another than it was."""
    if before.defined != now.defined and (before.defined or now.defined):
        return True
    if now.is_goal and before.commitment and now.commitment:
        return before.commitment.action != now.commitment.action or _number(before) != _number(now)
    return bool(_number(before) and _number(now)) and _number(before) != _number(now)


def _number(said: Said) -> str:
    """The digits of a commitment's target, years left out."""
    target = (said.commitment.target if said.commitment else None) or ""
    return "".join(re.findall(r"[\d,]+", re.sub(r"(?:år )?(?:19|20)\d\d", "", target)))


def _event(one: Said, kind: EventKind, before: Sequence[Said], weights: Weights, judged: Judged | None) -> Event:
    promise = one.commitment
    earlier = next((member for member in reversed(before) if member.is_goal == one.is_goal), None)
    differs = kind in ("reworded", "moved", "repeated") and earlier is not None and earlier.quote != one.quote
    return Event(
        report=one.report,
        event=kind,
        quote=one.quote,
        source=one.source,
        why=_why(one, before, weights),
        status=promise.status if promise else ("done" if kind == "done" else None),
        due=promise.due if promise else None,
        target=promise.target if promise else None,
        rewording=(earlier.quote, one.quote) if differs and earlier else None,
        fact_id=promise.id if promise else None,
        key=key_of(one),
        link=judged.state if judged else "found",
        hand=judged.link if judged else None,
        passage_id=one.passage_id,
        start=one.order[1],
    )


def _why(one: Said, before: Sequence[Said], weights: Weights) -> str:
    """What links a thing said to what was said before, in Swedish."""
    if not before:
        return "Här nämns åtagandet först av de rapporter som är inlästa."
    words = {word for member in before for word in member.bag.whole}
    mine = {*one.bag.whole, *(one.wide.whole if one.wide else ())}
    shared = sorted((word for word in mine & words if len(word) >= _TELLING), key=lambda word: (-weights[word], word))
    shared = shared[:_NAMED]
    parts = [
        f"samma ord: {', '.join(shared)}" if shared else "",
        f"samma tal: {', '.join(numbers)}" if (numbers := _shared(one.numbers, before, "numbers")) else "",
        f"samma år: {', '.join(years)}" if (years := _shared(one.dues, before, "dues")) else "",
        f"samma rubrik: {one.heading}" if one.heading and any(m.heading == one.heading for m in before) else "",
        "pekar tillbaka på meningen före" if one.leans else "",
    ]
    told = "; ".join(part for part in parts if part) or "liknande ordalydelse"
    return told[:1].upper() + told[1:] + "."


def _shared(mine: frozenset[str], before: Sequence[Said], field: str) -> list[str]:
    theirs = {value for member in before for value in getattr(member, field)}
    return sorted(mine & theirs)


def _silent_after(last: Said, reports: Sequence[StoredReport]) -> list[StoredReport]:
    """Later reports of the same publisher and kind, in order: what they do not say, nothing was found of."""
    said, when = last.report.metadata, last.report.metadata.period
    later = [
        (period.start, report.id, report)
        for report in reports
        if (period := report.metadata.period)
        and when
        and period.start > when.start
        and (report.metadata.publisher, report.metadata.kind) == (said.publisher, said.kind)
    ]
    return [report for _, _, report in sorted(later, key=lambda one: one[:2])]


def _is_over(strand: Strand, events: Sequence[Event]) -> bool:
    """Whether nothing more is to be expected: it was done, or it was not met and set for one time only."""
    outcomes = [event for event in events if event.event in ("done", "not_met", "moved")]
    if any(event.event in _ENDS for event in events):
        return True
    recurring = any(_RECURRING.search(member.quote) for member in strand.members if member.commitment)
    return bool(outcomes) and outcomes[-1].event == "not_met" and not recurring


def _last_mentioned(last: Event, silent: Sequence[StoredReport]) -> Event:
    years = ", ".join(str(report.metadata.period.end.year) for report in silent if report.metadata.period)
    why = f"Senast nämnt här: i utgivarens senare rapporter av samma slag ({years}) hittades inget om det."
    return replace(
        last, event="last_mentioned", why=why, rewording=None, key=f"{last.key}-last", link="found", hand=None
    )


def _says_done(text: str) -> bool:
    found = _DONE.search(text)
    return bool(found) and not _NOT.search(text[max(0, found.start() - 30) : found.end() + 12]) if found else False


def _goal_text(said: Said) -> str:
    """A goal's measure with its target; a row of an overarching goal has none but the goal itself."""
    promise = said.commitment
    if promise is None:
        return said.quote
    is_own_target = flat(promise.target or "") in ("", flat(promise.action))
    return promise.action if is_own_target else f"{promise.action}: {promise.target}"
