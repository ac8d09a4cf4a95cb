"""What the editor's buttons do, beyond saving what was written: each makes a draft out of one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from api.drafts import editing
from api.drafts.borrowing import borrow
from api.drafts.standing import standing
from api.knowledge import Knowledge
from corpus.drafts import Block, Draft
from corpus.errors import NotFound, UsageError

SAVE = "spara"


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button that was pressed: its arguments, what was written, and where the writer is."""

    knowledge: Knowledge
    heading: str | None
    arguments: Sequence[str]
    sent: Mapping[str, str]

    @property
    def first(self) -> str:
        """The first argument."""
        return self.arguments[0] if self.arguments else ""

    @property
    def new_text(self) -> str:
        """What was written in the field for text of one's own."""
        return self.sent.get("nytt", "").strip()

    def here(self) -> str:
        """The heading where the writer is.

        Raises:
            UsageError: the draft has none yet.
        """
        if self.heading is None:
            raise UsageError("Lägg till en rubrik först.")
        return self.heading


@dataclass(frozen=True, slots=True)
class Outcome:
    """The draft as it then is, the heading to show and the element to come to."""

    draft: Draft
    heading: str | None
    anchor: str | None = None


Action = Callable[[Draft, Pressed], Outcome]


def act(draft: Draft, pressed: Pressed, name: str) -> Outcome:
    """The draft after a button.

    Raises:
        UsageError: there is no such button, or something that it needs was not written.
        NotFound: what it is about is not there any more.
    """
    action = _ACTIONS.get(name)
    if action is None:
        raise UsageError("Knappen finns inte. Öppna utkastet igen.")
    if pressed.new_text and pressed.heading and action is not _own_text:
        # Whatever was pressed, what was written is not to be lost.
        draft = editing.add_blocks(draft, pressed.heading, [Block("", "text", pressed.new_text)])
    return action(draft, pressed)


def _save(draft: Draft, pressed: Pressed) -> Outcome:
    """Only what was written is kept."""
    return Outcome(draft, pressed.heading)


def _move(step: int) -> Action:
    def moved(draft: Draft, pressed: Pressed) -> Outcome:
        heading, block = editing.find_block(draft, pressed.first)
        to = [other.id for other in heading.blocks].index(block.id) + step
        return Outcome(editing.move_block(draft, block.id, max(to, 0)), pressed.heading, block.id)

    return moved


def _place(draft: Draft, pressed: Pressed) -> Outcome:
    place = pressed.arguments[1] if len(pressed.arguments) > 1 else ""
    if not (place.isascii() and place.isdigit() and len(place) < 6):
        raise UsageError("Platsen som stycket skulle flyttas till går inte att tyda.")
    return Outcome(editing.move_block(draft, pressed.first, int(place)), pressed.heading, pressed.first)


def _remove(draft: Draft, pressed: Pressed) -> Outcome:
    heading, block = editing.find_block(draft, pressed.first)
    at = [other.id for other in heading.blocks].index(block.id)
    rest = [other.id for other in heading.blocks if other.id != block.id]
    anchor = rest[min(at, len(rest) - 1)] if rest else "stycken"
    return Outcome(editing.remove_block(draft, block.id), pressed.heading, anchor)


def _confirm(draft: Draft, pressed: Pressed) -> Outcome:
    return Outcome(editing.settle(draft, pressed.first, pressed.arguments[1:]), pressed.heading, pressed.first)


def _confirm_all(draft: Draft, pressed: Pressed) -> Outcome:
    _, block = editing.find_block(draft, pressed.first)
    keys = [one.mark.key for one in standing(block, draft.period, pressed.knowledge.project_names.now())]
    return Outcome(editing.settle(draft, block.id, keys), pressed.heading, block.id)


