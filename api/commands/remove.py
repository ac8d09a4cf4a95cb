"""`arsringar remove REPORT... [--forget-drafts] [--keep-links]`."""

from collections.abc import Iterator
from typing import Annotated

from typer import Argument, Context, Option

from api.commands.options import Data, Json, Model, settings_of
from api.commands.terminal import write
from api.schemas.upkeep import DecidedUse, Removed, RemovedReport

Reports = Annotated[list[str], Argument(metavar="RAPPORT...", help="Id eller filnamn.", show_default=False)]
ForgetDrafts = Annotated[
    bool, Option("--forget-drafts", help="Radera också det som utkast lånat ur rapporterna.", show_default=False)
]
KeepLinks = Annotated[
    bool,
    Option(
        "--keep-links",
        help="Spara länkar som gjorts för hand: de gäller igen om rapporten läses in på nytt.",
        show_default=False,
    ),
]


def run(
    context: Context,
    reports: Reports,
    forget_drafts: ForgetDrafts = False,
    keep_links: KeepLinks = False,
    as_json: Json = False,
    data: Data = None,
    model: Model = None,
) -> None:
    """Radera varje spår av rapporter och släpp inte in dem igen.

    Det som utkast lånat står kvar och länkar som gjorts för hand går med, om inget annat sägs; allt räknas upp.
    """
    from api.knowledge import Knowledge
    from api.uses import uses_of
    from ingest.pipeline import complete

    with Knowledge.open(settings_of(context, data, model=model)) as knowledge:
        store = knowledge.store
        found = {report: store.report(report).file for report in dict.fromkeys(map(store.resolve, reports))}
        with store.writing("arsringar remove"):
            uses = {report: uses_of(store, report) for report in found}
            links = {use.id: use.link for its in uses.values() for use in its.links}
            drafts = [(use.id, report) for report, its in uses.items() for use in its.drafts]
            for draft, report in drafts if forget_drafts else ():
                store.forget_in_draft(draft, report)
            kept = [(link.anchor, link.event) for link in links.values()] if keep_links else []
            removal = store.remove(found, kept)
            complete(store, knowledge.encoder, knowledge.publisher)
    shape = Removed(
        removed=[RemovedReport(id=report, file=file) for report, file in found.items()],
        blocked=list(removal.content_hashes),
        drafts=[
            DecidedUse(id=draft, choice="forget" if forget_drafts else "keep")
            for draft in dict.fromkeys(draft for draft, _ in drafts)
        ],
        links=[DecidedUse(id=link, choice="keep" if keep_links else "forget") for link in links],
    )
    write(shape, as_json, lambda done: "\n".join(_lines(done)))


def _lines(done: Removed) -> Iterator[str]:
    yield from (f"Raderad: {report.file} ({report.id})" for report in done.removed)
    for use in done.drafts:
        what = "är kvar" if use.choice == "keep" else "är också raderat"
        yield f"Det som utkastet {use.id} lånade {what}."
    for use in done.links:
        what = "är sparad tills rapporten läses in igen" if use.choice == "keep" else "är borttagen"
        yield f"Länken {use.id}, som gjorts för hand, {what}."
