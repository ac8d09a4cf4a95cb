"""What elements of HTML mean for a reader."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

#: Elements that hold no text of a report.
NEVER = (
    "script",
    "style",
    "template",
    "noscript",
    "nav",
    "button",
    "select",
    "datalist",
    "textarea",
    "input",
    "iframe",
    "object",
    "dialog",
    "canvas",
    "annotation",
    "annotation-xml",
    "del",
    "head",
)
#: A part of this role, or so named, is no text of a report either.
_ROLES_NEVER = frozenset(("navigation", "menu", "menubar", "search", "doc-toc", "dialog", "alertdialog", "tooltip"))
_NEVER_NAMED = re.compile(
    r"(?i)(?<![a-z])(?:cookies?|consent|gdpr|samtycke|breadcrumbs?|brodsmulor|skip-?(?:link|to|nav)|sr-only"
    r"|visually-?hidden|screen-?reader|share-?buttons|no-?print)(?![a-z])"
)
#: A part with more text than this is no banner, whatever its name.
MAX_BANNER = 3000
#: The part that a file says is its text is believed where it holds at least this share of all text.
MAIN_SHARE = 0.3
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
#: Classes under which programs write headings as paragraphs.
_HEADING_CLASS = re.compile(r"(?i)(?<![\w-])(?:mso)?(?:heading|rubrik)-?([1-6])(?![\w-])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
#: A block most of whose text is links is a menu.
MENU_SHARE = 0.7
MIN_MENU_LINKS = 3


def is_hidden(element: HtmlElement) -> bool:
    """Whether an element is not shown."""
    hidden = "hidden" in element.attrib and element.get("hidden") != "until-found"
    return hidden or _HIDDEN.search((element.get("style") or "").lower()) is not None


def is_furniture(element: HtmlElement) -> bool:
    """Whether an element belongs to the page and not to the text: by its role, its name, or as a form to fill in."""
    if (element.get("role") or "").lower() in _ROLES_NEVER:
        return True
    if element.tag == "form":
        # Some systems wrap whole pages in a form.
        return next(element.iter("p", "table", *HEADINGS), None) is None
    if element.tag in HEADINGS or next(element.iter("main", "article", "h1"), None) is not None:
        return False
    named = _NEVER_NAMED.search(f"{element.get('id') or ''} {element.get('class') or ''}")
    return named is not None and sum(map(len, islice(_texts(element, frozenset()), MAX_BANNER))) <= MAX_BANNER


def main_part(root: HtmlElement) -> HtmlElement:
    """The part that the file says is its text: its only main part, else its only article; the whole where none is."""
    everything = len(text_of(root))
    mains = [element for element in root.iter() if element.tag == "main" or element.get("role") == "main"]
    for parts in (mains, list(root.iter("article"))):
        if len(parts) == 1 and len(text_of(parts[0])) >= MAIN_SHARE * everything:
            return parts[0]
    return root


def is_menu(element: HtmlElement) -> bool:
    """Whether an element is a menu or a contents list, for nearly all its text is links.

    Within the file's main part, links to other files are text: sources, or further reading.
    """
    if element.tag not in ("ul", "ol", "aside", "header", "footer", "div", "section"):
        return False
    links = [link for link in element.iter("a") if link.get("href") and len(text_of(link)) > 3]
    if len(links) < MIN_MENU_LINKS or next(element.iter("table", "p", *HEADINGS), None) is not None:
        return False
    inside = next((above for above in element.iterancestors("main", "article")), None) is not None
    if inside and not all((link.get("href") or "").startswith("#") for link in links):
        return False
    linked = sum(len(text_of(link)) for link in links)
    return linked >= MENU_SHARE * max(1, len(text_of(element)))


def heading_level(element: HtmlElement) -> int | None:
    """The level of a heading element; None for what is none."""
    if element.tag in HEADINGS:
        return HEADINGS[element.tag]
    if element.tag in ("p", "div") and (named := _HEADING_CLASS.search(element.get("class") or "")):
        return int(named[1])
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
