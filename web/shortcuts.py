"""The keyboard shortcuts: one table, from which the pages' script works and which "?" and the help page show."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A key and what it does: goes to the first element that is there of those named, in their order.

    A field gets the cursor; a link or button is followed.
    """

    key: str
    said: str
    targets: tuple[str, ...]


#: Single keys, which WCAG 2.1 (2.1.4) lets people switch off; none works while one writes in a field.
SHORTCUTS = (
    Shortcut("?", "Visa kortkommandon", ("[data-shortcuts]",)),
    Shortcut("h", "Till hjälpen", ("a[data-help]",)),
    Shortcut("/", "Till sökfältet", ("main input[type=search]", ".brand")),
    Shortcut("n", "Nästa avsnitt, eller nästa sida i listan", ("main a[rel=next]",)),
    Shortcut("m", "Nästa omnämnande av det du söker i en rapport", ("[data-mention=following]",)),
    Shortcut("M", "Föregående omnämnande", ("[data-mention=previous]",)),
    Shortcut("p", "Föregående avsnitt, eller föregående sida i listan", ("main a[rel=prev]",)),
)
