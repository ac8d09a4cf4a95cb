"""Errors as sentences."""

from collections.abc import Callable
from typing import Any

from typer import TyperException

from corpus.errors import ArsringarError

#: What the parser of options found wrong, by the name of its error; the classes themselves are not public.
_USAGE: dict[str, Callable[[Any], str]] = {
    "MissingParameter": lambda error: f"Något saknas: {_hint(error)}.",
    "NoSuchOption": lambda error: f"Valet ”{error.option_name}” finns inte.",
    "BadParameter": lambda error: f"Värdet för {_hint(error)} går inte att använda.",
    "BadOptionUsage": lambda error: f"Valet ”{error.option_name}” är inte rätt använt.",
    "BadArgumentUsage": lambda error: "Argumenten är inte rätt använda.",
    "UsageError": lambda error: "Kommandot eller ett av dess argument finns inte.",
    "NoArgsIsHelpError": lambda error: str(error.message),
}


def sentence_of(error: Exception, debug: str = "") -> str:
    """What people are told of an error.

    Args:
        error: an error of ours, of the parser of options, or one that nobody foresaw.
        debug: the environment variable that shows an unforeseen error's trace.
    """
    if isinstance(error, ArsringarError):
        return error.message
    if isinstance(error, TyperException):
        context = getattr(error, "ctx", None)
        command = context.command_path if context else "arsringar"
        said = _USAGE.get(type(error).__name__, _USAGE["UsageError"])(error)
        return said if type(error).__name__ == "NoArgsIsHelpError" else f"{said} Se ”{command} --help”."
    if isinstance(error, OSError) and error.filename:
        return f"”{error.filename}” kan inte användas ({error.strerror}). Kontrollera sökvägen och rättigheterna."
    kind = type(error).__name__
    return f"Ett oväntat fel inträffade ({kind}: {_short(error)}). Kör igen med {debug}=1 för att se mer."


def _hint(error: Any) -> str:  # noqa: ANN401
    return str(error.param_hint or (error.param.get_error_hint() if error.param else "ett argument"))


def _short(error: Exception) -> str:
    """The first line of what an error says, at most 200 characters of it."""
    return next(iter(str(error).splitlines()), "")[:200]
