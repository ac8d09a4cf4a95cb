"""`arsringar serve [--host H] [--port P]`."""

from ipaddress import ip_address
from typing import Annotated

from typer import Context, Option

from api.commands.options import Data, Model, settings_of
from api.commands.terminal import say
from corpus.errors import UsageError

Host = Annotated[str | None, Option("--host", help="Adress; bara loopback.", show_default=False)]
Port = Annotated[int | None, Option("--port", help="Port.", show_default=False)]


def run(context: Context, host: Host = None, port: Port = None, data: Data = None, model: Model = None) -> None:
    """Visa kunskapsbasen i webbläsaren på den här datorn."""
    settings = settings_of(context, data, host=host, port=port, model=model)
    require_loopback(settings.host)
    require_port(settings.port)

    import uvicorn

    from web.app import create_app

    say(f"Årsringar visas på http://{bracketed(settings.host)}:{settings.port} (avsluta med Ctrl-C).")
    uvicorn.run(create_app(settings), host=settings.host, port=settings.port, log_level="warning", server_header=False)


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


def require_port(port: int) -> None:
    """Refuse what is no port.

    Raises:
        UsageError: it is not between 1 and 65535.
    """
    if not 1 <= port <= 65535:
        raise UsageError(f"Porten ska vara 1–65535, inte {port}.")


def bracketed(host: str) -> str:
    """The address as it stands in a link."""
    return f"[{host}]" if ":" in host else host
