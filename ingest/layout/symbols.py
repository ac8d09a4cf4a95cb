"""Characters of symbol fonts and ligatures as the characters that people know."""

LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
#: Private-use codes under which Word and InDesign write Symbol and Wingdings, as their nearest Unicode characters.
PRIVATE_USE = {
    0xF02D: "–",
    0xF0B7: "•",
    0xF06C: "●",
    0xF06E: "■",
    0xF06F: "□",
    0xF070: "■",
    0xF071: "□",
    0xF072: "□",
    0xF075: "◆",
    0xF076: "❖",
    0xF09F: "•",
    0xF0A1: "○",
    0xF0A7: "▪",
    0xF0A8: "□",
    0xF0B2: "◇",
    0xF0D8: "➢",
    0xF0E0: "→",
    0xF0E8: "→",
    0xF0E9: "↑",
    0xF0EA: "↓",
    0xF0FB: "✗",
    0xF0FC: "✓",
    0xF0FE: "☑",
}
#: Bytes of Wingdings that a file gives as plain letters.
WINGDINGS = {
    "l": "●",
    "n": "■",
    "o": "□",
    "q": "□",
    "u": "◆",
    "v": "❖",
    "w": "◆",
    "§": "▪",
    "¨": "□",
    "Ø": "➢",
    "à": "→",
    "è": "→",
    "ü": "✓",
    "û": "✗",
    "þ": "☑",
    "p": "▲",
}
BULLETS = frozenset("•●○◦▪■□▫◾◼‣⁃➢➤❖◆◇∙·►▶✓→–—-*o")
#: Bullets that are never the first character of a sentence.
PLAIN_BULLETS = frozenset("•●○◦▪■□▫◾◼‣⁃➢➤❖∙·►")
STATUS = frozenset("●○◐◑◯◆◇■□▲△▼▽▶►◀◄✓✔✗✘☑☐⬤→↑↓↗↘➔➚➘☺☹😊")


def plain_character(code: int, font: str) -> str:
    """A character as it should read.

    Args:
        code: Unicode code point as the file gives it.
        font: name of the font, for symbol fonts that write their signs as letters.

    Returns:
        One character as a rule, two or three for a ligature, none for a control character.
    """
    if code in LIGATURES:
        return LIGATURES[code]
    if 0xE000 <= code <= 0xF8FF:
        return PRIVATE_USE.get(code) or PRIVATE_USE.get(0xF000 | code & 0xFF) or "▪"
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code <= 0xDFFF or code in (0xFEFF, 0xFFFF, 0x2060):
        return ""
    character = chr(code) if code < 0x110000 else ""
    return WINGDINGS.get(character, character) if "ingdings" in font else character
