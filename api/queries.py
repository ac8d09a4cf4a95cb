"""Questions in a file, one JSON object a line."""

import json
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import UsageError


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and the id that its asker gave it."""

    id: str | int | None
    text: str


def read_questions(path: Path) -> list[Question]:
    """The questions in a JSON Lines file with `id` and `query`; other keys are ignored.

    Raises:
        UsageError: the file cannot be read, or a line is not of that form.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        raise UsageError(f"Frågefilen {path} går inte att läsa. Den ska vara en läsbar fil i UTF-8.") from None
    return [_question(line, f"{path.name}, rad {number}") for number, line in enumerate(lines, 1) if line.strip()]


def _question(line: str, where: str) -> Question:
    try:
        row = json.loads(line)
        given, text = row["id"], row["query"]
    except (ValueError, KeyError, TypeError, RecursionError):
        given = text = None
    if not isinstance(given, str | int) or not isinstance(text, str):
        raise UsageError(f"{where}: raden är inte ett JSON-objekt med id och query.")
    return Question(given, text)
