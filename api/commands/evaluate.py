"""`arsringar evaluate QUERIES.jsonl [--against EARLIER.json|DIR]`."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from rich.console import RenderableType
from typer import Argument, Context, Option

from api.commands.options import Data, Json, Model, settings_of
from api.commands.terminal import decimal, table, write
from api.schemas.upkeep import Compared, EvaluationRun
from corpus.errors import UsageError
from corpus.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.evaluate import Evaluation, Judged, Score

Queries = Annotated[Path, Argument(metavar="FIL", help="Frågor med facit, en rad JSON var.", show_default=False)]
Against = Annotated[
    Path | None,
    Option(
        "--against",
        metavar="FIL|MAPP",
        help="Jämför med en tidigare mätning (sparad med --json) eller med en annan kunskapsbas.",
        show_default=False,
    ),
]

NAMES: Mapping[str, str] = {
    "ndcg_at_10": "nDCG@10",
    "success_at_1": "Rätt först",
    "success_at_10": "Rätt bland tio",
    "quote_at_1": "Rätt citat först",
    "abstains_when_unanswerable": "Tiger när svar saknas",
    "speaks_when_answerable": "Svarar när svar finns",
}


def run(
    context: Context,
    judged: Queries,
    against: Against = None,
    as_json: Json = False,
    data: Data = None,
    model: Model = None,
) -> None:
    """Mät sökningen mot frågor med facit, och jämför två inställningar."""
    from search.evaluate import compare, read_judged

    wanted = read_judged(judged)
    settings = settings_of(context, data, model=model)
    # What it is compared with is read first: an unreadable file should not be told after minutes of searching.
    before = _earlier(against, wanted, settings) if against else None
    result = _measured(wanted, settings)
    shape = EvaluationRun.model_validate(result)
    if before is not None:
        found = compare(before, result.scores)
        shape = shape.model_copy(update={"compared": Compared.of(str(against), found)})
    write(shape, as_json, rendered)


def _measured(wanted: "Sequence[Judged]", settings: Settings) -> "Evaluation":
    from api.knowledge import Knowledge
    from search.evaluate import evaluate

    with Knowledge.open(settings) as knowledge:
        return evaluate((item, knowledge.searcher.search(item.query)) for item in wanted)


def _earlier(path: Path, wanted: "Sequence[Judged]", settings: Settings) -> "tuple[Score, ...]":
    """The scores of another setting: those of a knowledge base in a folder, or those saved in a file.

    Raises:
        UsageError: the file is none that `evaluate --json` has written.
    """
    from search.evaluate import Score

    if path.is_dir():
        return _measured(wanted, replace(settings, data=path)).scores
    try:
        saved = EvaluationRun.model_validate_json(path.read_bytes())
    except (OSError, ValueError):
        message = f"{path} är varken en kunskapsbas eller en mätning som har sparats med ”evaluate --json”."
        raise UsageError(message) from None
    return tuple(Score(**score.model_dump()) for score in saved.scores)


def rendered(result: EvaluationRun) -> RenderableType:
    """The means as a table; beside them those of the other setting."""
    if result.compared:
        return _comparison(result, result.compared)
    shown = table("Mått", f">{result.queries} frågor")
    for field, name in NAMES.items():
        value = getattr(result, field)
        shown.add_row(name, "–" if value is None else decimal(value, 3))
    return shown


def _comparison(result: EvaluationRun, compared: Compared) -> RenderableType:
    shown = table("Mått", ">Frågor", ">Jämförd", ">Nu", ">Skillnad", ">95 % säkerhet", ">p")
    for field, name in NAMES.items():
        found = compared.measures.get(field)
        if found is None:
            value = getattr(result, field)
            shown.add_row(name, "0", "–", "–" if value is None else decimal(value, 3), "–", "–", "–")
            continue
        interval = f"{_signed(found.low)} – {_signed(found.high)}"
        means = (decimal(found.first, 3), decimal(found.second, 3))
        shown.add_row(name, str(found.queries), *means, _signed(found.difference), interval, decimal(found.p, 3))
    return shown


def _signed(value: float) -> str:
    return ("+" if value >= 0 else "−") + decimal(abs(value), 3)
