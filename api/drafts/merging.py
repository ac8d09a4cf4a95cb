"""What a program says that a draft is to be, made into a draft: what is known by its id keeps its source."""

from collections.abc import Iterable

from api.drafts.editing import new_id
from api.schemas.draft_requests import SaidBlock, SaidDraft, SaidHeading
from corpus.drafts import Block, Draft, Heading
from corpus.errors import UsageError


def said(before: Draft, content: SaidDraft) -> Draft:
    """The draft that a program asks for.

    A block or heading without an id is new and gets one. Where a block was borrowed is never taken from the program:
    a block that is known keeps it, a new one is the writer's own.

    Raises:
        UsageError: an id is unknown, or a known block changes its kind.
    """
    taken = {heading.id for heading in before.headings} | {block.id for _, block in before.blocks()}
    known = {block.id: block for _, block in before.blocks()}
    ids = _Ids(taken)
    headings = tuple(_heading(one, known, taken, ids) for one in content.headings)
    return Draft(content.title, content.period.period(), headings)


class _Ids:
    """Gives ids that nothing has."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)

    def new(self, letter: str) -> str:
        """The next one."""
        made = new_id(self._taken, letter)
        self._taken.add(made)
        return made


def _heading(one: SaidHeading, known: dict[str, Block], taken: set[str], ids: _Ids) -> Heading:
    if one.id and one.id not in taken:
        raise UsageError(f"Rubriken ”{one.id[:20]}” finns inte i utkastet; lämna id tomt för en ny.")
    blocks = tuple(_block(block, known, ids) for block in one.blocks)
    return Heading(one.id or ids.new("h"), one.title, one.level, one.state, one.requirement, blocks)


def _block(one: SaidBlock, known: dict[str, Block], ids: _Ids) -> Block:
    before = known.get(one.id)
    if one.id and (before is None or before.kind != one.kind):
        raise UsageError(f"Stycket ”{one.id[:20]}” finns inte i utkastet, eller är av ett annat slag.")
    if before is None and one.kind == "stretch":
        raise UsageError("Ett lånat stycke läggs till genom att lånas, så att källan följer med.")
    rows = tuple(map(tuple, one.rows))
    origin = before.origin if before else None
    return Block(
        one.id or ids.new("b"), one.kind, one.text, tuple(one.header), rows, origin, one.note, tuple(one.settled)
    )
