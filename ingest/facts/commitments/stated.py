"""The commitments of running text: each sentence that promises, with who, what, when and how much."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.model import Commitment, Metadata, Period, Status
from ingest.facts.commitments.actors import actor_of, advised, assigned, is_board
from ingest.facts.commitments.clauses import DETACHED, ENDS, action_of, due_in, target_of
from ingest.facts.commitments.dues import due_of, is_ahead
from ingest.facts.commitments.goal_tables import HEADING
from ingest.facts.commitments.guards import Setting, Voice
from ingest.facts.commitments.promises import Promise, promise_of
from ingest.facts.statements import Sentence


@dataclass(frozen=True, slots=True)
class Context:
    """What sentences are read by: who speaks, of which period, and how."""

    publisher: str | None
    owner: str | None
    period: Period | None
    voice: Voice = "own"


@dataclass(frozen=True, slots=True)
class Lead:
    """What introduces a list of promises and holds for each item: "Nämnden ska under 2026:"."""

    actor: str | None
    due: str | None = None
    status: Status | None = None


#: What leads in a list of recommendations.
_ADVISING = re.compile(
    r"\b(?:rekommenderar|rekommenderas|rekommendation(?:er)?)\b.*:\s*$|\brekommender\w+\b.*\batt:?\s*$", re.IGNORECASE
)
#: What is not whole without the list that follows it.
_OPEN = re.compile(r"(?::|\batt)\s*$", re.IGNORECASE)
_BULLET = "• "
#: What a section named after a goal says of it belongs to the goal's row: "Målet är delvis uppnått".
_IS_JUDGED = re.compile(r"\bmålet\s+(?:är|bedöms|har)\b.*\b(?:upp)?(?:nått|nådd|fyllt)\b", re.IGNORECASE)
_RULES = re.compile(r"föreskrift|författning|förordning|\blag\b|reglemente|riktlinje|allmänna\s+råd", re.IGNORECASE)
_AUDITORS = re.compile(r"revision(?:en|skontoret)?\b", re.IGNORECASE)
_OF_GOALS = re.compile(r"\b(?:mål|målen|delmål|åtaganden)$", re.IGNORECASE)
#: A goal that the sentence gives nobody else is the report's own, as the rows of its goal tables are.
_OWN_GOAL = re.compile(
    r"^(?:nytt\s+)?(?:mål(?:et|en|sättningen)?|ambitionen|avsikten|kravet|nämndens\s+mål)\b", re.IGNORECASE
)
_EXPLAINING = re.compile(
    r"^(?:\d[\d.]*\s+)?(?:ordlista|begrepp\w*|definition\w*|förkortningar|källor|referenser)\b", re.IGNORECASE
)
#: A sentence about the work that the one before it told of: "Arbetet ska vara klart i september".
_SAME_WORK = re.compile(
    r"^(?:det\s+)?(?:arbetet|projektet|uppdraget|utredningen|översynen|processen|upphandlingen|granskningen)\b",
    re.IGNORECASE,
)


def is_rule(title: str) -> bool:
    """Whether a document lays down rules: its "ska" binds its readers and promises nothing."""
    return _RULES.search(title) is not None


def voice_of(metadata: Metadata) -> Voice:
    """How a report speaks, by what it is and who publishes it."""
    if metadata.kind in ("minutes", "investigation"):
        return "chances"
    audits = metadata.kind == "audit" or _AUDITORS.search(metadata.publisher or "")
    return "rules" if audits else "own"


def commitments_of(section: list[Sentence], context: Context) -> Iterator[Commitment]:
    """The commitments among the sentences of one section."""
    lead: Lead | None = None
    before: Commitment | None = None
    for sentence in section:
        item = _is_item(sentence)
        if opened := _lead(sentence, context):
            lead, before = opened, None
            continue
        lead = lead if item else None
        found = _item(sentence, lead, context) if lead else _found(sentence, context)
        if (
            found
            and before
            and before.status == "started"
            and found.status == "planned"
            and _SAME_WORK.match(found.quote)
        ):
            found = replace(found, status="started")
        before = found
        if found:
            yield found


def _is_item(sentence: Sentence) -> bool:
    return sentence.section.text.startswith(_BULLET, max(0, sentence.start - len(_BULLET)))


def _lead(sentence: Sentence, context: Context) -> Lead | None:
    """What a sentence says of the list that follows it; None where it opens none."""
    text = sentence.text
    if _ADVISING.search(text):
        return Lead(_own(advised(text.rstrip(" :").removesuffix(" att") + " att")[0], context))
    follows = sentence.section.text[sentence.end :].lstrip()
    promise = _promise(sentence, context) if _OPEN.search(text) and follows.startswith(_BULLET.strip()) else None
    if promise is None or promise.form not in ("will", "shall", "plan", "decided"):
        return None
    return Lead(_actor(text, promise, context), due_in(text, promise, context.period), promise.status)


def _found(sentence: Sentence, context: Context) -> Commitment | None:
    if _OPEN.search(sentence.text):
        return None
    if sentence.path and _EXPLAINING.match(sentence.path[-1]):
        return None
    if _IS_JUDGED.search(sentence.text) and sentence.path and HEADING.match(sentence.path[-1]):
        return None
    promise = _promise(sentence, context)
    return _commitment(sentence, promise, context) if promise else None


def _promise(sentence: Sentence, context: Context) -> Promise | None:
    """What the sentence promises, heard in the report's voice; under a heading of goals its "ska" is its own."""
    own = sentence.path and _OF_GOALS.search(sentence.path[-1])
    period = context.period
    setting = Setting(
        is_ahead(sentence.text, period), "own" if own else context.voice, period.start.year if period else 0
    )
    return promise_of(sentence.text, setting)


def _commitment(sentence: Sentence, promise: Promise, context: Context) -> Commitment:
    text = sentence.text
    return Commitment(
        id="",
        quote=text,
        action=action_of(text, promise),
        actor=_actor(text, promise, context),
        topic=sentence.path[-1] if sentence.path else None,
        due=due_in(text, promise, context.period),
        target=target_of(text, promise),
        status=promise.status,
        section_id=sentence.section.id,
        source=sentence.source,
    )


def _actor(text: str, promise: Promise, context: Context) -> str | None:
    if promise.form in ("advice", "assigned"):
        return _own((advised if promise.form == "advice" else assigned)(text)[0], context)
    named = actor_of(text, promise.start, context.publisher, passive=promise.passive)
    if named is None and context.voice == "own" and promise.form in ("aim", "outcome") and _OWN_GOAL.match(text):
        return context.owner
    return _own(named, context)


def _own(actor: str | None, context: Context) -> str | None:
    """The actor, with the full name of the one board of which the report speaks for "Nämnden"."""
    return context.owner if actor == "Nämnden" and context.owner and is_board(context.owner) else actor


def _item(sentence: Sentence, lead: Lead, context: Context) -> Commitment:
    """An item of a list, whose actor its introduction names, unless the item is whole by itself."""
    whole = _found(sentence, context)
    if whole and whole.actor:
        return whole
    text = sentence.text
    return Commitment(
        id="",
        quote=text,
        action=DETACHED.sub("", ENDS.sub("", text)),
        actor=lead.actor,
        topic=sentence.path[-1] if sentence.path else None,
        due=due_of(text, context.period) or lead.due,
        target=target_of(text, None),
        status=lead.status,
        section_id=sentence.section.id,
        source=sentence.source,
    )
