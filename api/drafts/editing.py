"""Drafts changed: every function makes a new draft out of one, and raises NotFound for what is not in it."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from corpus.drafts import Block, Draft, Heading, words_of
from corpus.errors import Conflict, NotFound, UsageError

_GONE = "finns inte i utkastet längre. Öppna utkastet igen."


def add_heading(draft: Draft, title: str, level: int = 1, after: str | None = None, requirement: str = "") -> Draft:
    """A heading more, after another and what stands below that, or last."""
    made = Heading(_new_id(draft, "h"), title.strip(), level, requirement=requirement)
    at = len(draft.headings)
    if after is not None:
        at = _group_end(draft, _index(draft, after))
    return replace(draft, headings=(*draft.headings[:at], made, *draft.headings[at:]))


def put_heading(draft: Draft, heading: Heading) -> Draft:
    """A heading as it is now to be, in place of the one with its id."""
    return _with_heading(draft, heading.id, lambda _: heading)


def move_heading(draft: Draft, heading_id: str, step: int) -> Draft:
    """A heading with those below it past its neighbour: up where `step` is negative, else down."""
    at = _index(draft, heading_id)
    end = _group_end(draft, at)
    group, others = draft.headings[at:end], [*draft.headings[:at], *draft.headings[end:]]
    level = draft.headings[at].level
    if step < 0:
        to = next((i for i in range(at - 1, -1, -1) if draft.headings[i].level <= level), None)
    else:
        to = None if end == len(draft.headings) else at + (_neighbour_end(draft, end, level) - end)
    if to is None:
        return draft
    return replace(draft, headings=(*others[:to], *group, *others[to:]))


def remove_heading(draft: Draft, heading_id: str) -> Draft:
    """Without a heading and all that stands under it; headings below it stay."""
    at = _index(draft, heading_id)
    return replace(draft, headings=(*draft.headings[:at], *draft.headings[at + 1 :]))


def add_blocks(draft: Draft, heading_id: str, blocks: Iterable[Block]) -> Draft:
    """Blocks more at the end of a heading, with ids of their own; a heading that was open is then started."""
    for block in blocks:
        made = replace(block, id=_new_id(draft, "b"))
        draft = put_heading(draft, _begun(find_heading(draft, heading_id), made))
    return draft


def put_block(draft: Draft, block: Block) -> Draft:
    """A block as it is now to be, in place of the one with its id."""
    return _with_block(draft, block.id, lambda _: (block,))


def remove_block(draft: Draft, block_id: str) -> Draft:
    """Without a block."""
    return _with_block(draft, block_id, lambda block: ())


def move_block(draft: Draft, block_id: str, to: int) -> Draft:
    """A block to another place among its heading's, counted from 0; beyond either end is the end."""
    heading, block = find_block(draft, block_id)
    others = [other for other in heading.blocks if other.id != block_id]
    to = min(max(to, 0), len(others))
    return put_heading(draft, replace(heading, blocks=(*others[:to], block, *others[to:])))


def settle(draft: Draft, block_id: str, keys: Iterable[str]) -> Draft:
    """Marks of a block confirmed, by their keys."""

    def confirmed(block: Block) -> tuple[Block, ...]:
        return (replace(block, settled=tuple(dict.fromkeys((*block.settled, *keys)))),)

    return _with_block(draft, block_id, confirmed)


def put_words(draft: Draft, block_id: str, start: int, end: int, old: str, new: str) -> Draft:
    """A block with other words at `[start, end)` of all its words (`corpus.drafts.words_of`).

    Raises:
        Conflict: something else than `old` stands there now.
        UsageError: the words would run over a table's cell.
    """

    def changed(block: Block) -> tuple[Block, ...]:
        words = words_of(block)
        if words[start:end] != old:
            raise Conflict("Texten har ändrats sedan förslaget gjordes. Se efter vad som står nu.")
        if block.kind != "rows":
            return (replace(block, text=words[:start] + new + words[end:]),)
        if "\t" in old + new or "\n" in old + new:
            raise UsageError("Det som ska bytas står i flera av tabellens celler.")
        return (_with_rows(block, words[:start] + new + words[end:]),)

    return _with_block(draft, block_id, changed)


def find_heading(draft: Draft, heading_id: str) -> Heading:
    """The heading with this id."""
    return draft.headings[_index(draft, heading_id)]


def find_block(draft: Draft, block_id: str) -> tuple[Heading, Block]:
    """The block with this id, and its heading."""
    for heading, block in draft.blocks():
        if block.id == block_id:
            return heading, block
    raise NotFound(f"Stycket ”{block_id[:20]}” {_GONE}")


def _with_rows(block: Block, words: str) -> Block:
    """A table with the words of `words_of` put back into its caption, header and rows."""
    lines = words.split("\n")
    caption = block.text.count("\n") + 1 if block.text.strip() else 0
    text, lines = "\n".join(lines[:caption]) if caption else block.text, lines[caption:]
    header = tuple(lines.pop(0).split("\t")) if any(cell.strip() for cell in block.header) else block.header
    rows = [tuple(lines.pop(0).split("\t")) if any(cell.strip() for cell in row) else row for row in block.rows]
    return replace(block, text=text, header=header, rows=tuple(rows))


def _begun(heading: Heading, block: Block) -> Heading:
    state = "started" if heading.state == "open" else heading.state
    return replace(heading, blocks=(*heading.blocks, block), state=state)


def _with_heading(draft: Draft, heading_id: str, change: Callable[[Heading], Heading]) -> Draft:
    at = _index(draft, heading_id)
    return replace(draft, headings=(*draft.headings[:at], change(draft.headings[at]), *draft.headings[at + 1 :]))


def _with_block(draft: Draft, block_id: str, change: Callable[[Block], tuple[Block, ...]]) -> Draft:
    heading, _ = find_block(draft, block_id)
    blocks = (made for block in heading.blocks for made in (change(block) if block.id == block_id else (block,)))
    return put_heading(draft, replace(heading, blocks=tuple(blocks)))


def _index(draft: Draft, heading_id: str) -> int:
    for at, heading in enumerate(draft.headings):
        if heading.id == heading_id:
            return at
    raise NotFound(f"Rubriken ”{heading_id[:20]}” {_GONE}")


def _group_end(draft: Draft, at: int) -> int:
    """Where the headings below the one at `at` end."""
    level = draft.headings[at].level
    following = range(at + 1, len(draft.headings))
    return next((i for i in following if draft.headings[i].level <= level), len(draft.headings))


def _neighbour_end(draft: Draft, at: int, level: int) -> int:
    """Where what stands next ends: a neighbour of this level with all below it, or a heading above alone."""
    return at + 1 if draft.headings[at].level < level else _group_end(draft, at)


def _new_id(draft: Draft, letter: str) -> str:
    return new_id([*(heading.id for heading in draft.headings), *(block.id for _, block in draft.blocks())], letter)


def new_id(taken: Iterable[str], letter: str) -> str:
    """An id that is not taken: one more than the greatest of its letter, so that none is soon used again."""
    numbers = [int(id_[1:]) for id_ in taken if id_[:1] == letter and id_[1:].isascii() and id_[1:].isdigit()]
    return f"{letter}{max(numbers, default=0) + 1}"
