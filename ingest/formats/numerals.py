"""Numbers of headings, items and notes in letters and Roman digits."""

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
#: No one numbers further in Roman digits, or in letters.
MAX_ROMAN = 5000
MAX_LETTERS = 1000


def roman(count: int) -> str:
    """A number in small Roman digits; empty where there are none for it."""
    if not 0 < count < MAX_ROMAN:
        return ""
    text = ""
    for worth, digits in _ROMAN:
        times, count = divmod(count, worth)
        text += digits * times
    return text


def letters(count: int) -> str:
    """A number in small letters: a to z, then aa to zz; empty where there are none for it."""
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1) if 0 < count < MAX_LETTERS else ""
