"""The original files."""

from pathlib import PurePath

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from api.guard import CACHE_CONTROL
from api.routes.common import AMBIGUOUS, KnowledgeBase, Reference, Version, etag, find, has_current

router = APIRouter(prefix="/reports", tags=["reports"], responses=AMBIGUOUS)

#: Formats that a browser shows by itself without running anything of theirs in the site's name. All else is saved.
INLINE = {".pdf": "application/pdf"}
SAVED = "application/octet-stream"
#: Chromium shows a PDF in a page of its own making, whose inline styles the site's policy would forbid: the PDF would
#: be a strip at the top (crbug.com/271452). A PDF itself can bring no styles.
VIEWER_POLICY = (
    "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


@router.get(
    "/{reference}/file",
    operation_id="getFile",
    summary="Originalfilen",
    response_class=FileResponse,
    responses={200: {"content": {"application/pdf": {}, SAVED: {}}, "description": "Filens byte, oförändrade"}},
)
def get_file(
    knowledge: KnowledgeBase,
    request: Request,
    reference: Reference,
    version: Version = None,
) -> Response:
    """Filen som den lästes in; PDF visas i webbläsaren, andra format sparas."""
    report = find(knowledge.store, reference, version)
    path = knowledge.original(report.content_hash)
    headers = {"ETag": etag(report.content_hash), "Cache-Control": CACHE_CONTROL}
    if has_current(request.headers, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    media_type = INLINE.get(PurePath(report.file).suffix.lower())
    if media_type:
        headers["Content-Security-Policy"] = VIEWER_POLICY
    return FileResponse(
        path,
        media_type=media_type or SAVED,
        filename=report.file,
        content_disposition_type="inline" if media_type else "attachment",
        headers=headers,
    )
