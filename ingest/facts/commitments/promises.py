"""The sentences that promise: in which words, and with which status."""

import re
from dataclasses import dataclass

from corpus.model import Status
from ingest.facts.commitments import doubts, statuses
from ingest.facts.commitments.guards import GUARDS, Setting
from ingest.facts.commitments.legends import SYMBOL
from ingest.facts.commitments.wordings import WORDINGS, Form, Wording


@dataclass(frozen=True, slots=True)
class Promise:
    """What in a sentence promises: its form, the verb phrase `[start, end)`, and the status that the words give."""

    form: Form
    start: int
    end: int
    status: Status | None
    passive: bool = False


def promise_of(sentence: str, setting: Setting) -> Promise | None:
    """What a sentence promises, or None: it tells, asks, supposes, or says what a rule demands.

    Args:
        sentence: the sentence.
        setting: what it is judged by beside its words.
    """
    text = sentence.strip()
    if text.endswith("?") or len(text) < _SHORTEST or SYMBOL.search(text) or _is_outlook(text):
        return None
    small = sentence.lower()
    for kind in WORDINGS:
        if kind.hints and not any(hint in small for hint in kind.hints):
            continue
        for match in kind.pattern.finditer(sentence):
            if kind.form not in ("outcome", "advice") and _is_supposed(sentence, match):
                continue
            if GUARDS[kind.form](sentence, match, setting):
                return _promise(sentence, kind, match)
    return None


#: Characters of the shortest sentence that says what is to be done.
_SHORTEST = 20


#: Where what somebody thinks ends and what follows from it begins: "regionen anser …, och medfinansierar därför".
_COORDINATE = re.compile(r",\s+(?:och|men|därför)\s+(?!att\b)")


def _is_supposed(sentence: str, match: re.Match[str]) -> bool:
    """Whether somebody only thinks or supposes what the words say, in their own clause or a later one."""
    borders = [border.end() for border in _COORDINATE.finditer(sentence, 0, match.start() + 1)]
    return doubts.SUPPOSED.search(sentence, borders[-1] if borders else 0) is not None


def _is_outlook(text: str) -> bool:
    """Whether a sentence only says how a goal is expected to end: that is the goal's forecast."""
    return "mål" in text.lower() and statuses.expected(text) is not None


def _promise(sentence: str, kind: Wording, match: re.Match[str]) -> Promise:
    verb = match["verb"] if "verb" in kind.pattern.groupindex else None
    if verb:
        passive = verb.endswith("s")
    elif kind.form == "present":
        passive = match[0].endswith("s")
    else:
        passive = kind.form in ("shall", "expect") and bool(doubts.PASSIVE.match(sentence[match.end() :].lstrip()))
    end = match.start("verb") if verb else match.end()
    return Promise(kind.form, match.start(), end, _status(sentence, kind, match), passive)


#: A clause put in between, which tells of something else: "ett mått, som visar hur många som påbörjat …, ska tas fram".
_INSERTED = re.compile(r",\s+som\s[^,]{3,120},(?=\s+(?:ska|kommer|beräknas|planeras)\b)")


def _relative(sentence: str, match: re.Match[str]) -> int:
    """Where the words about the promise begin: after "som", for before it something else is told."""
    return match.start() if sentence.endswith("som ", 0, match.start()) else 0


def _status(sentence: str, kind: Wording, match: re.Match[str]) -> Status | None:
    """The status by the form, unless the sentence itself says how far it has come."""
    if kind.form in ("advice", "delay"):
        return kind.status
    said = statuses.told(_INSERTED.sub("", sentence[_relative(sentence, match) :]))
    if kind.form == "aim" and said == "started":
        return None  # of something else: work that has begun says nothing of how far its goal is reached
    if said in ("delayed", "partly", "started", "not_met"):
        return said
    return said if kind.form in ("outcome", "aim") else kind.status
