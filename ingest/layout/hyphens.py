"""Hyphens at line ends: soft ones are mended, hard ones kept, suspended ones keep their space.

Which is which is told by the document's own vocabulary, by the form of the two parts, and by the conjunctions that
follow a suspended hyphen ("små- och medelstora").
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

HYPHENS = "-\u2010\u2011"
SOFT = "\u00ad"
WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W_]+)*", re.UNICODE)
LAST_PART = re.compile(r"([\w\u2010\u2011-]*?)(\w+)$")
FIRST_PART = re.compile(r"(\w+)([\u2010\u2011-]\w+)*")
SUSPENDING = frozenset(("och", "eller", "samt", "respektive", "resp", "till", "som", "men", "än", "and", "or", "&"))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a document, case folded, with how often each stands within a line."""

    counts: Mapping[str, int] = field(default_factory=dict)

    def count(self, word: str) -> int:
        """How often the word stands in the document."""
        return self.counts.get(word.casefold(), 0)


def vocabulary_of(lines: Iterable[str]) -> Vocabulary:
    """The words of lines, those cut by a line's end left out."""
    counts: Counter[str] = Counter()
    for line in lines:
        text = line.rstrip()
        if text and text[-1] in HYPHENS + SOFT:
            text = text[: text.rfind(" ") + 1]
        for word in WORD.findall(text):
            folded = word.casefold().replace("\u2010", "-").replace("\u2011", "-")
            counts[folded] += 1
            if "-" in folded:
                for part in folded.split("-"):
                    counts[part] += 0
    return Vocabulary(counts)


def ends_with_hyphen(text: str) -> bool:
    """Whether a line's text ends with a hyphen that stands at a word's end."""
    return len(text) > 1 and text[-1] in HYPHENS + SOFT and text[-2].isalnum()


def join(before: str, after: str, vocabulary: Vocabulary, *, soft: bool = False) -> tuple[str, str]:
    """How two lines are put together.

    Args:
        before: text of the first line.
        after: text of the second line.
        vocabulary: words of the document.
        soft: whether the file says that the hyphen at the first line's end is a soft one.

    Returns:
        What the first line becomes, and what goes between it and the second: "" or a space.
    """
    if not before or not after:
        return before, ""
    if before.endswith(SOFT):
        return before[:-1], ""
    if not ends_with_hyphen(before):
        slash = before[-1] in "/" and len(before) > 1 and before[-2].isalnum() and after[0].isalnum()
        return before, "" if slash else " "
    following = after.split(maxsplit=1)[0].strip(".,;:()")
    if following.casefold() in SUSPENDING and not soft:
        return before, " "
    if not after[0].isalnum():
        return before, "" if after[0] in HYPHENS + "–" else " "
    if soft or _is_soft(before[:-1], after, vocabulary):
        return before[:-1], ""
    return before, ""


def _is_soft(before: str, after: str, vocabulary: Vocabulary) -> bool:
    """Whether the hyphen between two parts only marks the line's end."""
    left_match, right_match = LAST_PART.search(before), FIRST_PART.match(after)
    if left_match is None or right_match is None:
        return False
    prefix, left = left_match[1], left_match[2]
    right = right_match[0]
    first = right[0]
    if first.isupper() or first.isdigit() or left[-1].isdigit():
        return False
    if len(left) > 1 and left.isupper():
        return False
    whole = (prefix + left + right).casefold().strip("-")
    kept = (prefix + left + "-" + right).casefold().strip("-")
    together, apart = vocabulary.count(whole), vocabulary.count(kept)
    if together != apart:
        return together > apart
    if together == 0 and (tail := _count_stem(vocabulary, left, right)) is not None:
        return tail
    return len(left) > 1 or not left.isupper()


def _count_stem(vocabulary: Vocabulary, left: str, right: str) -> bool | None:
    """Whether other forms of the compound stand in the document with or without hyphen; None where none does."""
    stem = right.casefold()[: max(4, len(right) - 3)]
    if len(stem) < 4 or len(left) < 3:
        return None
    together = left.casefold() + stem
    apart = left.casefold() + "-" + stem
    plain = sum(count for word, count in vocabulary.counts.items() if word.startswith(together))
    hyphened = sum(count for word, count in vocabulary.counts.items() if word.startswith(apart))
    return None if plain == hyphened else plain > hyphened
