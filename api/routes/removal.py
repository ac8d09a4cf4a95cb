"""Reports removed, after every use of them has been decided on."""

from fastapi import APIRouter

from api.removal import decide
from api.routes.common import AMBIGUOUS, BUSY, KnowledgeBase, Reference, find
from api.schemas.upkeep import DecidedUse, LinkUse, LinkUses, RemovalRequest, Removed, RemovedReport
from api.uses import uses_of

router = APIRouter(prefix="/reports", tags=["reports"], responses=AMBIGUOUS)


@router.get("/{reference}/links", operation_id="listLinksUsing", summary="Länkar för hand med en ände i en rapport")
def list_links_using(knowledge: KnowledgeBase, reference: Reference) -> LinkUses:
    """Vad någon sagt höra ihop eller inte höra ihop, där rapporten säger den ena."""
    report = find(knowledge.store, reference)
    return LinkUses(links=[LinkUse.of(use) for use in uses_of(knowledge.store, report.id).links])


@router.post("/{reference}/removal", operation_id="removeReport", summary="Radera en rapport", responses=BUSY)
def remove_report(knowledge: KnowledgeBase, reference: Reference, request: RemovalRequest) -> Removed:
    """Varje spår raderas och innehållet släpps inte in igen. Säg för varje utkast och länk vad som ska ske."""
    report = find(knowledge.store, reference)
    uses = uses_of(knowledge.store, report.id)
    removal = knowledge.jobs.remove(report.id, decide(uses, request.drafts, request.links))
    return Removed(
        removed=[RemovedReport(id=report.id, file=report.file)],
        blocked=list(removal.content_hashes),
        drafts=[DecidedUse(id=use.id, choice=request.drafts[use.id]) for use in uses.drafts],
        links=[DecidedUse(id=use.id, choice=request.links[use.id]) for use in uses.links],
    )
