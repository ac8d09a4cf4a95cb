"""Reports and their sections."""

from typing import Annotated

from fastapi import APIRouter, Path

from api.routes.common import AMBIGUOUS, BUSY, LONGEST, KnowledgeBase, Reference, Version, find
from api.schemas.contents import Section
from api.schemas.reports import Report, ReportContents, ReportEdited, ReportList, SectionList
from api.schemas.uploads import ReportPatch
from corpus.errors import NotFound

router = APIRouter(prefix="/reports", tags=["reports"], responses=AMBIGUOUS)

SectionId = Annotated[str, Path(max_length=LONGEST, description="Avsnittets id.", examples=["3f9a0b1c2d4e-1-s12"])]


@router.get("", operation_id="listReports", summary="Alla rapporter")
def list_reports(knowledge: KnowledgeBase) -> ReportList:
    """De gällande versionerna, och filer som inte gick att läsa."""
    return ReportList.of(knowledge.store.reports(), knowledge.store.failures())


@router.get("/{reference}", operation_id="getReport", summary="En rapport och allt som lästes ur den")
def get_report(knowledge: KnowledgeBase, reference: Reference, version: Version = None) -> ReportContents:
    """Uppgifter, avsnitt, tabeller, fotnoter och fakta."""
    return ReportContents.of(knowledge.store, find(knowledge.store, reference, version))


@router.patch("/{reference}", operation_id="editReport", summary="Rätta vad som står om en rapport", responses=BUSY)
def edit_report(knowledge: KnowledgeBase, reference: Reference, patch: ReportPatch) -> ReportEdited:
    """Fälten som skickas rättas, också när rapporten läses in på nytt; `clear` tar tillbaka rättelser."""
    report = find(knowledge.store, reference)
    edited = knowledge.jobs.edit(report.id, patch.changes(), patch.clear)
    return ReportEdited(report=Report.model_validate(edited))


@router.get("/{reference}/sections", operation_id="listSections", summary="En rapports avsnitt")
def list_sections(knowledge: KnowledgeBase, reference: Reference, version: Version = None) -> SectionList:
    """Avsnitten i läsordning."""
    return SectionList.of(knowledge.store, find(knowledge.store, reference, version))


@router.get("/{reference}/sections/{section}", operation_id="getSection", summary="Ett avsnitt")
def get_section(knowledge: KnowledgeBase, reference: Reference, section: SectionId, version: Version = None) -> Section:
    """Rubriken och avsnittets egen text."""
    report = find(knowledge.store, reference, version)
    for candidate in SectionList.of(knowledge.store, report).sections:
        if candidate.id == section:
            return candidate
    raise NotFound(f"Rapporten {report.file} har inget avsnitt ”{section}”.")
