"""What every answer carries, and whom nothing is answered: protection of the reader's browser."""

from collections.abc import Mapping
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import Fault, as_json

#: Nothing is fetched from elsewhere, nothing inline runs, nobody may frame the pages.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "
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

_WRONG_HOST = Fault(
    400,
    "wrong_host",
    "Årsringar svarar bara på adresserna localhost, 127.0.0.1 och [::1], så att ingen annan webbplats kan läsa det.",
)


class Guard:
    """Middleware: refuses host names but the machine's own, and puts the security headers on every answer.

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

        known = is_own(Headers(scope=scope).get("host", ""))
        await (self._app if known else as_json(_WRONG_HOST))(scope, receive, send_guarded)


def is_own(header: str) -> bool:
    """Whether a Host header names this machine: `localhost` or a loopback address, with or without a port."""
    try:
        host = urlsplit(f"//{header}").hostname or ""
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
