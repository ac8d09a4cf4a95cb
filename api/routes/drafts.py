"""Drafts: begun, read, changed, undone, taken out."""

from typing import Annotated, Any
from urllib.parse import quote as quoted

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from api.drafts import document, editing, starting
from api.drafts.borrowing import borrow
from api.drafts.decisions import requirements
from api.drafts.merging import said
from api.drafts.newer import Newer
from api.drafts.standing import OpenMark, open_marks
from api.drafts.suggestions import suggest
from api.knowledge import Knowledge
from api.routes.common import GREATEST, LONGEST, KnowledgeBase, Reference
from api.schemas.common import ErrorShape, Period
from api.schemas.draft_requests import Confirmation, Loan, NewDraft, SaidDraft, SeenVersion
from api.schemas.drafts import (
    Draft,
    DraftList,
    EarlierSection,
    FoundPassage,
    ListedDraft,
    Mark,
    Marks,
    SuggestionList,
    Use,
    Uses,
)
from corpus.drafts import unanswered
from corpus.store import StoredDraft

_REFUSALS: dict[int | str, dict[str, Any]] = {
    403: {"model": ErrorShape, "description": "Anropet kom från en annan webbplats"},
    409: {"model": ErrorShape, "description": "Utkastet är inte som det sågs"},
    413: {"model": ErrorShape, "description": "Utkastet är för stort"},
}
_DOCUMENT: dict[int | str, dict[str, Any]] = {
    200: {"content": {document.MEDIA_TYPE: {}}, "description": "Utkastet som Word-dokument"}
}
router = APIRouter(tags=["drafts"], responses=_REFUSALS)

DraftId = Annotated[str, Path(max_length=LONGEST, description="Utkastets id.", examples=["0a1b2c3d4e5f"])]
HeadingId = Annotated[str, Path(max_length=LONGEST, description="Rubrikens id i utkastet.", examples=["h3"])]
BlockId = Annotated[str, Path(max_length=LONGEST, description="Styckets id i utkastet.", examples=["b7"])]
Seen = Annotated[int, Query(ge=1, le=GREATEST, description="Den version som sågs.", examples=[3])]
OldVersion = Annotated[int | None, Query(ge=1, le=GREATEST, description="En tidigare version; annars den gällande.")]


@router.get("/drafts", operation_id="listDrafts", summary="Utkast")
def list_drafts(knowledge: KnowledgeBase) -> DraftList:
    """Alla utkast, det senast sparade först, med vad som återstår i vart och ett."""
    names = knowledge.project_names.now()
    return DraftList(
        drafts=[
            ListedDraft(
                id=stored.id,
                version=stored.version,
                title=stored.draft.title,
                period=Period.model_validate(stored.draft.period),
                saved_at=stored.saved_at,
                headings=len(stored.draft.headings),
                unanswered=len(unanswered(stored.draft)),
                open_marks=sum(1 for _ in open_marks(stored.draft, names)),
            )
            for stored in knowledge.store.drafts()
        ]
    )


@router.post("/drafts", operation_id="beginDraft", summary="Börja ett utkast", status_code=201)
def begin_draft(knowledge: KnowledgeBase, new: NewDraft) -> Draft:
    """Varje krav i ett beslut (`decision`) eller varje rubrik i en rapport (`report`) blir en rubrik."""
    period = new.period.period()
    if new.decision is not None:
        draft = starting.from_requirements(new.title, period, requirements(new.decision))
    elif new.report is not None:
        draft = starting.from_report(knowledge.store, knowledge.store.resolve(new.report), new.title, period)
    else:
        draft = starting.from_nothing(new.title, period)
    return Draft.of(knowledge.store.begin_draft(draft))


@router.get("/drafts/{draft}", operation_id="getDraft", summary="Ett utkast")
def get_draft(knowledge: KnowledgeBase, draft: DraftId, version: OldVersion = None) -> Draft:
    """Utkastet som det är nu, eller i en tidigare version."""
    return Draft.of(knowledge.store.draft(draft, version))


@router.put("/drafts/{draft}", operation_id="saveDraft", summary="Spara ett utkast")
def save_draft(knowledge: KnowledgeBase, draft: DraftId, content: SaidDraft) -> Draft:
    """Hela utkastet som det ska vara. Stycken som är kända till sitt id behåller sin källa; nya är skribentens egna."""
    stored = knowledge.store.draft(draft)
    return Draft.of(knowledge.store.save_draft(draft, said(stored.draft, content), content.version))


@router.delete("/drafts/{draft}", operation_id="deleteDraft", summary="Ta bort ett utkast", status_code=204)
def delete_draft(knowledge: KnowledgeBase, draft: DraftId, version: Seen) -> None:
    """Utkastet och alla dess versioner tas bort."""
    knowledge.store.delete_draft(draft, version)


@router.post("/drafts/{draft}/undo", operation_id="undoDraft", summary="Ångra")
def undo_draft(knowledge: KnowledgeBase, draft: DraftId, seen: SeenVersion) -> Draft:
    """Utkastet blir åter som i versionen före."""
    return Draft.of(knowledge.store.undo_draft(draft, seen.version))


