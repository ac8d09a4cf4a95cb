"""Words and lines for layout tests, set like a typist would."""

from ingest.layout.content import PageContent, Rectangle, Style, Word
from ingest.layout.lines import Line, lines_of

BODY = Style("Serif", 10.0, bold=False, italic=False, color=0)
BOLD = Style("Serif-Bold", 10.0, bold=True, italic=False, color=0)
LARGE = Style("Serif-Bold", 16.0, bold=True, italic=False, color=0)
SMALL = Style("Serif", 8.0, bold=False, italic=False, color=0)
#: Width of a character in font sizes.
ADVANCE = 0.5


def typed(text: str, x: float, baseline: float, style: Style = BODY) -> list[Word]:
    """A line of words from `x` on, each character half a font size wide."""
    words = []
    for part in text.split(" "):
        width = len(part) * ADVANCE * style.size
        if part:
            top, bottom = baseline - 0.78 * style.size, baseline + 0.22 * style.size
            words.append(Word(part, x, top, x + width, bottom, baseline, style, spaced=True))
        x += width + ADVANCE * style.size
    return words


def sheet(*rows: list[Word], number: int = 1, rulings: tuple[Rectangle, ...] = ()) -> PageContent:
    """A page of A4 with these words on it."""
    words = tuple(word for row in rows for word in row)
    return PageContent(number, 595.0, 842.0, words, rulings, characters=sum(len(w.text) for w in words))


def typed_lines(*rows: list[Word], number: int = 1) -> list[Line]:
    """The lines that words make."""
    return lines_of(number, [word for row in rows for word in row])


def grid_lines(xs: list[float], ys: list[float]) -> tuple[Rectangle, ...]:
    """The rulings of a table with these column and row borders."""
    across = [Rectangle(xs[0], y - 0.25, xs[-1], y + 0.25) for y in ys]
    down = [Rectangle(x - 0.25, ys[0], x + 0.25, ys[-1]) for x in xs]
    return tuple(across + down)
