"""`arsringar proof FACT FILE`."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Context

from api.commands.options import Data, settings_of
from api.commands.terminal import write_text

Fact = Annotated[
    str, Argument(metavar="UPPGIFT", help="Siffrans eller åtagandets id, som show --json ger.", show_default=False)
]
File = Annotated[Path, Argument(metavar="FIL", help="Underlaget, som underlag.html.", show_default=False)]


def run(context: Context, fact: Fact, file: File, data: Data = None) -> None:
    """Skriv ett underlag: en HTML-fil som visar var en siffra eller ett åtagande står."""
    from api.proof import facts, page, ways
    from corpus.store import Store

    with Store.open(settings_of(context, data).data, create=False) as store:
        proof = facts.proof_of(store, facts.provable(store, fact), [ways.fact_command(fact)])
    page.save(proof, file)
    write_text(f"Underlaget finns i {file}.")
