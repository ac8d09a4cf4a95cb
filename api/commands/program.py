"""All commands as one program, and every error as a sentence."""

import logging
import os
import sys
from collections.abc import Callable, Mapping

from typer import Abort, Context, Exit, Typer, TyperException

from api.commands import (
    backup,
    compare,
    debug_page,
    edit,
    evaluate,
    ingest,
    listing,
    proof,
    reindex,
    remove,
    restore,
    search,
    sections,
    show,
    unblock,
    verify,
)
from api.commands.faults import sentence_of
from api.commands.options import Data, Model
from api.commands.terminal import say
from corpus.errors import ArsringarError

#: With this variable set, errors are shown with their traces.
DEBUG = "ARSRINGAR_DEBUG"

#: What the parser of options makes of Ctrl-C.
INTERRUPTED = 130

Command = Callable[..., int | None]
#: The commands by name, in the order in which the help shows them.
COMMANDS: Mapping[str, Command] = {
    "ingest": ingest.run,
    "list": listing.run,
    "show": show.run,
    "edit": edit.run,
    "remove": remove.run,
    "unblock": unblock.run,
    "search": search.run,
    "compare": compare.run,
    "proof": proof.run,
    "sections": sections.run,
    "evaluate": evaluate.run,
    "verify": verify.run,
    "reindex": reindex.run,
    "backup": backup.run,
    "restore": restore.run,
    "debug-page": debug_page.run,
}


def options(context: Context, data: Data = None, model: Model = None) -> None:
    """Årsringar: sök, återanvänd och följ upp i offentliga rapporter, år för år."""
    context.obj = {"data": data, "model": model}


def application(more: Mapping[str, Command] | None = None) -> Typer:
    """The commands as one program; `more` are those of packages above this one."""
    app = Typer(add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.callback()(options)
    for name, command in {**COMMANDS, **(more or {})}.items():
        app.command(name)(command)
    return app


def prepare() -> None:
    """Let the process write UTF-8 wherever it runs, and log only where somebody asked for it."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # both are text files here
    if os.environ.get(DEBUG):
        logging.basicConfig(level=logging.INFO)
    else:
        logging.getLogger().addHandler(logging.NullHandler())


def interrupted() -> int:
    """Tell what Ctrl-C leaves; returns the exit status, for some of the input was not taken in."""
    say("Avbrutet. Det som hann bli klart är sparat; kör kommandot igen för resten.")
    return 1


def run(arguments: list[str], more: Mapping[str, Command] | None = None) -> int:
    """Run a command; an error becomes a sentence on standard error.

    Args:
        arguments: the words of the command line after the program's name.
        more: commands of packages above this one, by name.

    Returns:
        The exit status.
    """
    try:
        status = int(application(more)(arguments, prog_name="arsringar", standalone_mode=False) or 0)
        sys.stdout.flush()
        return interrupted() if status == INTERRUPTED else status
    except Exit as done:
        return done.exit_code
    except (Abort, KeyboardInterrupt):
        return interrupted()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Nobody reads any more: no complaint at exit.
        return 0
    except (ArsringarError, TyperException) as error:
        say(sentence_of(error))
        status = error.exit_status if isinstance(error, ArsringarError) else 2
    except Exception as error:
        say(sentence_of(error, DEBUG))
        status = 2
    if os.environ.get(DEBUG):
        logging.exception("the error in full")
    return status
