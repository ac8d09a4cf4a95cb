"""What every answer carries, and whom nothing is answered: protection of the reader's browser."""

from collections.abc import Mapping
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import Fault, as_json

#: Nothing is fetched from elsewhere, nothing inline runs, nobody may frame the pages.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
SECURITY_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
#: Kept by nobody else, and asked for again each time: what was removed is gone from the browser too.
CACHE_CONTROL = "private, no-cache"

#: What only reads; anything else must come from a page of our own, or from no browser at all.
_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_WRONG_SITE = Fault(
    403,
    "wrong_site",
    "Anropet kom från en annan webbplats och har inte utförts. Gör ändringen på Årsringars egna sidor.",
)
_WRONG_HOST = Fault(
    400,
    "wrong_host",
    "Årsringar svarar bara på adresserna localhost, 127.0.0.1 och [::1], så att ingen annan webbplats kan läsa det.",
)


class Guard:
    """Middleware: refuses host names but the machine's own and changes that other sites ask for; guards every answer.

    A page elsewhere could let its own name lead to 127.0.0.1 and so read the knowledge base as if it were its own
    (DNS rebinding); the Host header then still bears that name.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in {**SECURITY_HEADERS, "Cache-Control": CACHE_CONTROL}.items():
                    headers.setdefault(name, value)
            await send(message)

        await (_refusal(scope) or self._app)(scope, receive, send_guarded)


def _refusal(scope: Scope) -> Response | None:
    """What is answered instead of the request, if it may not be answered."""
    headers = Headers(scope=scope)
    if not is_own(headers.get("host", "")):
        return as_json(_WRONG_HOST)
    return None if scope["method"] in _READING or is_of_own_page(headers) else as_json(_WRONG_SITE)


def is_of_own_page(headers: Headers) -> bool:
    """Whether a request that changes something comes from our own pages, or from a program that is no browser.

    Browsers say where a request comes from (`Sec-Fetch-Site`; older ones only `Origin`) and let no page change that,
    so a form on another site cannot use the reader's access (CSRF). `none` is the reader's own doing.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def is_own(header: str) -> bool:
    """Whether a Host header names this machine: `localhost` or a loopback address, with or without a port."""
    try:
        host = urlsplit(f"//{header}").hostname or ""
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
