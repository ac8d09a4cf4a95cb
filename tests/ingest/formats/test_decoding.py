import codecs

import pytest

from corpus.errors import LimitExceeded, UnreadableFile
from corpus.settings import Settings
from ingest.formats.decoding import decode

TEXT = "Övertorneå: 55 procent – ”bäst”\nslut"


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("cp1252"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode("cp1252"),
        TEXT.replace("å", "a\u030a").encode(),
        TEXT.encode() + b"\x00",
    ],
)
def test_encodings_are_told_apart(content: bytes) -> None:
    assert decode(content, "a.txt", Settings()) == TEXT


def test_damaged_utf8_stays_utf8() -> None:
    assert decode("åäö åäö".encode() + b"\xff", "a.txt", Settings()) == "åäö åäö\ufffd"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (b"%PDF-1.7 text", "not_text"),
        (b"PK\x03\x04", "not_text"),
        (bytes(range(256)) * 4, "not_text"),
        (codecs.BOM_UTF16_LE + b"a", "not_text"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=r"a\.txt") as caught:
        decode(content, "a.txt", Settings())
    assert caught.value.reason == reason


def test_a_file_beyond_the_limit_is_refused() -> None:
    with pytest.raises(LimitExceeded, match="Dela filen"):
        decode(b"a" * 11, "a.txt", Settings(max_text_bytes=10))
