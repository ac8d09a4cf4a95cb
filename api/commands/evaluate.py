"""`arsringar evaluate QUERIES.jsonl`."""

from pathlib import Path
from typing import Annotated

from rich.console import RenderableType
from typer import Argument, Context

from api.commands.options import Data, Json, Model, settings_of
from api.commands.terminal import decimal, table, write
from api.schemas.upkeep import EvaluationRun

Judged = Annotated[Path, Argument(metavar="FIL", help="Frågor med facit, en rad JSON var.", show_default=False)]

MEASURES = {
    "nDCG@10": "ndcg_at_10",
    "Rätt först": "success_at_1",
    "Rätt bland tio": "success_at_10",
    "Rätt citat först": "quote_at_1",
    "Tiger när svar saknas": "abstains_when_unanswerable",
    "Svarar när svar finns": "speaks_when_answerable",
}


def run(context: Context, judged: Judged, as_json: Json = False, data: Data = None, model: Model = None) -> None:
    """Mät sökningen mot frågor med facit."""
    from api.knowledge import Knowledge
    from search.evaluate import evaluate, read_judged

    wanted = read_judged(judged)
    with Knowledge.open(settings_of(context, data, model=model)) as knowledge:
        result = evaluate((item, knowledge.searcher.search(item.query)) for item in wanted)
    write(EvaluationRun.model_validate(result), as_json, rendered)


def rendered(result: EvaluationRun) -> RenderableType:
    """The means as a table."""
    shown = table("Mått", f">{result.queries} frågor")
    for name, field in MEASURES.items():
        value = getattr(result, field)
        shown.add_row(name, "–" if value is None else decimal(value, 3))
    return shown
