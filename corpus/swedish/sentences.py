"""Where sentences begin and end in Swedish reports.

A text's paragraphs are parted by blank lines and its lines are rejoined already, so a line break that is left means
something: a list item, a heading, a table's row.
"""

import re
from collections.abc import Iterator

from corpus.swedish import abbreviations

_BULLET = r"(?:[•●▪■◦○‣∙·➢►▶✓*–—-]|(?:\d{1,2}|[a-zåäö]|[ivx]{1,4})[.)])[ \t\u00a0]"
_CLOSERS = '"”’»)\\]'
#: Before a footnote's digits: a stop after a word or a year, or what closes a quotation; no section's number ("5.2.1").
_NOTED = rf"(?:(?<=[^\d.][.!?])|(?<=\d{{4}}\.)|(?<=[.!?][{_CLOSERS}]))"
#: A place where a sentence might end: a line break, or several; a stop with what closes after it, or with a footnote's
#: digits stuck to it.
_CANDIDATE = re.compile(
    r"(?P<line>\n\s*)"
    rf"|(?<![.!?…])(?P<stop>[.!?…]+)[{_CLOSERS}]{{0,4}}(?:{_NOTED}\d{{1,2}}(?=\s))?(?P<space>\s+)"
)
_BULLET_AT = re.compile(_BULLET)
_LAST_WORD = re.compile(r"[^\s(\[\"”“»«/–—]+$")
_ITEM_NUMBER = re.compile(r"(?:^|\n)[ \t]*(?:\d{1,2}|[a-zåäö]|[ivx]{1,4})$")
_OPENERS = re.compile(r"[\"”“’»«(\[–—-]{0,3} ?")
#: What a caption or a paragraph begins with: its title follows.
_LABEL = re.compile(
    r"\s*(?:(?:Avsnitt|Bilaga|Bild|Diagram|Figur|Kapitel|Karta|Tabell)[ \u00a0]|§[ \u00a0]?)"
    r"[A-ZÅÄÖ]?\d+(?:[:.]\d+)*[a-z]?$"
)
#: A sentence may begin with a name's small letter.
_SMALL_NAME = re.compile(r"(?:af|von|van) [A-ZÅÄÖ]")
#: What a letter that is no initial stands after: "bilaga B".
_LETTERED = re.compile(r"(?:alternativ|bilaga|grupp|kategori|klass|nivå|typ) [A-ZÅÄÖ]$")
#: "A.", "B.-O.": a name's initials.
_INITIALS = re.compile(r"[A-ZÅÄÖ](?:\.?[-–]?[A-ZÅÄÖ])?")
_SAINTS = frozenset({"St", "S:t", "S:ta"})
#: How far back a word before a stop is looked for, and a line's beginning: bounds that keep any text fast.
_LONGEST_ABBREVIATION = 40
_REACH = 200
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
        if match["line"] is not None:
            ends = match["line"].count("\n") > 1 or _line_ends(text, previous, match.start(), after)
        else:
            ends = _stop_ends(text, previous, match)
        if ends:
            previous = after
            yield after


def _line_ends(text: str, previous: int, end: int, after: int) -> bool:
    """Whether a line break at `end`, the next line beginning at `after`, ends a sentence."""
    if _BULLET_AT.match(text, after):
        return True
    begin = max(previous, end - _REACH, text.rfind("\n", max(previous, end - _REACH), end) + 1)
    line = text[begin:end].rstrip()
    if not line or line[-1] in ".!?:;…":
        return True
    if text[after].islower():
        return False
    if "\t" in line or "\t" in text[after : after + _REACH].partition("\n")[0]:
        return True
    return len(line) <= _HEADING_LENGTH and line[-1] not in ",-–"


def _stop_ends(text: str, previous: int, match: re.Match[str]) -> bool:
    """Whether a stop followed by white space ends a sentence."""
    after = match.end()
    newlines = match["space"].count("\n")
    if newlines > 1 or (newlines and _BULLET_AT.match(text, after)):
        return True
    first = _first_letter(text, after)
    if first.islower() and not _SMALL_NAME.match(text, after):
        return False
    if match["stop"] != ".":
        return True
    start = max(previous, match.start() - _LONGEST_ABBREVIATION)
    before = _LAST_WORD.search(text, start, match.start())
    return before is None or _word_ends(text[previous : match.start()][-_REACH:], before[0], first)


def _word_ends(sentence: str, word: str, first: str) -> bool:
    """Whether a single stop after `word`, which ends `sentence`, before a word that starts with `first`, ends it."""
    lowered = word.lower()
    if word.isupper() and len(word) > 1:
        return not _INITIALS.fullmatch(word) or "." not in word
    if lowered in abbreviations.LEADING or word in _SAINTS or _LABEL.match(sentence):
        return False
    if first.isdigit() and lowered in abbreviations.NUMBERED:
        return False
    if lowered in abbreviations.CLOSING:
        return not (first.isdigit() and lowered in abbreviations.DATED)
    if _INITIALS.fullmatch(word):
        return bool(_LETTERED.search(sentence))
    if word.isdigit():
        return not _ITEM_NUMBER.search(sentence) and (len(word) > 2 or not first.isdigit())
    return not _ITEM_NUMBER.search(sentence)


def _first_letter(text: str, at: int) -> str:
    """The first character of the next word, past what opens a quotation or a parenthesis."""
    match = _OPENERS.match(text, at)
    at = match.end() if match else at
    return text[at] if at < len(text) else ""
