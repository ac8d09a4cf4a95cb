"""Which projects a text names."""

import re
from collections.abc import Iterable

from corpus.mentions import mention
from corpus.projects import name_of

#: Letters of its first word by which a name is looked up; they stay in whichever form it is written.
_LETTERS = 4
_WORD = re.compile(r"\w+")


class Mentioned:
    """Finds projects' names in texts.

    Args:
        names: as reports write them; those that only say what kind of thing it is are left out, and of names that are
            the same the first in order is kept.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._by_letters: dict[str, dict[str, str]] = {}
        kept: dict[object, str] = {}
        for name in sorted(names):
            first, compared = _WORD.search(name), name_of(name)
            if first and not compared.is_bare:
                one = kept.setdefault(compared, name)
                self._by_letters.setdefault(_letters(first[0]), {})[name] = one

    def names(self, text: str) -> frozenset[str]:
        """The projects that the text names, each by one of its names."""
        begun = {_letters(word) for word in _WORD.findall(text)}
        return frozenset(
            one
            for letters in begun & self._by_letters.keys()
            for name, one in self._by_letters[letters].items()
            if mention(name).search(text)
        )


def _letters(word: str) -> str:
    return word[:_LETTERS].lower()
