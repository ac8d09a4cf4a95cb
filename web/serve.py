"""`arsringar serve [--host H] [--port P]`."""

import errno
import socket
from contextlib import suppress
from ipaddress import ip_address
from typing import Annotated

from typer import Context, Option

from api.commands.options import Data, Model, settings_of
from api.commands.terminal import say
from corpus.errors import UsageError

#: Most bytes in an address and its headers: room for a question far too long to get a sentence back, not a broken line.
LONGEST_REQUEST = 1 << 20

#: Seconds that answers under way may take once the server is to end: one that follows an upload goes on for long.
GRACE = 3

Host = Annotated[str | None, Option("--host", help="Adress; bara loopback.", show_default=False)]
Port = Annotated[int | None, Option("--port", help="Port.", show_default=False)]


def run(context: Context, host: Host = None, port: Port = None, data: Data = None, model: Model = None) -> None:
    """Visa kunskapsbasen i webbläsaren på den här datorn."""
    settings = settings_of(context, data, host=host, port=port, model=model)
    require_loopback(settings.host)
    listener = listen(settings.host, settings.port)

    import uvicorn

    from web.app import create_app

    with listener:
        app = create_app(settings)
        address = f"http://{bracketed(settings.host)}:{listener.getsockname()[1]}"
        say(f"Årsringar visas på {address} (avsluta med Ctrl-C).")
        config = uvicorn.Config(
            app,
            http="h11",
            ws="none",
            log_level="warning",
            server_header=False,
            h11_max_incomplete_event_size=LONGEST_REQUEST,
            timeout_graceful_shutdown=GRACE,
        )
        with suppress(KeyboardInterrupt):  # How one stops it: nothing is unfinished.
            uvicorn.Server(config).run(sockets=[listener])


def require_loopback(host: str) -> None:
    """Refuse any address that others can reach.

    Raises:
        UsageError: the address is not of the loopback interface.
    """
    try:
        loopback = host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        loopback = False
    if not loopback:
        raise UsageError(
            f"Adressen ”{host}” kan nås av andra, och konton finns inte än. Årsringar svarar bara på 127.0.0.1."
        )


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens on the address; port 0 lets the system choose one.

    Raises:
        UsageError: the port is no port, is taken, or may not be used.
    """
    if not 0 <= port <= 65535:
        raise UsageError(f"Porten ska vara 1–65535, inte {port}.")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=128)
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, error.strerror or "okänt fel")
        raise UsageError(
            f"Porten {port} på {host} går inte att använda: {reason}. Välj en annan med --port."
        ) from error


_REASONS = {
    errno.EADDRINUSE: "ett annat program svarar redan där",
    errno.EACCES: "bara administratören får använda den",
    errno.EADDRNOTAVAIL: "datorn har inte den adressen",
}


def bracketed(host: str) -> str:
    """The address as it stands in a link."""
    return f"[{host}]" if ":" in host else host
