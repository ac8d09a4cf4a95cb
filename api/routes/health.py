"""Whether the knowledge base can be used."""

from fastapi import APIRouter
from pydantic import ConfigDict, Field

from api.routes.common import KnowledgeBase
from api.schemas.common import Shape
from corpus.errors import ModelError, VersionMismatch
from search.generations import Generations, Manifest

router = APIRouter(tags=["health"])


class Health(Shape):
    """What the store and the index reflect; they differ while something is being taken in."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "status": "ok",
                    "store_commit": 12,
                    "index_commit": 12,
                    "model": "intfloat/multilingual-e5-small#0123456789ab",
                    "reports": 9,
                }
            ]
        }
    )

    status: str = Field(description="Alltid `ok`; annars kommer ett fel i stället.")
    store_commit: int
    index_commit: int | None = Field(description="Null där inget är indexerat än.")
    model: str
    reports: int


@router.get("/health", operation_id="health", summary="Om kunskapsbasen går att använda")
def health(knowledge: KnowledgeBase) -> Health:
    """Svarar 503 med skälet där kunskapsbasen inte går att använda."""
    generations = Generations(knowledge.store.folder / "index")
    name = generations.current()
    manifest = generations.manifest(name) if name else None
    if name and manifest is None:
        raise VersionMismatch("Indexet är gjort av en annan version eller skadat. Kör ”arsringar reindex”.")
    _refuse_other_model(manifest, knowledge.encoder.model)
    return Health(
        status="ok",
        store_commit=knowledge.store.commit_number,
        index_commit=manifest.commit if manifest else None,
        model=knowledge.encoder.model,
        reports=len(knowledge.store.reports()),
    )


def _refuse_other_model(manifest: Manifest | None, model: str) -> None:
    if manifest and manifest.passages and manifest.model != model:
        raise ModelError(f"Indexet är gjort med modellen {manifest.model}, men nu används {model}.")
