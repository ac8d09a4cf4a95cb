"""`arsringar sections EARLIER LATER [--section RUBRIK]`."""

from typing import Annotated

from typer import Argument, Context, Option

from api.commands.options import Data, Json, Model, settings_of

Earlier = Annotated[
    str, Argument(metavar="TIDIGARE", help="Den tidigare rapportens id eller filnamn.", show_default=False)
]
Later = Annotated[str, Argument(metavar="SENARE", help="Den senare rapportens id eller filnamn.", show_default=False)]
Heading = Annotated[
    str | None,
    Option(
        "--section",
        metavar="RUBRIK",
        help="Ett avsnitt i den tidigare rapporten, efter rubrik eller id: jämför det ord för ord.",
        show_default=False,
    ),
]


def run(
    context: Context,
    earlier: Earlier,
    later: Later,
    section: Heading = None,
    as_json: Json = False,
    data: Data = None,
    model: Model = None,
) -> None:
    """Jämför två rapporter avsnitt för avsnitt, eller ett avsnitt ord för ord."""
    from api.commands.section_texts import outline, section_of, text
    from api.commands.terminal import write
    from api.knowledge import Knowledge
    from api.schemas.sections import ReportsComparison, SectionsComparison
    from corpus.errors import NotFound

    with Knowledge.open(settings_of(context, data, model=model)) as knowledge:
        store, comparer = knowledge.store, knowledge.section_comparer
        before, after = (store.report(store.resolve(name)) for name in (earlier, later))
        if section is None:
            write(ReportsComparison.of(comparer.reports(before, after)), as_json, outline)
            return
        wanted = section_of(store.sections(before.id, spans=False), section)
        match = comparer.counterpart(wanted.id, after)
        if not match.after:
            raise NotFound(f"”{wanted.heading}” har ingen motsvarighet i {after.file}.")
        write(SectionsComparison.of(comparer.sections(match.before, match.after)), as_json, text)
