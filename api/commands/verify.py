"""`arsringar verify [--deep]`."""

import time
from typing import Annotated

from typer import Context, Option

from api.commands.options import Data, Json, Model, settings_of
from api.commands.terminal import decimal, write
from api.schemas.upkeep import Findings, VerifyFinding

Deep = Annotated[bool, Option("--deep", help="Räkna om vektorerna och jämför.", show_default=False)]


def run(context: Context, deep: Deep = False, as_json: Json = False, data: Data = None, model: Model = None) -> int:
    """Kontrollera hela kunskapsbasen: citat, vektorer och index."""
    from api.knowledge import Knowledge
    from api.verification import verify

    began = time.monotonic()
    with Knowledge.open(settings_of(context, data, model=model)) as knowledge:
        found = [VerifyFinding.model_validate(finding) for finding in verify(knowledge, deep=deep)]
    seconds = round(time.monotonic() - began, 2)
    write(Findings(ok=not found, findings=found, seconds=seconds), as_json, rendered)
    return 1 if found else 0


def rendered(result: Findings) -> str:
    """Each finding on a line, or that there is none."""
    if result.ok:
        return f"Inget fel hittades ({decimal(result.seconds)} s)."
    return "\n".join(f"{finding.where}: {finding.message}" for finding in result.findings)
