"""`arsringar search QUERY [-k N] [--year …] [--publisher …] [--place …] [--kind …]`, or `--queries FILE`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

from typer import Argument, Context, Option

from api.commands.options import Data, Json, Model, settings_of
from corpus.errors import UsageError
from corpus.model import ReportKind

if TYPE_CHECKING:
    from search.query import Filters

Query = Annotated[str | None, Argument(metavar="FRÅGA", help="Ord att söka efter.", show_default=False)]
Hits = Annotated[int, Option("-k", metavar="ANTAL", help="Antal träffar.")]
Year = Annotated[str | None, Option("--year", metavar="ÅR", help="2021 eller 2017..2021.", show_default=False)]
Publisher = Annotated[str | None, Option("--publisher", help="Utgivare.", show_default=False)]
Place = Annotated[str | None, Option("--place", help="Kommun eller län.", show_default=False)]
Kind = Annotated[str | None, Option("--kind", help="Slag av rapport.", show_default=False)]
Queries = Annotated[
    Path | None,
    Option("--queries", metavar="FIL", help="Frågor, en rad JSON var: id, query.", show_default=False),
]
Csv = Annotated[bool, Option("--csv", help="Skriv en tabell i CSV.", show_default=False)]


def run(
    context: Context,
    query: Query = None,
    k: Hits = 10,
    year: Year = None,
    publisher: Publisher = None,
    place: Place = None,
    kind: Kind = None,
    queries: Queries = None,
    as_json: Json = False,
    as_csv: Csv = False,
    data: Data = None,
    model: Model = None,
) -> int:
    """Sök i rapporterna och få svar med källa."""
    if (query is None) == (queries is None):
        raise UsageError("Ange en fråga, eller en fil med frågor: --queries FIL.")
    if as_json and as_csv:
        raise UsageError("Välj antingen --json eller --csv.")

    from api.commands.answers import PRINTERS, form_of
    from api.commands.printing import answer_all
    from api.knowledge import Knowledge
    from api.queries import Question, read_questions

    limits = filters(year, publisher, place, kind)
    questions = read_questions(queries) if queries else [Question(None, str(query))]
    with Knowledge.open(settings_of(context, data, model=model)) as knowledge:
        printer = PRINTERS[form_of(as_json, as_csv, many=queries is not None)]()
        return answer_all(questions, lambda text: knowledge.searcher.search(text, k, limits), printer)


def filters(year: str | None, publisher: str | None, place: str | None, kind: str | None) -> "Filters":
    """What the options limit the search to.

    Raises:
        UsageError: the years cannot be read, or there is no such kind of report.
    """
    from typing import get_args

    from search.query import Filters, parse_years

    kinds = get_args(ReportKind)
    if kind is not None and kind not in kinds:
        raise UsageError(f"”{kind[:100]}” är inget slag av rapport. Välj bland {', '.join(kinds)}.")
    return Filters(parse_years(year) if year else None, publisher, place, cast("ReportKind | None", kind))
