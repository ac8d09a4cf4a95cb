"""`arsringar unblock [HASH...]`."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Context

from api.commands.options import Data, Json, settings_of
from api.commands.terminal import write
from api.schemas.upkeep import Blocked
from corpus.errors import NotFound, UsageError
from corpus.files import hash_of
from corpus.store import Store

#: Digits of a hash that must be given.
LEAST_DIGITS = 8

Contents = Annotated[
    list[str] | None,
    Argument(metavar="[INNEHÅLL...]", help="Kontrollsumma (minst 8 tecken) eller en fil.", show_default=False),
]


def run(context: Context, contents: Contents = None, as_json: Json = False, data: Data = None) -> None:
    """Släpp in raderat innehåll igen; utan argument visas vad som är blockerat."""
    with Store.open(settings_of(context, data).data, create=False) as store:
        chosen = [which(content, store.blocked()) for content in contents or []]
        for content_hash in dict.fromkeys(chosen):
            store.unblock(content_hash)
        write(Blocked(blocked=store.blocked(), unblocked=chosen), as_json, rendered)


def which(content: str, blocked: list[str]) -> str:
    """The blocked hash that is meant by its beginning or by a file with that content.

    Raises:
        NotFound: nothing blocked is meant.
        UsageError: the beginning is too short, or more than one hash has it.
    """
    path = Path(content)
    wanted = hash_of(path) if path.is_file() else content.lower()
    found = [content_hash for content_hash in blocked if content_hash.startswith(wanted)]
    if len(wanted) < LEAST_DIGITS or len(found) > 1:
        raise UsageError(f"”{content[:100]}” är för kort: skriv fler tecken av kontrollsumman.")
    if not found:
        raise NotFound(f"Inget blockerat innehåll motsvarar ”{content[:100]}”. Kör ”arsringar unblock” för en lista.")
    return found[0]


def rendered(state: Blocked) -> str:
    """What was let in again, or all that is not let in."""
    if state.unblocked:
        return "\n".join(f"Släpps in igen: {content_hash}" for content_hash in state.unblocked)
    return "\n".join(state.blocked) or "Inget är blockerat."