@router.post("/drafts/{draft}/redo", operation_id="redoDraft", summary="Gör om")
def redo_draft(knowledge: KnowledgeBase, draft: DraftId, seen: SeenVersion) -> Draft:
    """Utkastet blir som i den version som ångrades."""
    return Draft.of(knowledge.store.redo_draft(draft, seen.version))


@router.get(
    "/drafts/{draft}/headings/{heading}/suggestions", operation_id="suggestForHeading", summary="Förslag att låna"
)
def suggest_for_heading(
    knowledge: KnowledgeBase,
    draft: DraftId,
    heading: HeadingId,
    q: Annotated[str, Query(description="Egen fråga i stället för rubrikens ord.", examples=["bredband"])] = "",
) -> SuggestionList:
    """Vad tidigare rapporter skrev under samma rubrik, och vad sökningen finner."""
    stored = knowledge.store.draft(draft)
    found = suggest(knowledge, stored.draft, editing.find_heading(stored.draft, heading), q)
    return SuggestionList(
        earlier=[
            EarlierSection(
                report_id=one.report.id,
                title=one.report.metadata.title,
                period=Period.model_validate(one.report.metadata.period) if one.report.metadata.period else None,
                section_id=one.section.id,
                text=one.section.text,
                references=[
                    *([f"text:{one.section.id}"] if one.section.text.strip() else []),
                    *(f"table:{table.id}" for table in one.tables),
                ],
            )
            for one in found.earlier
        ],
        hits=[
            FoundPassage(
                report_id=hit.report.id,
                title=hit.report.metadata.title,
                citation=hit.citation,
                quote=hit.quote,
                passage=hit.passage.text,
                references=[
                    f"words:{hit.passage.id}:{hit.start}:{hit.start + len(hit.quote)}",
                    f"passage:{hit.passage.id}",
                ],
            )
            for hit in found.hits
        ],
        confident=found.sure,
    )


@router.post("/drafts/{draft}/headings/{heading}/loans", operation_id="borrowForHeading", summary="Låna")
def borrow_for_heading(knowledge: KnowledgeBase, draft: DraftId, heading: HeadingId, loan: Loan) -> Draft:
    """Ett avsnitt, ett stycke, en mening, tabellrader eller en siffra läggs sist under rubriken, med sin källa.

    `reference` är `section:ID`, `text:ID`, `passage:ID`, `words:ID:START:END`, `table:ID`, `rows:ID:START:END` eller
    `figure:ID`.
    """
    stored = knowledge.store.draft(draft)
    changed = editing.add_blocks(stored.draft, heading, borrow(knowledge.store, loan.reference))
    return Draft.of(knowledge.store.save_draft(draft, changed, loan.version))


@router.get("/drafts/{draft}/marks", operation_id="listMarks", summary="Att kontrollera")
def list_marks(knowledge: KnowledgeBase, draft: DraftId) -> Marks:
    """Det lånade som kan vara inaktuellt och inte är bekräftat, med nyare värden där det finns."""
    stored = knowledge.store.draft(draft)
    found = list(open_marks(stored.draft, knowledge.project_names.now()))
    return Marks(version=stored.version, marks=[Mark.of(one, _newer(knowledge, stored, one)) for one in found])


def _newer(knowledge: Knowledge, stored: StoredDraft, one: OpenMark) -> Newer | None:
    mark = one.standing.mark
    return knowledge.newer_figures.among(one.origin, [mark], stored.draft.period.end).get(mark.key)


@router.post("/drafts/{draft}/blocks/{block}/confirmations", operation_id="confirmMarks", summary="Bekräfta")
def confirm_marks(knowledge: KnowledgeBase, draft: DraftId, block: BlockId, said: Confirmation) -> Draft:
    """Märkta uppgifter i ett stycke stämmer som de står."""
    changed = editing.settle(knowledge.store.draft(draft).draft, block, said.keys)
    return Draft.of(knowledge.store.save_draft(draft, changed, said.version))


@router.get(
    "/drafts/{draft}/document.docx",
    operation_id="getDraftDocument",
    summary="Utkastet som Word-dokument",
    response_class=Response,
    responses=_DOCUMENT,
)
def get_draft_document(knowledge: KnowledgeBase, draft: DraftId) -> Response:
    """Med rubriker, fotnoter och tabeller; det som inte är kontrollerat eller besvarat står som kommentarer."""
    stored = knowledge.store.draft(draft)
    name = document.file_name(stored.draft)
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quoted(name)}"}
    content = document.write(stored, knowledge.project_names.now(), knowledge.newer_figures.among)
    return Response(content, media_type=document.MEDIA_TYPE, headers=headers)


@router.get("/reports/{reference}/drafts", operation_id="listDraftsUsing", summary="Utkast som lånar ur en rapport")
def list_drafts_using(knowledge: KnowledgeBase, reference: Reference) -> Uses:
    """Vilka utkast som har stycken ur rapporten; det som lånats står kvar i dem också när rapporten tas bort."""
    return Uses(drafts=[Use.of(use) for use in knowledge.store.drafts_using(knowledge.store.resolve(reference))])
