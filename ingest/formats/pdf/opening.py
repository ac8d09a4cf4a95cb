"""Opening a PDF, or saying in words why it cannot be read."""

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from corpus.errors import LimitExceeded, UnreadableFile
from corpus.settings import Settings

#: pdfium finds the header anywhere in the first kilobyte.
HEADER_WITHIN = 1024


def open_pdf(content: bytes, name: str, settings: Settings) -> pdfium.PdfDocument:
    """Open a PDF; one that is locked with an empty password is opened too.

    Raises:
        UnreadableFile: it is no PDF, is locked or damaged, or has no pages.
        LimitExceeded: it has more pages than the settings allow.
    """
    if b"%PDF-" not in content[:HEADER_WITHIN]:
        message = f"{name}: filen är ingen PDF trots sitt namn. Kontrollera filen och ge den rätt filändelse."
        raise UnreadableFile(message, reason="not_a_pdf")
    # pdfium refuses a document without pages but leaves its last error as it was: here, that of a file not found.
    raw.FPDF_LoadDocument(b"", None)
    try:
        document = pdfium.PdfDocument(content)
        count = len(document)
    except pdfium.PdfiumError as error:
        raise _explain(error, name) from None
    if count < 1:
        document.close()
        raise _no_pages(name)
    if count > settings.max_pages:
        document.close()
        message = (
            f"{name}: filen har {count} sidor och gränsen är {settings.max_pages}. "
            "Dela filen eller höj gränsen med ARSRINGAR_MAX_PAGES."
        )
        raise LimitExceeded(message)
    return document


def _explain(error: pdfium.PdfiumError, name: str) -> UnreadableFile:
    code = getattr(error, "err_code", None)
    if code == raw.FPDF_ERR_FILE:
        return _no_pages(name)
    if code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
        message = f"{name}: filen är skyddad med lösenord. Spara den utan lösenord och läs in den igen."
        return UnreadableFile(message, reason="encrypted")
    message = f"{name}: filen är skadad och kan inte läsas som PDF. Hämta den på nytt från källan."
    return UnreadableFile(message, reason="damaged")


def _no_pages(name: str) -> UnreadableFile:
    return UnreadableFile(f"{name}: filen har inga sidor. Skapa PDF-filen på nytt.", reason="no_pages")
