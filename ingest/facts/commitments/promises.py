"""The sentences that promise, and what guards against those that only look so."""

import re
from dataclasses import dataclass

from corpus.model import Status
from ingest.facts.commitments import doubts, statuses
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


def promise_of(sentence: str, *, ahead: bool, strict: bool = False) -> Promise | None:
    """What a sentence promises, or None: it tells, asks, supposes, or says what a rule demands.

    Args:
        sentence: the sentence.
        ahead: whether it names a time after the report's period.
        strict: whether "ska" promises only beside a time to come: an audit's "ska" is the rule it holds others to.
    """
    text = sentence.strip()
    if text.endswith("?") or len(text) < _SHORTEST or SYMBOL.search(text) or _is_outlook(text):
        return None
    supposed = doubts.SUPPOSED.search(text) is not None
    for kind in WORDINGS:
        if supposed and kind.form not in ("outcome", "advice"):
            continue
        for match in kind.pattern.finditer(sentence):
            if _GUARDS[kind.form](sentence, match, ahead, strict):
                return _promise(sentence, kind, match)
    return None


#: Characters of the shortest sentence that says what is to be done.
_SHORTEST = 20


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
    return Promise(kind.form, match.start(), end, _status(sentence, kind), passive)


def _status(sentence: str, kind: Wording) -> Status | None:
    """The status by the form, unless the sentence itself says how far it has come."""
    if kind.form in ("advice", "delay"):
        return kind.status
    said = statuses.told(sentence)
    if said in ("delayed", "partly", "started", "not_met"):
        return said
    return said if kind.form in ("outcome", "aim") else kind.status


def _will(sentence: str, match: re.Match[str], ahead: bool, strict: bool) -> bool:
    verb = match["verb"].lower()
    if _bound(sentence, match) or doubts.RULE.search(sentence):
        return False
    if verb in ("vara", "bli", "stå"):
        return doubts.READY.match(sentence[match.end() :]) is not None
    if verb in doubts.HAPPENS or (verb == "finnas" and "behov" in sentence):
        return False
    return verb.endswith("s") or ahead or doubts.DOER.search(sentence) is not None


def _shall(sentence: str, match: re.Match[str], ahead: bool, strict: bool) -> bool:
    before = sentence[: match.start()]
    if (
        (strict and not ahead)
        or doubts.RULE.search(sentence)
        or doubts.ASIDE.search(before)
        or doubts.GENERAL.search(sentence)
    ):
        return False
    if before.endswith("som ") and not ahead and not doubts.DOER.search(before):
        return False
    told_how = doubts.PLANNED_HOW.search(sentence[: match.start()])
    if not told_how and _bound(sentence, match):
        return False
    return ahead or not doubts.EFFECTS.match(sentence[match.end() :].lstrip())


def _ongoing(sentence: str, match: re.Match[str], ahead: bool, strict: bool) -> bool:
    return not strict and not _bound(sentence, match)


def _plain(sentence: str, match: re.Match[str], ahead: bool, strict: bool) -> bool:
    return not _bound(sentence, match)


def _present(sentence: str, match: re.Match[str], ahead: bool, strict: bool) -> bool:
    """A present tense beside a time to come: "Under 2018 utvärderas arbetssättet"."""
    if not ahead or doubts.RULE.search(sentence) or _bound(sentence, match):
        return False
    opened = (
        doubts.TIME_FIRST.match(sentence) is not None
        and match.start() < doubts.FRONT
        and not doubts.PAST.search(doubts.RELATIVE.split(sentence)[0])
    )
    if strict or not (opened or doubts.LED.match(sentence, match.end())):
        return False
    word = match[0].lower()
    return not word.endswith("s") or (
        word.endswith(("as", "ds", "ts", "ps", "js", "rs", "gs", "ks", "ms", "ns")) and word not in doubts.NOT_VERBS
    )


def _expect(sentence: str, match: re.Match[str], ahead: bool, strict: bool) -> bool:
    """What is reckoned to be ready; what is reckoned to rise or fall is a forecast."""
    happens = "verb" in match.re.groupindex and (not ahead or match["verb"].lower() in doubts.HAPPENS)
    return not strict and not happens and not _bound(sentence, match)


def _plan(sentence: str, match: re.Match[str], ahead: bool, strict: bool) -> bool:
    """Not those who plan something, of whom the sentence only speaks: "företag som planerar att investera"."""
    return not sentence[: match.start()].endswith("som ") and not _bound(sentence, match)


def _outcome(sentence: str, match: re.Match[str], ahead: bool, strict: bool) -> bool:
    """A goal by itself: what is said of all of them together belongs to their table."""
    return "samla" not in sentence and not _bound(sentence, match)


def _advice(sentence: str, match: re.Match[str], ahead: bool, strict: bool) -> bool:
    return not doubts.RULE.search(sentence[: match.start()])


def _bound(sentence: str, match: re.Match[str]) -> bool:
    """Whether the words stand in a clause that promises nothing, or are denied."""
    before = sentence[: match.start()]
    clause = re.split(r"[,;:]\s", before)[-1]
    return bool(
        doubts.SUBORDINATE.search(clause)
        or doubts.OPENING.match(sentence)
        or doubts.NEGATED.match(sentence, match.start())
    )


_GUARDS = {
    "advice": _advice,
    "delay": _plain,
    "aim": _plain,
    "decided": _ongoing,
    "will": _will,
    "shall": _shall,
    "plan": _plan,
    "expect": _expect,
    "ongoing": _ongoing,
    "share": _plain,
    "outcome": _outcome,
    "present": _present,
}
