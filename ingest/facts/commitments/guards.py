"""What guards each form of promise against what only looks like it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from ingest.facts.commitments import doubts
from ingest.facts.commitments.actors import actor_of, advised
from ingest.facts.commitments.wordings import Form

#: How a report speaks: of its own work; of the rules that it holds others to, as an audit does; or of what might happen
#: and of what single members think, as a risk analysis and minutes do.
Voice = Literal["own", "rules", "chances"]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a sentence is judged by beside its words.

    `ahead` is whether it names a time after the report's period, `voice` how the report speaks, `year` when.
    """

    ahead: bool
    voice: Voice
    year: int = 0

    @property
    def strict(self) -> bool:
        """Whether "ska" promises only beside a time to come, and work that goes on is only told of."""
        return self.voice != "own"


Guard = Callable[[str, re.Match[str], Setting], bool]


def _will(sentence: str, match: re.Match[str], setting: Setting) -> bool:
    verb = match["verb"].lower()
    if _bound(sentence, match) or doubts.RULE.search(sentence):
        return False
    if verb in ("vara", "bli", "stå"):
        return doubts.READY.match(sentence[match.end() :]) is not None
    if verb in doubts.HAPPENS or (verb == "finnas" and "behov" in sentence):
        return False
    if verb in ("börja", "fortsätta"):
        return not _happens(sentence[match.end("verb") :]) and doubts.DOER.search(sentence) is not None
    passive = verb.endswith("s")
    if "att" not in match[0].split() and not passive:
        return setting.ahead and doubts.DOER.search(sentence) is not None
    if setting.voice == "chances" and not setting.ahead:
        return not passive and actor_of(sentence, match.start(), None) is not None
    return passive or setting.ahead or doubts.DOER.search(sentence) is not None


_WORD = re.compile(r"\w+")


def _happens(words: str, *, anywhere: bool = False) -> bool:
    """Whether what follows comes about by itself: its first verb, or any word of it."""
    verbs = _WORD.findall(words.lower().removeprefix(" att"))
    return not doubts.HAPPENS.isdisjoint(verbs if anywhere else verbs[:1])


def _shall(sentence: str, match: re.Match[str], setting: Setting) -> bool:
    before = sentence[: match.start()]
    if (
        (setting.strict and not setting.ahead)
        or doubts.RULE.search(sentence)
        or doubts.ASIDE.search(before)
        or doubts.GENERAL.search(sentence)
    ):
        return False
    if before.endswith("som ") and not setting.ahead and not doubts.DOER.search(before):
        return False
    told_how = doubts.PLANNED_HOW.search(sentence[: match.start()])
    if not told_how and _bound(sentence, match):
        return False
    return setting.ahead or not doubts.EFFECTS.match(sentence[match.end() :].lstrip())


def _ongoing(sentence: str, match: re.Match[str], setting: Setting) -> bool:
    goes_on = setting.voice == "own" or (setting.voice == "rules" and doubts.DELIVERY.search(sentence))
    return bool(goes_on) and not _bound(sentence, match)


def _made(sentence: str, match: re.Match[str], setting: Setting) -> bool:
    """A decision or a task of the report's own; an audit and a risk analysis describe those of everybody."""
    return not setting.strict and not _bound(sentence, match)


def _decided(sentence: str, match: re.Match[str], setting: Setting) -> bool:
    """What is decided to be done: not what an audit tells was decided, nor that something was decided at a meeting."""
    if setting.voice == "rules" or (setting.voice == "chances" and not match[0].endswith("att")):
        return False
    return not _bound(sentence, match)


def _aim(sentence: str, match: re.Match[str], setting: Setting) -> bool:
    """A goal; where others' goals are talked of, not one that is only named: "en bra bit från målet på 2 procent"."""
    named = match["amount"] is not None or (
        setting.voice == "chances" and match[0].lower().endswith(("målet att", "målsättningen att"))
    )
    return not (setting.strict and named) and not _bound(sentence, match)


