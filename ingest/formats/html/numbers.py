"""Numbers of list items, which browsers make and files leave out."""

from lxml.html import HtmlElement


def item_numbers(root: HtmlElement) -> dict[HtmlElement, int]:
    """The number of each item of a numbered list in Arabic digits."""
    numbers: dict[HtmlElement, int] = {}
    for listing in root.iter("ol"):
        number = _integer(listing.get("start"), 1)
        for item in listing.iterchildren("li"):
            number = _integer(item.get("value"), number)
            numbers[item] = number
            number += 1
    return numbers


def _integer(text: str | None, default: int) -> int:
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else default
