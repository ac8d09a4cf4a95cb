"""The Swedish word list of the package hunspell-sv: which words there are, what they are forms of, what they join with.

Its two files are read where the package put them. An entry's flags name suffix rules (`SFX` in `sv_SE.aff`), which are
applied backwards here; a rule whose result carries flags of its own makes a form that only stands first in compounds.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from corpus.errors import ModelError

_FOLDER = Path("share/hunspell")
_RULE = re.compile(r"^SFX[ \t]+(\S)[ \t]+(\S+)[ \t]+([^\s/]+)(?:/(\S+))?[ \t]+([^\s]+)[ \t]*$", re.MULTILINE)
#: Flags of the word list: may begin, stand inside, end a compound; stands in compounds only; is no word.
BEGINS, INSIDE, ENDS, ONLY_INSIDE = "X", "U", "Y", "Z"
_JOINING = frozenset(BEGINS + INSIDE)
_LONGEST_SUFFIX = 8


@dataclass(frozen=True, slots=True)
class Rule:
    """Entries with `flag` that match `condition` lose `strip` and gain the suffix the rule is filed under."""

    flag: str
    strip: str
    condition: re.Pattern[str]
    joins: bool


class Lexicon:
    """The word list; made by `lexicon`."""

    def __init__(self, entries: dict[str, str], rules: dict[str, tuple[Rule, ...]]) -> None:
        self._entries = entries
        self._rules = rules

    def __contains__(self, word: str) -> bool:
        return ONLY_INSIDE not in self._entries.get(word, ONLY_INSIDE)

    def flags(self, word: str) -> str:
        """The flags of an entry; none where it is no entry."""
        return self._entries.get(word, "")

    def bases(self, form: str) -> list[str]:
        """Words that `form` may be an inflection of (itself among them where it is a word), each once."""
        found = [form] if form in self else []
        found += [base for base, rule in self._derivations(form) if not rule.joins and base in self]
        return list(dict.fromkeys(found))

    def openers(self, form: str) -> list[str]:
        """Entries whose form at the beginning of a compound is `form` ("utvecklings"), each once.

        `form` itself is among them where the list has it as such ("arbets", "gatu-").
        """
        found = [form] if _JOINING & set(self.flags(form)) or f"{form}-" in self._entries else []
        found += [base for base, rule in self._derivations(form) if rule.joins]
        return list(dict.fromkeys(found))

    def _derivations(self, form: str) -> Iterator[tuple[str, Rule]]:
        for length in range(min(len(form), _LONGEST_SUFFIX) + 1):
            stem = form[: len(form) - length]
            for rule in self._rules.get(form[len(form) - length :], ()):
                base = stem + rule.strip
                flags = self._entries.get(base)
                if flags and rule.flag in flags and rule.condition.search(base):
                    yield base, rule


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The installed word list, read once.

    Raises:
        ModelError: hunspell-sv is not installed.
    """
    folder = Path(sys.prefix) / _FOLDER
    try:
        words = (folder / "sv_SE.dic").read_text(encoding="utf-8")
        affixes = (folder / "sv_SE.aff").read_text(encoding="utf-8")
    except OSError as error:
        raise ModelError("Den svenska ordlistan saknas. Installera paketet hunspell-sv på nytt.") from error
    return Lexicon(_entries(words), _rules(affixes))


def _entries(words: str) -> dict[str, str]:
    """Words with their flags, those of one spelling put together."""
    entries: dict[str, str] = {}
    for line in words.split("\n")[1:]:
        word, _, flags = line.partition("/")
        entries[word] = entries[word] + flags if word in entries else flags
    return entries


def _rules(affixes: str) -> dict[str, tuple[Rule, ...]]:
    """Suffix → the rules that add it."""
    rules: dict[str, list[Rule]] = {}
    for flag, strip, suffix, continuation, condition in _RULE.findall(affixes):
        rule = Rule(flag, "" if strip == "0" else strip, _condition(condition), bool(_JOINING & set(continuation)))
        rules.setdefault("" if suffix == "0" else suffix, []).append(rule)
    return {suffix: tuple(found) for suffix, found in rules.items()}


@lru_cache(maxsize=512)
def _condition(condition: str) -> re.Pattern[str]:
    return re.compile(condition + "$")
