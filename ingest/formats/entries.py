"""Blocks with what a file shows of them besides, while a reader still weighs what they are."""

from dataclasses import dataclass

from ingest.document import Block


@dataclass(frozen=True, slots=True)
class Looks:
    """What a paragraph looks like, for documents whose headings have no style."""

    bold: bool = False
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A block.

    `caption`: it is one by its style. `described`: it is a picture whose caption is only its alternative text. `cells`
    are what tabs part a paragraph into. `label` says that a paragraph has a number.
    """

    block: Block
    looks: Looks = Looks()
    caption: bool = False
    described: bool = False
    cells: tuple[str, ...] = ()
    label: bool = False
