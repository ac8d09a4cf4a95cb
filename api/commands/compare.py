"""`arsringar compare TOPIC [--year …] [--place …] [--by year|place]`, or `compare --queries FILE`."""

from pathlib import Path
from typing import Annotated, Literal

from typer import Argument, Context, Option

from api.commands.options import Data, Json, Model, settings_of
from api.commands.search import Kind, Place, Publisher, Queries, Year, filters
from corpus.errors import UsageError

Order = Literal["year", "place"]
Topic = Annotated[str | None, Argument(metavar="ÄMNE", help="Ämne, projekt, plats eller mått.", show_default=False)]
By = Annotated[str, Option("--by", metavar="year|place", help="Ordna raderna efter tid, eller efter plats och tid.")]

Proof = Annotated[
    Path | None, Option("--proof", metavar="FIL", help="Skriv ett underlag till en HTML-fil.", show_default=False)
]


def run(
    context: Context,
    topic: Topic = None,
    year: Year = None,
    publisher: Publisher = None,
    place: Place = None,
    kind: Kind = None,
    by: By = "year",
    queries: Queries = None,
    proof: Proof = None,
    as_json: Json = False,
    data: Data = None,
    model: Model = None,
) -> int:
    """Jämför vad rapporterna säger om ett ämne, år för år."""
    if (topic is None) == (queries is None):
        raise UsageError("Ange ett ämne, eller en fil med ämnen: --queries FIL.")
    if by not in ("year", "place"):
        raise UsageError(f"”{by[:100]}” är ingen ordning. Välj year eller place.")
    if proof and queries:
        raise UsageError("Ett underlag gäller ett ämne: ange ämnet i stället för --queries.")

    from api.commands.comparisons import PRINTERS
    from api.commands.printing import answer_all
    from api.commands.terminal import say
    from api.knowledge import Knowledge
    from api.proof import comparisons, page, ways
    from api.queries import Question, read_questions
    from search.timeline.comparer import Comparison

    limits = filters(year, publisher, place, kind)
    questions = read_questions(queries) if queries else [Question(None, str(topic))]
    with Knowledge.open(settings_of(context, data, model=model)) as knowledge:
        printer = PRINTERS[("lines" if queries else "json") if as_json else "text"]()
        order: Order = "place" if by == "place" else "year"

        def compared(text: str) -> Comparison:
            found = knowledge.comparer.compare(text, limits, order)
            if proof:
                way = ways.comparison_command(text, limits, order)
                page.save(comparisons.proof_of(knowledge.store, found, limits, [way]), proof)
                say(f"Underlaget finns i {proof}.")
            return found

        return answer_all(questions, compared, printer)
