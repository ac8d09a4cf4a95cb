"""Numbers of list items, which browsers make and files leave out."""

from collections.abc import Callable

from lxml.html import HtmlElement

from ingest.formats.numerals import letters, roman

_FORMS: dict[str, Callable[[int], str]] = {
    "a": letters,
    "A": lambda count: letters(count).upper(),
    "i": roman,
    "I": lambda count: roman(count).upper(),
}


def item_labels(root: HtmlElement) -> dict[HtmlElement, str]:
    """The number of each item of a numbered list as it is shown, with the space after it."""
    labels: dict[HtmlElement, str] = {}
    for listing in root.iter("ol"):
        items = list(listing.iterchildren("li"))
        back = "reversed" in listing.attrib
        form = _FORMS.get(listing.get("type") or "1", str)
        number = _integer(listing.get("start"), len(items) if back else 1)
        for item in items:
            number = _integer(item.get("value"), number)
            labels[item] = f"{form(number) or number}. "
            number += -1 if back else 1
    return labels


def _integer(text: str | None, default: int) -> int:
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else default
