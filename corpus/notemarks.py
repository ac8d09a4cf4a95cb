"""Note marks in a page's own text, where they stand in the middle of the sentences that refer to the notes."""

import re
from collections.abc import Collection

#: The longest mark: no report has a thousand notes.
LONGEST = 3
_AFTER_WORD = '(?:(?<=[^\\W\\d_])|(?<=[^\\d\\s][.,;:!?)”"»]))'
_BEFORE_REST = '(?=[\\s.,;:!?)”"»]|$)'


def without_marks(text: str, marks: Collection[str]) -> str:
    """The text without those of the marks that are attached to a word, or stand on a line of their own.

    A number is a mark only where it follows a letter, or a punctuation mark that follows one: "7,5" keeps its 5, and
    "år 5" too.

    Args:
        text: a page's text.
        marks: of the notes of that page or report ("1", "*"); those with letters are left alone.
    """
    told = sorted({mark for mark in marks if 0 < len(mark) <= LONGEST and not any(map(str.isalpha, mark))})
    if not told:
        return text
    either = "|".join(re.escape(mark) for mark in sorted(told, key=len, reverse=True))
    attached = f"{_AFTER_WORD}(?:{either}){_BEFORE_REST}"
    alone = f"\\s*\n[^\\S\n]*(?:{either})[^\\S\n]*\n\\s*"
    bare = re.sub(f"{alone}(?=[.,;:!?)])|{attached}", "", text)
    return re.sub(alone, "\n", bare)
