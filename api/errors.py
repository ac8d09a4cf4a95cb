"""Faults of any kind as one thing: an HTTP status, a stable English code and a Swedish sentence."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Match

from api.schemas.common import ErrorBody, ErrorShape
from corpus.errors import AmbiguousName, ArsringarError

#: What a parameter's value may be cut to in a message.
SHOWN = 60


@dataclass(frozen=True, slots=True)
class Fault:
    """What a reader or a program is told; `headers` go with the answer, `reports` are those that may be meant (ids)."""

    status: int
    code: str
    message: str
    headers: Mapping[str, str] = field(default_factory=dict)
    reports: tuple[str, ...] = ()


UNEXPECTED = Fault(
    500, "unexpected", "Något gick fel i Årsringar. Försök igen; händer det på nytt, se loggen där servern startades."
)
#: What is wrong where the framework itself answers; other statuses are `bad_request`.
_BY_STATUS: Mapping[int, tuple[str, str]] = {
    404: ("not_found", "Det finns inget på den här adressen. Kontrollera den, eller börja om från sökningen."),
}
_WRONG_METHOD = "Adressen svarar inte på {method}: använd {allowed}."
#: Methods that an address may answer to; HEAD goes with GET and needs no word.
_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
_BAD_REQUEST = ("bad_request", "Anropet gick inte att förstå. Kontrollera adressen och försök igen.")

#: pydantic's error types, and what they mean in a parameter; name, value and the error's own limits are filled in.
_SENTENCES: Mapping[str, str] = {
    "missing": "Parametern {name} saknas.",
    "int_parsing": "Parametern {name} ska vara ett heltal, inte ”{value}”.",
    "int_parsing_size": "Parametern {name} är ett alltför stort tal.",
    "float_parsing": "Parametern {name} ska vara ett tal, inte ”{value}”.",
    "finite_number": "Parametern {name} ska vara ett tal, inte ”{value}”.",
    "greater_than_equal": "Parametern {name} är {value}, men minst {ge} går an.",
    "less_than_equal": "Parametern {name} är {value}, men högst {le} går an.",
    "string_too_long": "Parametern {name} är för lång: högst {max_length} tecken.",
    "extra_forbidden": "Fältet {name} finns inte eller går inte att rätta.",
    "json_invalid": "Det som skickades är inte giltig JSON.",
    "model_attributes_type": "Det som skickades ska vara ett JSON-objekt.",
    "literal_error": "Parametern {name} kan inte vara ”{value}”; välj en av {expected}.",
}
_OTHERWISE = "Parametern {name} har ett värde som inte går att tyda: ”{value}”."


def fault_of(error: Exception) -> Fault:
    """What is told of an error; nothing of an unexpected one but that it happened."""
    if isinstance(error, ArsringarError):
        meant = error.ids if isinstance(error, AmbiguousName) else ()
        return Fault(error.http_status, error.code, error.message, reports=meant)
    if isinstance(error, RequestValidationError):
        return Fault(422, "usage", sentences(error.errors()))
    if isinstance(error, HTTPException):
        code, message = _BY_STATUS.get(error.status_code, _BAD_REQUEST)
        return Fault(error.status_code, code, message, error.headers or {})
    return UNEXPECTED


def as_json(fault: Fault) -> JSONResponse:
    """The one shape of an error."""
    body = ErrorShape(error=ErrorBody(code=fault.code, message=fault.message))
    return JSONResponse(body.model_dump(), fault.status, dict(fault.headers))


def tell_faults(app: FastAPI, respond: Callable[[Request, Fault], Response]) -> None:
    """Let every error of the application become the response that `respond` makes."""

    def handle(request: Request, error: Exception) -> Response:
        return respond(request, _wrong_method(request) if _is_wrong_method(error) else fault_of(error))

    for kind in (ArsringarError, RequestValidationError, HTTPException, Exception):
        app.add_exception_handler(kind, handle)


def _is_wrong_method(error: Exception) -> bool:
    return isinstance(error, HTTPException) and error.status_code == HTTPStatus.METHOD_NOT_ALLOWED


def _wrong_method(request: Request) -> Fault:
    """What the address does answer to; the framework names only the methods of the first route there."""
    routes: Sequence[BaseRoute] = request.app.routes
    allowed = [
        method
        for method in _METHODS
        if any(route.matches({**request.scope, "method": method})[0] is Match.FULL for route in routes)
    ]
    message = _WRONG_METHOD.format(method=request.method[:SHOWN], allowed=" eller ".join(allowed))
    return Fault(HTTPStatus.METHOD_NOT_ALLOWED, "method_not_allowed", message, {"Allow": ", ".join(allowed)})


def sentences(problems: Iterable[Mapping[str, Any]]) -> str:
    """What pydantic found wrong, in Swedish."""
    return " ".join(dict.fromkeys(map(_sentence, problems)))


def _sentence(problem: Mapping[str, Any]) -> str:
    """One of pydantic's errors in Swedish."""
    value = str(problem.get("input", ""))
    words = {
        **problem.get("ctx", {}),
        "name": problem["loc"][-1],
        "value": value if len(value) <= SHOWN else value[:SHOWN] + "…",
    }
    words["expected"] = str(words.get("expected", "")).replace("'", "").replace(" or ", " eller ")
    return _SENTENCES.get(problem["type"], _OTHERWISE).format(**words)
