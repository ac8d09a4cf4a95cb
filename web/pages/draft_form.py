"""The editor's form of one heading: which fields it has, and the draft with what was written in them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from starlette.datastructures import FormData

from api.drafts import editing
from corpus.drafts import DEEPEST, Block, Draft, Heading, HeadingState
from web.pages.draft_start import read_period
from web.pages.draft_words import STATES

#: The version that the writer saw; the heading whose form it is.
VERSION = "utgava"
#: Tables of more cells than this are not edited cell by cell: the page would be slow and tiring.
MOST_CELLS = 600


def fields(form: FormData) -> dict[str, str]:
    """The texts of a form by their names, with line ends as the domain has them."""
    return {name: value.replace("\r\n", "\n") for name, value in form.items() if isinstance(value, str)}


def version(sent: Mapping[str, str]) -> int:
    """The version that the writer saw; 0, which no draft has, where the form does not say."""
    given = sent.get(VERSION, "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0


def written(draft: Draft, heading: Heading | None, sent: Mapping[str, str]) -> Draft:
    """The draft with what was written of itself and of one heading; fields that were not sent change nothing.

    Raises:
        UsageError: the draft's period cannot be read.
    """
    draft = _with_head(draft, sent)
    if heading is None:
        return draft
    made = replace(
        heading,
        title=sent.get("rubriken", heading.title).strip(),
        level=_level(sent.get("niva", ""), heading.level),
        state=_state(sent.get("lage", ""), heading.state),
        requirement=sent.get("krav", heading.requirement).strip(),
        blocks=tuple(_block(block, sent) for block in heading.blocks),
    )
    return editing.put_heading(draft, made)


def lost(heading: Heading | None, sent: Mapping[str, str]) -> list[str]:
    """What was written in fields of blocks that are no longer under the heading."""
    known = {block.id for block in heading.blocks} if heading else set()
    return [
        text
        for name, text in sent.items()
        if name.startswith("text-") and name.removeprefix("text-") not in known and text.strip()
    ]


def is_editable(block: Block) -> bool:
    """Whether a table is small enough to be edited cell by cell."""
    return len(block.rows) * max((len(row) for row in block.rows), default=0) <= MOST_CELLS


def cells(block: Block) -> Iterator[list[tuple[str, str]]]:
    """The cells of a table, the header first if there is one: each its field's name and its text."""
    for number, row in enumerate((block.header, *block.rows)):
        if row:
            yield [(f"cell-{block.id}-{number}-{column}", text) for column, text in enumerate(row)]


def _with_head(draft: Draft, sent: Mapping[str, str]) -> Draft:
    title = sent.get("titel", draft.title).strip()
    if "ar" not in sent and "fran" not in sent:
        return replace(draft, title=title)
    period = read_period(sent.get("ar", ""), sent.get("fran", ""), sent.get("till", ""))
    same = (period.start, period.end) == (draft.period.start, draft.period.end)
    return replace(draft, title=title, period=draft.period if same else period)


def _block(block: Block, sent: Mapping[str, str]) -> Block:
    text = sent.get(f"text-{block.id}", block.text)
    header, *rows = (
        tuple(" ".join(sent.get(f"cell-{block.id}-{number}-{column}", cell).split()) for column, cell in enumerate(row))
        for number, row in enumerate((block.header, *block.rows))
    )
    note = sent.get(f"kalla-{block.id}", block.note).strip()
    return replace(
        block, text=text.strip() if block.kind == "text" else text, header=header, rows=tuple(rows), note=note
    )


def _level(text: str, before: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and 1 <= int(text[:3]) <= DEEPEST else before


def _state(code: str, before: HeadingState) -> HeadingState:
    return next((state for state in STATES if state == code), before)
