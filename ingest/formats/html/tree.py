"""What elements of HTML mean for a reader."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

#: Elements that hold no text of a report.
NEVER = (
    "script",
    "style",
    "template",
    "noscript",
    "nav",
    "form",
    "button",
    "select",
    "input",
    "iframe",
    "object",
    "head",
)
#: Elements that begin a block of their own.
BLOCKS = frozenset(
    {
        *(
            "html",
            "body",
            "main",
            "article",
            "section",
            "header",
            "footer",
            "aside",
            "div",
            "p",
            "ul",
            "ol",
            "li",
            "dl",
        ),
        *("dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "figure", "figcaption", "pre"),
        *("blockquote", "address", "details", "summary", "fieldset", "legend", "hr", "center", "hgroup", "label"),
        *("h1", "h2", "h3", "h4", "h5", "h6"),
    }
)
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
#: A block most of whose text is links is a menu.
MENU_SHARE = 0.7
MIN_MENU_LINKS = 3


def is_hidden(element: HtmlElement) -> bool:
    """Whether an element is not shown."""
    return "hidden" in element.attrib or _HIDDEN.search((element.get("style") or "").lower()) is not None


def is_menu(element: HtmlElement) -> bool:
    """Whether an element is a menu or a contents list: by its role, or because nearly all its text is links."""
    if (element.get("role") or "").lower() in ("navigation", "menu", "menubar", "search", "doc-toc"):
        return True
    if element.tag not in ("ul", "ol", "aside", "header", "footer", "div", "section"):
        return False
    links = [link for link in element.iter("a") if link.get("href") and len(text_of(link)) > 3]
    if len(links) < MIN_MENU_LINKS or next(element.iter("table", "p", *HEADINGS), None) is not None:
        return False
    linked = sum(len(text_of(link)) for link in links)
    return linked >= MENU_SHARE * max(1, len(text_of(element)))


def heading_level(element: HtmlElement) -> int | None:
    """The level of a heading element; None for what is none."""
    if element.tag in HEADINGS:
        return HEADINGS[element.tag]
    if (element.get("role") or "").lower() == "heading":
        level = element.get("aria-level") or "2"
        return int(level) if level.isascii() and level.isdigit() and 1 <= int(level) <= 9 else 2
    return None


def text_of(element: HtmlElement, without: frozenset[HtmlElement] = frozenset()) -> str:
    """An element's text on one line, without soft hyphens and without some of its elements."""
    return " ".join("".join(_texts(element, without)).replace("\u00ad", "").split())


def _texts(element: HtmlElement, without: frozenset[HtmlElement]) -> Iterator[str]:
    """Texts in order, with spaces where a block or line breaks."""
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        breaks = node.tag == "br" or node.tag in BLOCKS
        if breaks:
            yield " "
        if event == "start":
            if node in without:
                walk.skip_subtree()
            else:
                yield node.text or ""
        elif node is not element:
            yield node.tail or ""
