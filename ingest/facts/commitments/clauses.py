"""What of a sentence belongs to its promise: the thing to be done, when, and how much."""

import re
from datetime import date

from corpus.model import Period
from corpus.swedish import numbers
from corpus.swedish.numbers.units import TIMES
from ingest.facts.commitments.actors import advised
from ingest.facts.commitments.dues import due_of
from ingest.facts.commitments.promises import Promise
from ingest.facts.commitments.wordings import Form

DETACHED = re.compile(
    r"^(?:därför|dessutom|vidare|därutöver|även|också|i\s+stället|samtidigt|därefter|sedan|att|och|samt"
    r"|med\s+att)\s+",
    re.IGNORECASE,
)
ENDS = re.compile(r"[.!]?\s*$")
#: Where the clause of a promise ends, or the one before it does.
_BORDER = re.compile(r";\s|,\s(?:och|men|medan|då|även\s+om|under\s+förutsättning)\s|\s–\s")
#: A time that opens a sentence holds for all its clauses: "Under 2026 bygger vi en bro, och vi ska riva kajen".
_LEADING = re.compile(
    r"^(?:under|i|från|den|till|fram\s+till|senast|hösten|våren|sommaren|före)\b[^,;.]{0,40}", re.IGNORECASE
)
#: An aside that tells what has been, or where to look: "(från 2023, ingen uppföljning genomfördes 2024)".
_ASIDE = re.compile(r"\s*\((?![^)]*\b(?:senast|klart?|under|till)\b)[^)]*\)")
#: What a delay leads to, after what it starts from: "flyttas från 2021 till 2023".
_MOVED_TO = re.compile(r".*\btill\s")
#: "planerar regionen att bygga": the actor between the verb and what is to be done.
_ACTOR_FIRST = re.compile(r"^(?:(?!att\b)[^\s,]+\s+){1,6}?att\s+")
#: Forms whose whole clause says what is done, for its subject is the thing.
_WHOLE: frozenset[Form] = frozenset({"shall", "present", "delay", "outcome", "expect", "share"})
#: Forms that tell of what has begun or been: a year in them is due only when it is yet to come.
_TOLD: frozenset[Form] = frozenset({"ongoing", "share", "decided", "assigned"})
_AND = re.compile(r"\s(?:och|samt)\s")
_GOAL = re.compile(r"\b(?:\w*mål\w*|ambitionen|kravet)\b", re.IGNORECASE)
#: An amount after one of these is what the target is set against, or is there already.
_COMPARED = re.compile(
    r"\b(?:jämfört\s+med|från|sedan|då|varav|minskat\s+med|ökat\s+med|[Dd]e|[Dd]essa|[Vv]åra|[Ll]änets"
    r"|[A-ZÅÄÖ]\w+s)\s+(?:\w+\s+)?$"
)


def action_of(text: str, promise: Promise) -> str:
    """What is to be done: what follows the verb, or the whole clause where the thing done is its subject."""
    if promise.form == "advice":
        return _trimmed(_ASIDE.sub("", advised(text)[1])) or _trimmed(text)
    whole = promise.passive or promise.form in _WHOLE
    if promise.form == "aim" and " är" not in text[promise.start : promise.end]:
        whole = not text.endswith("att", 0, promise.end) and not text.startswith("att ", promise.end + 1)
    if promise.form == "ongoing":
        whole = not text[: promise.end].endswith("att") and not text.startswith("med att ", promise.end + 1)
    start, end = bounds(text, promise)
    words = text[start if whole else promise.end : end]
    if promise.form in ("plan", "decided") and not text.endswith("att", 0, promise.end):
        words = _ACTOR_FIRST.sub("", words.lstrip())
    return _trimmed(words) or _trimmed(text)


def _trimmed(words: str) -> str:
    words = ENDS.sub("", words).strip(" ,:")
    return DETACHED.sub("", words)


def bounds(text: str, promise: Promise) -> tuple[int, int]:
    """Where the clause of a promise begins and ends in its sentence."""
    before = [border.end() for border in _BORDER.finditer(text, 0, promise.start + 1)]
    after = _BORDER.search(text, promise.end)
    return (before[-1] if before else 0), (after.start() if after else len(text))


def due_in(text: str, promise: Promise, period: Period | None) -> str | None:
    """When it is due, by the promise's own clause or a time that opens the sentence."""
    start, end = bounds(text, promise)
    moved = _MOVED_TO.search(text, promise.start, end) if promise.form == "delay" else None
    due = due_of(_ASIDE.sub("", text[moved.end() if moved else start : end]), period)
    leading = _LEADING.match(text)
    if due is None and start and leading:
        due = due_of(leading[0], period)
    if due and promise.form in _TOLD and period and due[:1].isdigit() and not _is_after(due, period.end):
        return None
    return due


def _is_after(due: str, end: date) -> bool:
    return due > end.isoformat()[: len(due)]


def target_of(text: str, promise: Promise | None) -> str | None:
    """The amount to be reached, as it stands: of a goal what follows its name, else one in the promise's clause."""
    goal = _GOAL.search(text) if promise and promise.form in ("aim", "outcome") else None
    start, end = bounds(text, promise) if promise else (0, len(text))
    if promise and not goal and not (promise.passive or promise.form in _WHOLE):
        start = promise.start
    for number in numbers.find(text):
        if number.form != "amount" or number.start < (goal.start() if goal else start) or number.end > end:
            continue
        if _AND.search(text, number.end, max(number.end, promise.start if promise else 0)):
            continue
        if number.unit in TIMES or not (number.unit or goal) or _COMPARED.search(text[: number.start]):
            continue
        return text[_with_qualifier(text, number.start, number.qualifier) : number.end]
    return None


def _with_qualifier(text: str, start: int, qualifier: str | None) -> int:
    """Where an amount begins, with the word before it that says how exact it is."""
    before = text[:start].rstrip()
    return before.rindex(qualifier) if qualifier and before.endswith(qualifier) else start
