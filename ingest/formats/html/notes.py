"""Footnotes in HTML: links with a mark for their text, and what they lead to."""

import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from ingest.document import Note
from ingest.formats.html.tree import text_of

_MARK = re.compile(r"[\[(]?(\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡]{1,3})[\])]?")
_NAMED = re.compile(r"footnote|endnote|noteref|fotnot|slutnot|\bfn\b|_(?:ft|ed)n", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Notes:
    """The marks within the text with their notes, and the elements that hold the notes' texts."""

    marks: dict[HtmlElement, Note]
    targets: frozenset[HtmlElement]


def find_notes(root: HtmlElement) -> Notes:
    """Footnotes: a raised or so named link whose text is a mark, leading to an element of this file that has text."""
    by_id = {
        element.get("id"): element for element in root.iter() if isinstance(element.tag, str) and element.get("id")
    }
    by_id |= {anchor.get("name"): anchor for anchor in root.iter("a") if anchor.get("name")}
    marks: dict[HtmlElement, Note] = {}
    targets: dict[HtmlElement, str] = {}
    for link in root.iter("a"):
        target = by_id.get((link.get("href") or "#")[1:]) if (link.get("href") or "").startswith("#") else None
        mark = _MARK.fullmatch(text_of(link))
        if target is None or mark is None or not _is_reference(link):
            continue
        holder = _holder(target)
        if holder is None or any(above in targets for above in link.iterancestors()) or link in holder.iter("a"):
            continue
        text = _note_text(holder, mark[1])
        if text:
            raised = link.getparent() if link.getparent() is not None and link.getparent().tag == "sup" else link
            marks[raised] = Note(mark[1], text)
            targets[holder] = mark[1]
    return Notes(marks, frozenset(targets))


def _is_reference(link: HtmlElement) -> bool:
    """Whether a link is raised, or named a reference to a note."""
    parent = link.getparent()
    near = (link, parent) if parent is not None else (link,)
    names = " ".join(e.get(name) or "" for e in near for name in ("class", "role", "id", "name", "href"))
    return any(e.tag == "sup" for e in near) or link.find("sup") is not None or _NAMED.search(names) is not None


def _holder(target: HtmlElement) -> HtmlElement | None:
    """The element that holds a note's whole text: the target, or the block around a bare anchor."""
    while target is not None and target.tag in ("a", "sup", "span", "b", "i", "em", "strong", "small"):
        target = target.getparent()
    return target if target is not None and target.tag not in ("html", "body", "main", "article") else None


def _note_text(holder: HtmlElement, mark: str) -> str:
    """A note's text without its mark and without the links that lead back."""
    back = frozenset(link for link in holder.iter("a") if (link.get("href") or "").startswith("#"))
    text = text_of(holder, without=back)
    return re.sub(rf"^[\[(]?{re.escape(mark)}[\])]?[.:]?\s+", "", text).strip(" ↩︎")
