"""What several addresses share: the knowledge base, a report by its reference, caching by content."""

import hashlib
from typing import Annotated, Any

from fastapi import Depends, Path, Query
from starlette.datastructures import Headers
from starlette.requests import Request

from api.knowledge import Knowledge
from api.schemas.common import ErrorShape
from corpus.store import Store, StoredReport

#: Longest text of a parameter that is not the question; ids and file names are shorter.
LONGEST = 255
#: Greatest page or version that is looked up.
GREATEST = 1_000_000_000

#: The errors that any address may answer with.
ERRORS: dict[int | str, dict[str, Any]] = {
    404: {"model": ErrorShape, "description": "Finns inte"},
    422: {"model": ErrorShape, "description": "Anropet kan inte besvaras"},
    503: {"model": ErrorShape, "description": "Kunskapsbasen kan inte användas nu"},
}
AMBIGUOUS: dict[int | str, dict[str, Any]] = {
    409: {"model": ErrorShape, "description": "Flera rapporter bär namnet"},
}
#: What a change may be refused for.
BUSY: dict[int | str, dict[str, Any]] = {
    403: {"model": ErrorShape, "description": "Anropet kom från en annan webbplats"},
    409: {"model": ErrorShape, "description": "Flera rapporter bär namnet, eller någon annan skriver just nu"},
}


def knowledge_of(request: Request) -> Knowledge:
    """The knowledge base of the application that answers."""
    knowledge: Knowledge = request.app.state.knowledge
    return knowledge


KnowledgeBase = Annotated[Knowledge, Depends(knowledge_of)]
Reference = Annotated[
    str, Path(max_length=LONGEST, description="Rapportens id eller filnamn.", examples=["3f9a0b1c2d4e"])
]
Version = Annotated[
    int | None, Query(ge=1, le=GREATEST, description="En tidigare version; annars den gällande.", examples=[1])
]


def find(store: Store, reference: str, version: int | None = None) -> StoredReport:
    """The report that a reference names.

    Raises:
        NotFound: there is none, or no such version of it.
        AmbiguousName: several reports bear the name.
    """
    return store.report(store.resolve(reference), version)


def etag(*parts: object) -> str:
    """A strong entity tag for what the parts determine."""
    return f'"{hashlib.sha256(repr(parts).encode()).hexdigest()[:32]}"'


def has_current(headers: Headers, tag: str) -> bool:
    """Whether the asker already has what the tag stands for."""
    given = headers.get("if-none-match", "")
    return given == "*" or tag in (one.strip().removeprefix("W/") for one in given.split(","))