def _delay(sentence: str, match: re.Match[str], setting: Setting) -> bool:
    """Not a delay that is over: "granskningen försenades och genomfördes efter årsskiftet"."""
    return not _bound(sentence, match) and not doubts.FINISHED.search(sentence)


def _plain(sentence: str, match: re.Match[str], setting: Setting) -> bool:
    return not _bound(sentence, match)


def _present(sentence: str, match: re.Match[str], setting: Setting) -> bool:
    """A present tense beside a time to come: "Under 2018 utvärderas arbetssättet"."""
    passive = match[0].endswith("s")
    led = doubts.LED.match(sentence, match.end())
    dated = setting.ahead or (passive and led is not None and int(led["year"]) >= setting.year)
    if setting.strict or not dated or doubts.RULE.search(sentence) or _bound(sentence, match):
        return False
    time = doubts.TIME_FIRST.match(sentence)
    between = sentence[time.end() : match.start()].lower().split() if time else []
    opened = (
        time is not None
        and (time.end() <= match.start() or not passive)
        and len(between) <= doubts.FRONT
        and doubts.NOT_VERBS.isdisjoint(between)
        and not doubts.PAST.search(doubts.RELATIVE.split(sentence[: match.start()])[0])
    )
    return bool(opened or led) and (not passive or _is_present(match[0].lower()))


#: How passive verbs end in the present tense, and the ends among them that only their past forms have.
_PRESENT = ("as", "ds", "ts", "ps", "js", "rs", "gs", "ks", "ms", "ns")
_PASSED = ("ats", "köts")


def _is_present(word: str) -> bool:
    return word.endswith(_PRESENT) and not word.endswith(_PASSED) and word not in doubts.NOT_VERBS


def _expect(sentence: str, match: re.Match[str], setting: Setting) -> bool:
    """What is reckoned to be ready; what is reckoned to rise or fall is a forecast."""
    loose = "verb" in match.re.groupindex
    happens = loose and (not setting.ahead or _happens(sentence[match.start("verb") :], anywhere=True))
    return not setting.strict and not happens and not _bound(sentence, match)


def _plan(sentence: str, match: re.Match[str], setting: Setting) -> bool:
    """Not those who plan something, of whom the sentence only speaks: "företag som planerar att investera"."""
    if doubts.ANYBODY.search(sentence[: match.start()]):
        return False
    return not sentence[: match.start()].endswith("som ") and not _bound(sentence, match)


def _outcome(sentence: str, match: re.Match[str], setting: Setting) -> bool:
    """A goal by itself: what is said of all of them together belongs to their table."""
    return setting.voice != "chances" and "samla" not in sentence and not _bound(sentence, match)


def _advice(sentence: str, match: re.Match[str], setting: Setting) -> bool:
    """Advice with somebody who gets it, or to everybody: not a word in somebody's quotation."""
    told = not match[0].endswith("s") or advised(sentence)[0] is not None
    return told and not doubts.RULE.search(sentence[: match.start()])


def _bound(sentence: str, match: re.Match[str]) -> bool:
    """Whether the words stand in a clause that promises nothing, or are denied."""
    before = sentence[: match.start()]
    clause = re.split(r"[,;:]\s", before)[-1]
    return bool(
        doubts.SUBORDINATE.search(clause)
        or doubts.OPENING.match(sentence)
        or doubts.NEGATED.match(sentence, match.start())
        or before.endswith(("inte ", "ej ", "aldrig "))
    )


#: What each form of promise must stand.
GUARDS: Mapping[Form, Guard] = {
    "advice": _advice,
    "delay": _delay,
    "aim": _aim,
    "task": _made,
    "decided": _decided,
    "assigned": _plain,
    "will": _will,
    "shall": _shall,
    "plan": _plan,
    "expect": _expect,
    "ongoing": _ongoing,
    "share": _plain,
    "outcome": _outcome,
    "present": _present,
}
