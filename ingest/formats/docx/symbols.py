"""Signs of symbol fonts, which Word writes as letters or private codes, as the characters that people know."""


def _table(signs: str) -> dict[int, str]:
    return {int(sign[:2], 16): sign[2:] for sign in signs.split()}


#: What the fonts' codes look like. Codes are bytes, which Word may write as letters or from U+F000 on.
FONTS = {
    "wingdings": _table(
        "4A☺ 4B😐 4C☹ 6C● 6D○ 6E■ 6F□ 70□ 71□ 72□ 73◆ 74◆ 75◆ 76❖ 77◆ 78☒ 9E· 9F• A1○ A7▪ A8□ AB★ D8➢ DF← "
        "E0→ E1↑ E2↓ E3↖ E4↗ E5↙ E6↘ E7← E8→ E9↑ EA↓ EB↖ EC↗ ED↙ EE↘ F0→ FB✗ FC✓ FD☒ FE☑"
    ),
    "wingdings 2": _table("4F✗ 50✓ 51☒ 52☑ 54☒ 97● 98● A2■ A3□"),
    "wingdings 3": _table("21← 22→ 23↑ 24↓ 25↖ 26↗ 27↙ 28↘ 70▲ 71▼ 72△ 73▽ 74◀ 75▶ 76◁ 77▷ 7D▶"),
    "webdings": _table("33◀ 34▶ 35▲ 36▼ 61✓ 63□ 67■ 6E● 72✗"),
    "symbol": _table(
        "2D− 44Δ 53Σ 61α 62β 6Dμ 70π A3≤ A5∞ A8♦ AC← AD↑ AE→ AF↓ B0° B1± B3≥ B4× B7• B8÷ B9≠ BB≈ D6√ D7· DE⇒"
    ),
}
#: Fonts all of whose letters are signs; in Symbol, most letters that a run holds were meant as letters.
_ONLY_SIGNS = frozenset(FONTS) - {"symbol"}
_PRIVATE = range(0xF000, 0xF100)


def sign(code: int, font: str) -> str:
    """The character for a code in a font; a private code that is not known is a bullet."""
    table = FONTS.get(font.casefold(), {})
    if code in _PRIVATE:
        byte = code & 0xFF
        return table.get(byte) or FONTS["wingdings"].get(byte) or FONTS["symbol"].get(byte) or "▪"
    return table.get(code) or (chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else "")


def plain(text: str, font: str) -> str:
    """A run's text, its letters read as signs where the font holds nothing else."""
    if font.casefold() in _ONLY_SIGNS:
        return "".join(sign(ord(letter), font) for letter in text)
    if any(ord(letter) in _PRIVATE for letter in text):
        return "".join(sign(ord(letter), font) if ord(letter) in _PRIVATE else letter for letter in text)
    return text
