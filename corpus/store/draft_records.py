"""A draft as one JSON document, and as the store hands it out."""

import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from corpus.drafts import Block, Draft, Heading, Origin
from corpus.model import Period
from corpus.store.columns import Encoded, clean


@dataclass(frozen=True, slots=True)
class StoredDraft:
    """A draft at one of its versions.

    Attributes:
        id: twelve hex digits.
        version: counted from 1; what a writer must have seen to save over it.
        previous: the version that undoing goes back to; None at the first.
        following: the version that redoing goes on to; None where nothing was undone.
        created_at: when the draft was begun, ISO 8601 in UTC.
        saved_at: when this version was saved, ISO 8601 in UTC.
        draft: what it says.
    """

    id: str
    version: int
    previous: int | None
    following: int | None
    created_at: str
    saved_at: str
    draft: Draft


@dataclass(frozen=True, slots=True)
class DraftUse:
    """A draft that borrows from a report: how many of its blocks, as it is now."""

    id: str
    title: str
    blocks: int


def pack(draft: Draft) -> bytes:
    """The draft as compressed JSON, a fifth as long: each version is kept whole."""
    return zlib.compress(clean(json.dumps(asdict(draft), ensure_ascii=False, default=str)).encode())


def unpack(packed: bytes) -> Draft:
    """The draft that `pack` wrote."""
    given = json.loads(zlib.decompress(packed))
    return Draft(given["title"], _required_period(given["period"]), tuple(map(_heading, given["headings"])))


def _heading(given: Mapping[str, Any]) -> Heading:
    return Heading(**{**given, "blocks": tuple(map(_block, given["blocks"]))})


def _block(given: Mapping[str, Any]) -> Block:
    made = {
        "header": tuple(given["header"]),
        "rows": tuple(map(tuple, given["rows"])),
        "settled": tuple(given["settled"]),
        "origin": _origin(given["origin"]),
    }
    return Block(**{**given, **made})


def _origin(given: Mapping[str, Any] | None) -> Origin | None:
    return None if given is None else Origin(**{**given, "period": _period(given["period"])})


def _period(given: Mapping[str, Any] | None) -> Period | None:
    return None if given is None else _required_period(given)


def _required_period(given: Mapping[str, Any]) -> Period:
    return Period(date.fromisoformat(given["start"]), date.fromisoformat(given["end"]), given["text"])


DRAFT = Encoded(pack, unpack, binary=True)
