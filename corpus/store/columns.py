"""How the domain's values stand in columns: text stays text, tuples are JSON, places are packed bytes."""

import json
import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from corpus.model import Period, Problem, Source
from corpus.store import packing

#: What no database stores as text: half of a surrogate pair, and (in PostgreSQL) the character zero. Each is replaced
#: by one character, so that positions in the text stay true.
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
REPLACEMENT = "\ufffd"


class Encoded(TypeDecorator[Any]):
    """A value that stands in its column as text, or as bytes where `binary`; None stays NULL.

    Args:
        encode: makes the text or bytes of a value.
        decode: makes the value again.
        binary: whether `encode` gives bytes.
    """

    impl = sa.Text
    cache_ok = True

    def __init__(self, encode: Callable[[Any], Any], decode: Callable[[Any], Any], binary: bool = False) -> None:
        self.encode, self.decode, self.binary = encode, decode, binary
        super().__init__()

    def load_dialect_impl(self, dialect: Dialect) -> sa.types.TypeEngine[Any]:
        """The column's own type in the database at hand."""
        return dialect.type_descriptor(sa.LargeBinary() if self.binary else sa.Text())

    def process_bind_param(self, value: object, dialect: Dialect) -> object:
        """Encode the value on its way in."""
        return None if value is None else self.encode(value)

    def process_result_value(self, value: object, dialect: Dialect) -> object:
        """Decode it on its way out."""
        return None if value is None else self.decode(value)


class Prose(TypeDecorator[str]):
    """Text as reports hold it, with what cannot be stored replaced on its way in."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Clean the text."""
        return None if value is None else clean(value)


def clean(text: str) -> str:
    """The text with characters that cannot be stored replaced, as long as before."""
    return _UNSTORABLE.sub(REPLACEMENT, text)


def to_json(value: object) -> str:
    """Tuples of text and numbers as JSON that stays readable."""
    return clean(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def from_json(text: str) -> tuple[Any, ...]:
    """A tuple of text or numbers, or of tuples of such."""
    return tuple(tuple(item) if isinstance(item, list) else item for item in json.loads(text))


def period_to_text(period: Period) -> str:
    """An ISO 8601 interval and, after a space, the words it was read from; sorts by the first day."""
    interval = f"{period.start.isoformat()}/{period.end.isoformat()}"
    return interval if period.text is None else clean(f"{interval} {period.text}")


def period_from_text(text: str) -> Period:
    """The period that `period_to_text` wrote."""
    interval, space, words = text.partition(" ")
    start, _, end = interval.partition("/")
    return Period(date.fromisoformat(start), date.fromisoformat(end), words if space else None)


def problems_to_json(problems: Sequence[Problem]) -> str:
    """Problems as code, message and page."""
    return to_json([(problem.code, problem.message, problem.page) for problem in problems])


def problems_from_json(text: str) -> tuple[Problem, ...]:
    """The problems that `problems_to_json` wrote."""
    return tuple(Problem(*problem) for problem in json.loads(text)) if text != "[]" else ()


def _pack_source(source: Source) -> bytes:
    return packing.pack_sources((source,))


def _unpack_source(packed: bytes) -> Source:
    return packing.unpack_sources(packed)[0]


PROSE = Prose()
TUPLES = Encoded(to_json, from_json)
PERIOD = Encoded(period_to_text, period_from_text)
PROBLEMS = Encoded(problems_to_json, problems_from_json)
SOURCE = Encoded(_pack_source, _unpack_source, binary=True)
SOURCES = Encoded(packing.pack_sources, packing.unpack_sources, binary=True)
SPANS = Encoded(packing.pack_spans, packing.unpack_spans, binary=True)
