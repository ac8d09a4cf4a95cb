"""The Swedish word list of the package hunspell-sv: which words there are, what they are forms of, what they join with.

Its two files are read where the package put them. An entry's flags name suffix rules (`SFX` in `sv_SE.aff`), which are
applied backwards here; a rule whose result carries flags of its own makes a form that only stands first in compounds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

from corpus.errors import ModelError

_PACKAGE = "hunspell-sv"
_RULE = re.compile(r"^SFX[ \t]+(\S)[ \t]+(\S+)[ \t]+([^\s/]+)(?:/(\S+))?[ \t]+([^\s]+)[ \t]*$", re.MULTILINE)
#: Flags of the word list: may begin, stand inside, end a compound; stands in compounds only; is no word.
BEGINS, INSIDE, ENDS, ONLY_INSIDE = "X", "U", "Y", "Z"
_JOINING = frozenset(BEGINS + INSIDE)
_LONGEST_SUFFIX = 8
_NO_RULES: dict[str, tuple["Rule", ...]] = {}


@dataclass(frozen=True, slots=True)
class Rule:
    """Entries with `flag` that match `condition` lose and gain the letters that the rule is filed under."""

    flag: str
    condition: re.Pattern[str]
    joins: bool


#: Suffix gained → letters lost → rules.
Rules = dict[str, dict[str, tuple[Rule, ...]]]


class Lexicon:
    """The word list; made by `lexicon`."""

    def __init__(self, entries: dict[str, str], rules: Rules) -> None:
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
            for strip, rules in self._rules.get(form[len(form) - length :], _NO_RULES).items():
                base = stem + strip
                flags = self._entries.get(base, "")
                for rule in rules if flags else ():
                    if rule.flag in flags and rule.condition.search(base):
                        yield base, rule


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The installed word list, read once.

    Raises:
        ModelError: hunspell-sv is not installed.
    """
    try:
        words, affixes = (_installed(name).read_text(encoding="utf-8") for name in ("sv_SE.dic", "sv_SE.aff"))
    except (OSError, PackageNotFoundError) as error:
        raise ModelError("Den svenska ordlistan saknas. Installera paketet hunspell-sv på nytt.") from error
    return Lexicon(_entries(words), _rules(affixes))


def _installed(name: str) -> Path:
    """Where the package put one of its files, whatever kind of environment this is."""
    for file in files(_PACKAGE) or ():
        if file.name == name:
            return Path(str(file.locate()))
    raise PackageNotFoundError(_PACKAGE)


def _entries(words: str) -> dict[str, str]:
    """Words with their flags, those of one spelling put together."""
    entries: dict[str, str] = {}
    for line in words.split("\n")[1:]:
        word, _, flags = line.partition("/")
        entries[word] = entries[word] + flags if word in entries else flags
    return entries


def _rules(affixes: str) -> Rules:
    """The suffix rules of an affix file."""
    rules: dict[str, dict[str, list[Rule]]] = {}
    for flag, strip, suffix, continuation, condition in _RULE.findall(affixes):
        rule = Rule(flag, _condition(condition), bool(_JOINING & set(continuation)))
        lost = rules.setdefault("" if suffix == "0" else suffix, {})
        lost.setdefault("" if strip == "0" else strip, []).append(rule)
    return {suffix: {strip: tuple(found) for strip, found in lost.items()} for suffix, lost in rules.items()}


@lru_cache(maxsize=512)
def _condition(condition: str) -> re.Pattern[str]:
    return re.compile(condition + "$")
