"""Bytes to text: which encoding a text file has, and whether it is text at all."""

import codecs
import re
import unicodedata

from corpus.errors import LimitExceeded, UnreadableFile
from corpus.settings import MEGABYTE, Settings

#: Byte order marks and what they say; UTF-32's begins like UTF-16's and so comes first.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: How files of other formats begin.
FOREIGN = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"{\\rtf")
#: Control characters that no text holds; more of them than this share and the file is something else.
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
MAX_CONTROL_SHARE = 0.005
#: A file with this many well-formed characters beyond ASCII for each malformed one is damaged UTF-8, not Latin-1.
WELL_FORMED_SHARE = 3


def decode(content: bytes, name: str, settings: Settings) -> str:
    r"""Text of a file in UTF-8, UTF-16, UTF-32 or Windows-1252, with "\n" as line end and composed characters.

    Raises:
        UnreadableFile: the file is empty (`empty`) or holds something else than text (`not_text`).
        LimitExceeded: the file is larger than `settings.max_text_bytes`.
    """
    if len(content) > settings.max_text_bytes:
        most = settings.max_text_bytes / MEGABYTE
        message = f"”{name}” är {len(content) / MEGABYTE:.0f} MB; textfiler över {most:.0f} MB läses inte. Dela filen."
        raise LimitExceeded(message)
    if content.startswith(FOREIGN):
        raise _not_text(name)
    text = _decoded(content, name)
    if len(CONTROLS.findall(text)) > max(1, MAX_CONTROL_SHARE * len(text)):
        raise _not_text(name)
    text = CONTROLS.sub("", text).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = unicodedata.normalize("NFC", text)
    if not text.strip():
        raise UnreadableFile(f"”{name}” är tom. Kontrollera att rätt fil valdes.", reason="empty")
    return text


def _decoded(content: bytes, name: str) -> str:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            try:
                return content[len(mark) :].decode(encoding)
            except UnicodeDecodeError:
                raise _not_text(name) from None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged_or_latin(content)


def _damaged_or_latin(content: bytes) -> str:
    damaged = content.decode("utf-8", errors="replace")
    malformed = damaged.count("\ufffd")
    well_formed = sum(character > "\x7f" for character in damaged) - malformed
    if well_formed >= WELL_FORMED_SHARE * malformed:
        return damaged
    # Five bytes mean nothing in Windows-1252; Latin-1 makes control characters of them.
    return content.decode("cp1252", errors="replace").replace("\ufffd", "")


def _not_text(name: str) -> UnreadableFile:
    message = f"”{name}” innehåller inte text utan något annat. Kontrollera att filen har rätt ändelse."
    return UnreadableFile(message, reason="not_text")
