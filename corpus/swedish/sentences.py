"""Where sentences begin and end in Swedish reports.

A text's paragraphs are parted by blank lines and its lines are rejoined already, so a line break that is left means
something: a list item, a heading, a table's row.
"""

import re
from collections.abc import Iterator

from corpus.swedish import abbreviations

_BULLET = r"(?:[•●▪■◦○‣∙·➢►▶✓*–—-]|(?:\d{1,2}|[a-zåäö]|[ivx]{1,4})[.)])[ \t\u00a0]"
_CLOSERS = '"”’»)\\]'
#: A place where a sentence might end: a blank line; a line break; a stop with what closes after it, or with a
#: footnote's digits stuck to it.
_CANDIDATE = re.compile(
    rf"(?P<blank>[ \t\u00a0]*\n\s*\n\s*)"
    rf"|(?P<line>[ \t\u00a0]*\n\s*)"
    rf"|(?P<stop>[.!?…]+)(?:[{_CLOSERS}]|(?<=[^\d.][.!?])\d{{1,2}}(?=\s))*(?P<space>\s+)"
)
_BULLET_AT = re.compile(_BULLET)
_LAST_WORD = re.compile(r"[^\s(\[\"”“»«/–—]+$")
_ITEM_NUMBER = re.compile(r"(?:^|\n)[ \t]*(?:\d{1,2}|[a-zåäö]|[ivx]{1,4})$")
_OPENERS = '"”“’»«([–—- '
#: Look-back for the word before a stop: no abbreviation is longer.
_REACH = 40
#: A line shorter than this that is followed by a capital is taken for a heading, not for a wrapped line.
_HEADING_LENGTH = 70


def split(text: str) -> list[tuple[int, int]]:
    """Ranges `[start, end)` of the sentences in order; each without white space around it, together all the rest."""
    sentences: list[tuple[int, int]] = []
    start = 0
    for border in _borders(text):
        _keep(text, start, border, sentences)
        start = border
    _keep(text, start, len(text), sentences)
    return sentences


def _keep(text: str, start: int, end: int, sentences: list[tuple[int, int]]) -> None:
    part = text[start:end]
    left = len(part) - len(part.lstrip())
    stripped = part.strip()
    if stripped:
        sentences.append((start + left, start + left + len(stripped)))


def _borders(text: str) -> Iterator[int]:
    """Where a new sentence begins."""
    previous = 0
    for match in _CANDIDATE.finditer(text):
        after = match.end()
        if after >= len(text):
            return
        if match["blank"] is not None:
            ends = True
        elif match["line"] is not None:
            ends = _line_ends(text, previous, match.start(), after)
        else:
            ends = _stop_ends(text, previous, match)
        if ends:
            previous = after
            yield after


def _line_ends(text: str, previous: int, end: int, after: int) -> bool:
    """Whether a line break (the text before it ends at `end`) ends a sentence."""
    if _BULLET_AT.match(text, after):
        return True
    line = text[text.rfind("\n", previous, end) + 1 if "\n" in text[previous:end] else previous : end]
    if "\t" in line or _BULLET_AT.match(line.lstrip()):
        return not text[after].islower()
    if not line or line[-1] in ".!?:;…":
        return True
    return len(line) <= _HEADING_LENGTH and not text[after].islower() and line[-1] not in ",-–"


def _stop_ends(text: str, previous: int, match: re.Match[str]) -> bool:
    """Whether a stop followed by white space ends a sentence."""
    after = match.end()
    space = match["space"]
    if "\n" in space and ("\n" in space.replace("\n", "", 1) or _BULLET_AT.match(text, after)):
        return True
    first = _first_letter(text, after)
    if first.islower():
        return False
    if match["stop"] != ".":
        return True
    before = _LAST_WORD.search(text, max(previous, match.start() - _REACH), match.start())
    return before is None or _word_ends(text, previous, before[0], before.end(), first)


def _word_ends(text: str, previous: int, word: str, end: int, first: str) -> bool:
    """Whether a single stop after `word`, before a word that starts with `first`, ends a sentence."""
    lowered = word.lower()
    if lowered in abbreviations.LEADING:
        return False
    if lowered in abbreviations.CLOSING:
        return not first.isdigit()
    if len(word) == 1 and word.isalpha():
        return word.islower() and not _ITEM_NUMBER.search(text[previous:end])
    if word.isdigit():
        return not _ITEM_NUMBER.search(text[previous:end]) and (len(word) > 2 or not first.isdigit())
    return True


def _first_letter(text: str, at: int) -> str:
    """The first character of the next word, past what opens a quotation or a parenthesis."""
    while at < len(text) - 1 and text[at] in _OPENERS:
        at += 1
    return text[at]
