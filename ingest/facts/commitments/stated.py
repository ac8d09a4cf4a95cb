"""The commitments of running text: each sentence that promises, with who, what, when and how much."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.model import Commitment, Metadata, Period
from corpus.swedish import numbers
from ingest.facts.commitments.actors import actor_of, advised
from ingest.facts.commitments.dues import due_of, is_ahead
from ingest.facts.commitments.goal_tables import HEADING
from ingest.facts.commitments.promises import Promise, Voice, promise_of
from ingest.facts.statements import Sentence


@dataclass(frozen=True, slots=True)
class Context:
    """What sentences are read by: who speaks, of which period, and how."""

    publisher: str | None
    owner: str | None
    period: Period | None
    voice: Voice = "own"


#: What leads in a list of recommendations.
_LEADS = re.compile(
    r"\b(?:rekommenderar|rekommenderas|rekommendation(?:er)?)\b.*:\s*$|\brekommender\w+\b.*\batt:?\s*$", re.IGNORECASE
)
_DETACHED = re.compile(
    r"^(?:därför|dessutom|vidare|därutöver|även|också|i\s+stället|samtidigt|därefter|sedan|att)\s+", re.IGNORECASE
)
#: What a section named after a goal says of it belongs to the goal's row: "Målet är delvis uppnått".
_IS_JUDGED = re.compile(r"\bmålet\s+(?:är|bedöms|har)\b.*\b(?:upp)?(?:nått|nådd|fyllt)\b", re.IGNORECASE)
_RULES = re.compile(r"föreskrift|författning|förordning|\blag\b|reglemente|riktlinje|allmänna\s+råd", re.IGNORECASE)
_AUDITORS = re.compile(r"revision(?:en|skontoret)?\b", re.IGNORECASE)
_OF_GOALS = re.compile(r"\b(?:mål|målen|delmål|åtaganden)$", re.IGNORECASE)
_ENDS = re.compile(r"[.!]?\s*$")
_GOAL = re.compile(r"\b(?:\w*mål\w*|ambitionen|kravet)\b", re.IGNORECASE)
#: An amount after one of these is what the target is set against.
_COMPARED = re.compile(
    r"\b(?:jämfört\s+med|från|sedan|då|varav|minskat\s+med|ökat\s+med)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_NEXT_CLAUSE = re.compile(r"[;]\s|,\s(?:men|även\s+om|under\s+förutsättning)\s|\s–\s")


def is_rule(title: str) -> bool:
    """Whether a document lays down rules: its "ska" binds its readers and promises nothing."""
    return _RULES.search(title) is not None


def commitments_of(section: list[Sentence], context: Context) -> Iterator[Commitment]:
    """The commitments among the sentences of one section."""
    lead = ""
    for sentence in section:
        text = sentence.text
        item = sentence.section.text.startswith("• ", max(0, sentence.start - 2))
        if _LEADS.search(text):
            lead = text
            continue
        if lead and not item:
            lead = ""
        if lead:
            yield _advised(sentence, lead, context)
            continue
        if _IS_JUDGED.search(text) and sentence.path and HEADING.match(sentence.path[-1]):
            continue
        promise = promise_of(text, ahead=is_ahead(text, context.period), voice=_voice(sentence, context))
        if promise:
            yield _commitment(sentence, promise, context)


def voice_of(metadata: Metadata) -> Voice:
    """How a report speaks, by what it is and who publishes it."""
    if metadata.kind in ("minutes", "investigation"):
        return "chances"
    audits = metadata.kind == "audit" or _AUDITORS.search(metadata.publisher or "")
    return "rules" if audits else "own"


def _voice(sentence: Sentence, context: Context) -> Voice:
    """The report's voice, but its own under a heading of goals: "Revisorernas egna mål"."""
    return "own" if sentence.path and _OF_GOALS.search(sentence.path[-1]) else context.voice


def _commitment(sentence: Sentence, promise: Promise, context: Context) -> Commitment:
    text = sentence.text
    return Commitment(
        id="",
        quote=text,
        action=_action(text, promise),
        actor=_actor(text, promise, context),
        topic=sentence.path[-1] if sentence.path else None,
        due=due_of(text, context.period),
        target=_target(text, promise),
        status=promise.status,
        section_id=sentence.section.id,
        source=sentence.source,
    )


def _actor(text: str, promise: Promise, context: Context) -> str | None:
    if promise.form == "advice":
        return advised(text)[0]
    found = actor_of(text, promise.start, context.publisher, passive=promise.passive)
    return context.owner if found == "Nämnden" else found


def _advised(sentence: Sentence, lead: str, context: Context) -> Commitment:
    """An item of a list of recommendations, whose actor its introduction names."""
    text = sentence.text
    return Commitment(
        id="",
        quote=text,
        action=_ENDS.sub("", _DETACHED.sub("", text)),
        actor=advised(lead + " att")[0],
        topic=sentence.path[-1] if sentence.path else None,
        due=due_of(text, context.period),
        target=_target(text, None),
        section_id=sentence.section.id,
        source=sentence.source,
    )


def _action(text: str, promise: Promise) -> str:
    """What is to be done: what follows the verb, or the whole clause where the thing done is its subject."""
    start = 0 if promise.passive or promise.form in ("shall", "present", "delay", "outcome", "expect") else promise.end
    words = text[start:]
    border = _NEXT_CLAUSE.search(words, min(len(words), max(0, promise.end - start)))
    words = _ENDS.sub("", words[: border.start()] if border else words).strip(" ,:")
    return _DETACHED.sub("", words) or _ENDS.sub("", text)


def _target(text: str, promise: Promise | None) -> str | None:
    """The amount to be reached, as it stands: of a goal what follows its name, else one with a unit."""
    goal = _GOAL.search(text) if promise and promise.form in ("aim", "outcome") else None
    for number in numbers.find(text):
        if number.form != "amount" or (goal and number.start < goal.start()):
            continue
        if (number.unit or goal) and not _COMPARED.search(text[: number.start]):
            start = number.start
            if number.qualifier and text[:start].rstrip().endswith(number.qualifier):
                start = text[:start].rstrip().rindex(number.qualifier)
            return text[start : number.end]
    return None
