"""Options that many commands share, and the settings that come of them."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Context, Option

from corpus.settings import Settings, load

Data = Annotated[
    Path | None,
    Option("--data", metavar="MAPP", help="Kunskapsbasens mapp [ARSRINGAR_DATA, annars ./data].", show_default=False),
]
Model = Annotated[
    str | None,
    Option("--model", metavar="MODELL", help="Inbäddningsmodell: e5, hash eller en mapp.", show_default=False),
]
Json = Annotated[bool, Option("--json", help="Skriv JSON i stället för text.", show_default=False)]
Report = Annotated[str, Argument(metavar="RAPPORT", help="Rapportens id eller filnamn.", show_default=False)]


def settings_of(context: Context, data: Path | None = None, **overrides: object) -> Settings:
    """Settings from the options of the command, then those before it, then variables, then defaults.

    Raises:
        UsageError: a variable cannot be read as its setting's type.
    """
    given: dict[str, object] = {"data": data, **overrides}
    before: dict[str, object] = context.obj or {}
    return load(None, **(before | {name: value for name, value in given.items() if value is not None}))
