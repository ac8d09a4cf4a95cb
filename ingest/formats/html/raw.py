"""The text of an HTML file as it stands, against which quotes are verified."""

from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from ingest.formats.html.notes import Notes
from ingest.formats.html.numbers import item_labels
from ingest.formats.html.tree import BLOCKS


def raw_text(root: HtmlElement, notes: Notes) -> str:
    """All text in order: a line a block, cells parted by tabs, items numbered, marks of notes left out."""
    lines = "".join(_texts(root, notes)).replace("\u00ad", "").splitlines()
    return "\n".join(line.strip() for line in lines if line.strip())


def _texts(root: HtmlElement, notes: Notes) -> Iterator[str]:
    labels = item_labels(root)
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, node in walk:
        if node.tag in ("td", "th"):
            yield "\t"
        elif node.tag == "br" or node.tag in BLOCKS:
            yield "\n"
        if event == "end":
            yield " ".join((node.tail or "").split("\n"))
        elif node in notes.marks:
            walk.skip_subtree()
        else:
            yield labels.get(node, "")
            yield " ".join((node.text or "").split("\n"))
