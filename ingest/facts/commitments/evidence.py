"""What a report's running text says of a goal table's row: the section that bears the goal's or measure's name."""

import re
from dataclasses import replace

from corpus.model import Commitment, Report, Status
from corpus.swedish.sentences import split
from ingest.facts.commitments import statuses

_PREFIX = re.compile(
    r"^(?:\d[\d.]*\s+)?(?:(?:aktivitet|uppdrag|åtgärd|strategiskt\s+mål|övergripande\s+mål|nämndens\s+mål"
    r"|framgångsfaktor|styrmått)\s*:\s*)?",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
#: How many of a row's words a heading must share, and the other way round, to be the row's: narrow cells and headings
#: spell the same name with a word more or less.
_ALIKE = 0.8
#: Letters of a word's beginning that tell what a sentence is about whatever its ending.
_STEM = 6
#: Statuses in the order in which a section's sentences are believed: what hinders weighs most.
_ORDER: tuple[Status, ...] = ("not_met", "delayed", "partly", "not_started", "started")
#: "Den samlade bedömningen är att målet är delvis uppnått": said of the goal whose section it is.
_POINTING = frozenset({"arbetet", "uppdraget", "aktiviteten", "projektet", "åtgärden"})
_JUDGED = re.compile(r"\b(?:målet|uppdraget|aktiviteten|åtgärden)\b[^.]*", re.IGNORECASE)


class Evidence:
    """The sections of a report by what they are named after."""

    def __init__(self, report: Report) -> None:
        self._sections = [
            (_words(section.heading), section.text) for section in report.sections if section.text.strip()
        ]

    def completed(self, commitment: Commitment) -> Commitment:
        """The commitment with the status and forecast that the section of its name gives, where it has none itself."""
        name = _words(commitment.goal_path[-1] if commitment.goal_path else commitment.action)
        sentences = [
            text[start:end] for words, text in self._sections if _alike(name, words) for start, end in split(text)
        ]
        forecast = commitment.forecast or next((s for s in map(statuses.expected, sentences) if s), None)
        status = commitment.status or _judged(sentences) or _followed(sentences, name)
        return replace(commitment, status=status, forecast=forecast)


def _judged(sentences: list[str]) -> Status | None:
    """The status that a section gives the goal it is named after."""
    for sentence in sentences:
        said = _JUDGED.search(sentence)
        if said and (status := statuses.today(said[0])):
            return status
    return None


def _followed(sentences: list[str], name: frozenset[str]) -> Status | None:
    """How far the thing has come by the sentences that are about it."""
    stems = {word[:_STEM] for word in name if len(word) >= _STEM}
    told = {
        statuses.told(sentence)
        for sentence in sentences
        if any(word[:_STEM] in stems or word in _POINTING for word in _WORD.findall(sentence.lower()))
        and statuses.expected(sentence) is None
    }
    return next((status for status in _ORDER if status in told), None)


def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(_PREFIX.sub("", name).lower()))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return (
        bool(one and other)
        and shared >= _ALIKE * min(len(one), len(other))
        and shared >= 0.5 * max(len(one), len(other))
    )
