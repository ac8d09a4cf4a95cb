"""Where a text speaks of a project: one of its names, whole, in the genitive or not, and not inside a longer name."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from corpus.projects import name_of

#: The head of what is called after its kind takes other endings: "skogsprogrammet", "ett skogsprogram".
_HEAD = re.compile(
    r"(?P<stem>\w*(?:strategi|program|agenda|plan|projekt|analys|satsning))(?:n|en|et|met|er)?", re.IGNORECASE
)
_OWNED = re.compile(r"(?P<stem>regional|nationell|kommunal)(?:a|t)?", re.IGNORECASE)
_GAPS = re.compile(r"[\s\-‐‑–—]+")
#: What counts a name on makes it another's: "Kompetensbryggan 2", "etapp II"; a greater number is a quantity.
_NEXT = r"(?!\s(?:\d{1,2}(?:\.\d)?|[IVX]{1,4})(?![\w%]|\s\d))"
_REMEMBERED = 50_000


class Finder:
    """Finds the names of one project in texts.

    Args:
        names: its name and aliases.
        others: names of other projects; where one of these that is longer stands, this project is not named.
    """

    def __init__(self, names: Iterable[str], others: Iterable[str] = ()) -> None:
        self.names = tuple(name for name in dict.fromkeys(names) if not name_of(name).is_bare)
        self._ways = [(_opening(name), mention(name)) for name in self.names]
        own = {name.casefold() for name in self.names}
        self._rivals = [
            mention(other)
            for other in dict.fromkeys(others)
            if other.casefold() not in own
            and any(len(name) < len(other) and way.search(other) for name, way in self._pairs())
        ]

    @property
    def beginnings(self) -> tuple[str, ...]:
        """Letters of which any text that names the project has some, as they may be written there."""
        found = [_opening(name) for name in self.names]
        return tuple(dict.fromkeys(form for word in found for form in (word, word.capitalize(), word.upper())))

    def find(self, text: str) -> list[tuple[int, int]]:
        """Where the names stand, in order; a name within another of the project's is not told apart."""
        lowered = text.lower()
        spans = [found.span() for opening, way in self._ways if opening in lowered for found in way.finditer(text)]
        if not spans:
            return []
        taken = [rival.span() for way in self._rivals for rival in way.finditer(text)]
        return _merged(span for span in spans if not any(a <= span[0] and span[1] <= b for a, b in taken))

    def _pairs(self) -> Iterator[tuple[str, re.Pattern[str]]]:
        return ((name, way) for name, (_, way) in zip(self.names, self._ways, strict=True))


@lru_cache(maxsize=_REMEMBERED)
def mention(name: str) -> re.Pattern[str]:
    """What finds a name in running text: its first letter as it is written, an abbreviation exactly.

    What is called after its kind is found in small letters and other endings too ("regionala skogsprogrammet").
    """
    words = [word for word in _GAPS.split(name.strip()) if word]
    plan = any(_HEAD.fullmatch(word) for word in words)
    inflected = [_forms(word) if plan else re.escape(word) for word in words]
    body = r"[\s\-‐‑–—]+".join(inflected)
    if plan:
        body = f"(?i:{body})"
    elif not name.isupper() and len(words) > 1:
        body = re.escape(words[0][0]) + "(?i:" + body[len(re.escape(words[0][0])) :] + ")"
    return re.compile(rf"(?<![\w-]){body}s?(?!\w)(?!-[A-ZÅÄÖ\d]){_NEXT}")


def _forms(word: str) -> str:
    """A word of a plan's name with the endings that it may take instead of its own."""
    for way, endings in ((_HEAD, "(?:n|en|et|met|er)?"), (_OWNED, "(?:a|t)?")):
        found = way.fullmatch(word)
        if found:
            return re.escape(found["stem"]) + endings
    return re.escape(word)


def _opening(name: str) -> str:
    """Letters that any text must have that names it, small: the beginning of its first word."""
    first = next(word for word in _GAPS.split(name.strip()) if word)
    stem = _HEAD.fullmatch(first) or _OWNED.fullmatch(first)
    return (stem["stem"] if stem else first).lower()


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