def _take_newer(draft: Draft, pressed: Pressed) -> Outcome:
    """Put the newest figures of series in the places of those that were borrowed."""
    _, block = editing.find_block(draft, pressed.first)
    held = standing(block, draft.period, pressed.knowledge.project_names.now())
    wanted = [one for one in held if one.mark.key in pressed.arguments[1:]]
    newer = (
        pressed.knowledge.newer_figures.among(block.origin, (one.mark for one in wanted), draft.period.end)
        if block.origin
        else {}
    )
    changed = draft
    for one in reversed(wanted):  # What stands before keeps its place.
        if one.mark.key in newer:
            value = newer[one.mark.key]
            changed = editing.put_words(changed, block.id, one.start, one.end, one.mark.text, value.text)
            changed = _with_source(changed, block.id, value.citation)
    if changed is draft:
        raise NotFound("Det finns inget nyare värde att byta till längre.")
    return Outcome(changed, pressed.heading, block.id)


def _with_source(draft: Draft, block_id: str, citation: str) -> Draft:
    """A block with one more source of its own: that of a newer figure."""
    _, block = editing.find_block(draft, block_id)
    note = block.note if citation in block.note else "; ".join(part for part in (block.note, citation) if part)
    return editing.put_block(draft, replace(block, note=note))


def _borrow(draft: Draft, pressed: Pressed) -> Outcome:
    blocks = borrow(pressed.knowledge.store, ":".join(pressed.arguments))
    added = editing.add_blocks(draft, pressed.here(), blocks)
    return Outcome(added, pressed.heading, _last(added, pressed.here()))


def _own_text(draft: Draft, pressed: Pressed) -> Outcome:
    added = editing.add_blocks(draft, pressed.here(), [Block("", "text", pressed.new_text)])
    return Outcome(added, pressed.heading, _last(added, pressed.here()))


def _own_figure(draft: Draft, pressed: Pressed) -> Outcome:
    said, source = pressed.sent.get("siffra", "").strip(), pressed.sent.get("siffra-kalla", "").strip()
    if not said or not source:
        raise UsageError("Skriv både siffran med vad den mäter och varifrån den kommer.")
    added = editing.add_blocks(draft, pressed.here(), [Block("", "figure", said, note=source)])
    return Outcome(added, pressed.heading, _last(added, pressed.here()))


def _move_heading(step: int) -> Action:
    def moved(draft: Draft, pressed: Pressed) -> Outcome:
        return Outcome(editing.move_heading(draft, pressed.here(), step), pressed.heading)

    return moved


def _new_heading(draft: Draft, pressed: Pressed) -> Outcome:
    title = pressed.sent.get("ny-rubrik", "").strip()
    if not title:
        raise UsageError("Skriv vad den nya rubriken ska heta.")
    level = next((heading.level for heading in draft.headings if heading.id == pressed.heading), 1)
    added = editing.add_heading(draft, title, level, pressed.heading)
    before = {heading.id for heading in draft.headings}
    made = next(heading.id for heading in added.headings if heading.id not in before)
    return Outcome(added, made)


def _remove_heading(draft: Draft, pressed: Pressed) -> Outcome:
    here = pressed.here()
    ids = [heading.id for heading in draft.headings]
    rest = [id_ for id_ in ids if id_ != here]
    following = rest[min(ids.index(here), len(rest) - 1)] if rest else None
    return Outcome(editing.remove_heading(draft, here), following)


def _last(draft: Draft, heading_id: str) -> str:
    return editing.find_heading(draft, heading_id).blocks[-1].id


_ACTIONS: Mapping[str, Action] = {
    SAVE: _save,
    "sok": _save,
    "hoj": _move(-1),
    "sank": _move(1),
    "flytta": _place,
    "bort": _remove,
    "stammer": _confirm,
    "stammer-alla": _confirm_all,
    "byt": _take_newer,
    "lana": _borrow,
    "egen": _own_text,
    "egen-siffra": _own_figure,
    "rubrik-upp": _move_heading(-1),
    "rubrik-ned": _move_heading(1),
    "ny-rubrik": _new_heading,
    "rubrik-bort": _remove_heading,
}
