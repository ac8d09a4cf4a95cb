"""`arsringar reindex`."""

from typer import Context

from api.commands.options import Data, Model, settings_of
from api.commands.terminal import write_text


def run(context: Context, data: Data = None, model: Model = None) -> None:
    """Räkna om vektorer och index, till exempel efter byte av modell."""
    from api.commands.progress import shown
    from api.knowledge import Knowledge
    from ingest.pipeline import complete

    with Knowledge.open(settings_of(context, data, model=model)) as knowledge, shown() as notice:
        complete(knowledge.store, knowledge.encoder, knowledge.publisher, notice)
    write_text("Vektorer och index motsvarar kunskapsbasen.")
