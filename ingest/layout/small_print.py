"""What stands around a picture and belongs to it: its caption, its sources and remarks, rows of labels."""

import re
from collections.abc import Sequence

from ingest.layout.content import Rectangle
from ingest.layout.lines import Line, is_raised
from ingest.layout.measures import Measures

#: Small print this near a picture, in line pitches, belongs to it.
ATTACHED = 2.6
#: What is named as a caption may stand farther away.
NAMED = 3.6
LONGEST_SUBTITLE = 120
LONGEST_LABEL = 20
#: Most lines of a caption below a picture, and most lines of a caption above it.
LONGEST_CAPTION = 6
CAPTION_ABOVE = 4
#: Small print is set smaller than this share of the body.
SMALLER = 0.92
CAPTION = re.compile(
    r"^(?:diagram|figur|fig\.|bild|karta|graf|illustration|foto)\b[\s:.]*(?:[A-Z]?\d|:|\w)", re.IGNORECASE
)
TABLE_NAME = re.compile(r"^tabell?\b[\s.:]", re.IGNORECASE)
SOURCE = re.compile(r"^(?:anm\.|anmärkning|källa|källor|not\.|notera|foto)\s*[:.]?\s", re.IGNORECASE)


def small_print(area: Rectangle, lines: Sequence[Line], measures: Measures) -> list[Line]:
    """Captions and small print directly above and below a picture.

    Args:
        area: the picture, its labels included.
        lines: lines that stand in no picture and no table.
        measures: what is normal in the document.
    """
    above = _caption_above(area, lines, measures) or _around(area, lines, measures, downwards=False)
    return above + _around(area, [line for line in lines if line not in above], measures, downwards=True)


def _caption_above(area: Rectangle, lines: Sequence[Line], measures: Measures) -> list[Line]:
    """The caption above a picture and the short lines between the two, if nothing else stands there."""
    found: list[Line] = []
    edge = area.top
    for line in sorted(lines, key=lambda line: -line.bottom):
        if line.bottom > area.top + 3 or not _is_over(line, area):
            continue
        reach = NAMED * max(measures.pitch(line.size), line.size)
        if edge - line.bottom > reach or len(found) == CAPTION_ABOVE or len(line.text) > LONGEST_SUBTITLE:
            return []
        found.append(line)
        edge = min(edge, line.top)
        if CAPTION.match(line.text):
            return found
    return []


def _is_over(line: Line, area: Rectangle) -> bool:
    """Whether most of a line stands above or below a picture rather than beside it."""
    return min(line.x1, area.x1 + 20) - max(line.x0, area.x0 - 20) >= 0.6 * line.box.width


def _around(area: Rectangle, lines: Sequence[Line], measures: Measures, *, downwards: bool) -> list[Line]:
    """Small print on one side of a picture, line by line away from it."""
    found: list[Line] = []
    edge = area.bottom if downwards else area.top
    ordered = sorted(lines, key=lambda line: line.top if downwards else -line.bottom)
    # Below its small print, or below the labels of a picture named above, the next picture's caption stands.
    ended = any(
        CAPTION.match(o.text) and o.bottom <= area.top + 3 and area.meets(o.box, ATTACHED * measures.pitch(o.size))
        for o in lines
    )
    for line in ordered:
        gap = line.top - edge if downwards else edge - line.bottom
        if found and line not in found and is_beside(found[-1], line) and may_attach(line, area):
            found.append(line)
            continue
        rest = downwards and _is_rest(found, line)
        if gap < -3 or line in found or not (rest or _is_over(line, area)):
            continue
        named = CAPTION.match(line.text) is not None
        pitch = max(measures.pitch(line.size), line.size)
        if gap > (NAMED if named else ATTACHED) * pitch or _is_note(line):
            break
        small = line.size < SMALLER * measures.body_size
        belongs = named or rest or SOURCE.match(line.text) or (small and may_attach(line, area))
        if not belongs or (downwards and ended and named and found):
            break
        found.append(line)
        ended = ended or SOURCE.match(line.text) is not None or (small and len(line.text) > LONGEST_LABEL)
        edge = line.bottom if downwards else line.top
    return found


def is_beside(last: Line, line: Line) -> bool:
    """Whether a line is another label of a row of them."""
    return abs(line.size - last.size) < 0.5 and abs(line.baseline - last.baseline) < 1


def may_attach(line: Line, area: Rectangle) -> bool:
    """Whether a line reaches at most a little beyond a picture's sides."""
    return line.x0 > area.x0 - 25 and line.x1 < area.x1 + 60


def _is_rest(found: Sequence[Line], line: Line) -> bool:
    """Whether a line is the next one of a caption or source below a picture."""
    last = found[-1] if found else None
    if last is None or not any(CAPTION.match(o.text) or SOURCE.match(o.text) for o in found[-LONGEST_CAPTION:]):
        return False
    near = 0 < line.baseline - last.baseline < 1.45 * line.size and abs(line.x0 - last.x0) < 60
    return near and last.style == line.style


def _is_note(line: Line) -> bool:
    """Whether a line begins with a raised mark, as a footnote does."""
    return is_raised(line.words[0], line) and line.words[0].text[:1].isdigit()


def caption_of(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The caption: the line that names the picture and the lines in its style that follow it."""
    ordered = sorted(lines, key=lambda line: (line.top, line.x0))
    for at, line in enumerate(ordered):
        if CAPTION.match(line.text):
            caption = [line]
            for following in ordered[at + 1 :]:
                near = following.baseline - caption[-1].baseline < 1.6 * following.size
                same = following.style.bold == line.style.bold and following.style.italic == line.style.italic
                if not (near and same and abs(following.size - line.size) < 0.6) or SOURCE.match(following.text):
                    break
                caption.append(following)
            return tuple(caption)
    return ()
