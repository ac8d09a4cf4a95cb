"""What becomes of a page or picture whose text is in no text layer, and how a reader is told of it."""

from collections.abc import Mapping
from typing import Literal

from corpus.model import Problem
from corpus.settings import Settings

#: `read`, and `unsure` where much of it may be wrong; `empty`, there is no text; `missing`, Tesseract or its Swedish
#: data is not installed; `off`, it is not to be used; `too_slow`, its time was out; `failed`, it gave up.
Outcome = Literal["read", "unsure", "empty", "missing", "off", "too_slow", "failed"]
#: What the text stands in: the page as a whole, or pictures on it.
Subject = Literal["page", "picture"]

#: Mean confidence in percent below which a text is unsure: clean print of the sample reports has 92 to 96.
UNSURE = 80.0

_SUBJECTS: Mapping[Subject, str] = {
    "page": "sidan är en bild utan textlager",
    "picture": "en bild på sidan innehåller text, kanske en tabell, som inte finns i textlagret",
}
#: The code and what follows upon the subject, for a page and for a picture.
_PAGES: Mapping[Outcome, tuple[str, str]] = {
    "read": ("read_by_ocr", "Texten är textigenkänd (OCR) och kan ha fel: jämför med sidans bild."),
    "unsure": (
        "ocr_unsure",
        "Texten är textigenkänd (OCR) men osäker ({sure:.0f} procents säkerhet) och kan ha många fel: "
        "jämför med sidans bild.",
    ),
    "empty": ("ocr_empty", "Textigenkänningen (OCR) hittade ingen text. Jämför med originalet."),
    "missing": (
        "no_text_layer",
        "För att få den läst: installera Tesseract med svenska (Debians paket tesseract-ocr och tesseract-ocr-swe) "
        "och läs in filen igen.",
    ),
    "off": (
        "no_text_layer",
        "Textigenkänning (OCR) är avstängd: sätt ARSRINGAR_OCR=auto och läs in filen igen.",
    ),
    "too_slow": (
        "ocr_failed",
        "Textigenkänningen (OCR) hann inte bli klar. Höj gränsen ARSRINGAR_PAGE_SECONDS och läs in filen igen.",
    ),
    "failed": ("ocr_failed", "Textigenkänningen (OCR) misslyckades. Jämför med originalet."),
}
_PICTURES: Mapping[Outcome, tuple[str, str]] = {
    **_PAGES,
    "read": (
        "image_read_by_ocr",
        "Den är textigenkänd (OCR), kan ha fel, står vid bilden och går inte att söka i.",
    ),
    "unsure": (
        "ocr_unsure",
        "Den är textigenkänd (OCR) men osäker ({sure:.0f} procents säkerhet), står vid bilden och går inte att söka i.",
    ),
    "missing": ("image_not_read", _PAGES["missing"][1]),
    "off": ("image_not_read", _PAGES["off"][1]),
}
_ENDINGS: Mapping[Subject, Mapping[Outcome, tuple[str, str]]] = {"page": _PAGES, "picture": _PICTURES}

#: Problems for whose sake a file is read again once Tesseract can be used.
WORTH_ANOTHER_TRY = frozenset({"no_text_layer", "image_not_read", "ocr_failed"})


class NotRead(Exception):
    """A picture that was not read, and why."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome)
        self.outcome = outcome


def problem(name: str, page: int, subject: Subject, outcome: Outcome, sure: float = 0.0) -> Problem:
    """What the reader of a report is told.

    Args:
        name: the file.
        page: its page, counted from 1.
        subject: what the text stands in.
        outcome: what became of it.
        sure: the mean confidence in percent.
    """
    code, ending = _ENDINGS[subject][outcome]
    return Problem(code, f"{name}, sidan {page}: {_SUBJECTS[subject]}. {ending.format(sure=sure)}", page)


def absence(settings: Settings) -> Outcome:
    """Why Tesseract is not used, where it is not."""
    return "missing" if settings.ocr == "auto" else "off"
