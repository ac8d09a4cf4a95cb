"""Saved searches: kept, told what is new, marked as seen, forgotten."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, status

from api.routes.common import LONGEST, KnowledgeBase
from api.saving import save_search
from api.schemas.common import ErrorShape
from api.schemas.saved_searches import SavedSearch, SavedSearches, SearchToSave, Seen

_REFUSALS: dict[int | str, dict[str, Any]] = {
    403: {"model": ErrorShape, "description": "Anropet kom från en annan webbplats"},
    413: {"model": ErrorShape, "description": "Det finns redan så många bevakningar som går an"},
}
router = APIRouter(prefix="/saved-searches", tags=["saved searches"], responses=_REFUSALS)
SearchId = Annotated[str, Path(max_length=LONGEST, description="Bevakningens id.", examples=["5e1f00c2d9ab"])]


@router.get("", operation_id="savedSearches", summary="Alla bevakningar, med det nya för var och en")
def saved_searches(knowledge: KnowledgeBase) -> SavedSearches:
    """De senast sparade först; `new` är träffar i rapporter som kommit in sedan bevakningen senast sågs."""
    news = map(knowledge.watcher.news, knowledge.store.saved_searches())
    return SavedSearches(saved_searches=[SavedSearch.of(each) for each in news])


@router.post("", operation_id="saveSearch", summary="Bevaka en sökning", status_code=status.HTTP_201_CREATED)
def save(knowledge: KnowledgeBase, search: SearchToSave) -> SavedSearch:
    """Allt som finns nu räknas som sett. En sökning som redan bevakas lämnas som den är."""
    return SavedSearch.of(knowledge.watcher.news(save_search(knowledge, search.request())))


@router.get("/{search}", operation_id="savedSearch", summary="En bevakning, med det nya")
def saved_search(knowledge: KnowledgeBase, search: SearchId) -> SavedSearch:
    """Träffar i rapporter som kommit in sedan bevakningen senast sågs."""
    return SavedSearch.of(knowledge.watcher.news(knowledge.store.saved_search(search)))


@router.post("/{search}/seen", operation_id="markSeen", summary="Märk det nya som sett")
def mark_seen(knowledge: KnowledgeBase, search: SearchId, seen: Seen) -> SavedSearch:
    """Det som kommit in till och med `commit` är inte längre nytt."""
    return SavedSearch.of(knowledge.watcher.news(knowledge.store.mark_seen(search, seen.commit)))


@router.delete(
    "/{search}", operation_id="forgetSearch", summary="Ta bort en bevakning", status_code=status.HTTP_204_NO_CONTENT
)
def forget(knowledge: KnowledgeBase, search: SearchId) -> None:
    """Sökningen bevakas inte längre."""
    knowledge.store.forget_search(search)
