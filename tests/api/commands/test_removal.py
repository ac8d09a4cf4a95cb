"""`arsringar remove`: no trace in any byte under the data folder, compressed ones unpacked."""

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from search.generations import Generations
from tests.api.commands.conftest import Call

#: What only the removed report says: a sentence, and words that no other text has.
SENTENCE = "Zonofluxmätaren i Kvastmåla visade fyrtiosju grader under midvinternatten."
WORDS = ("zonofluxmätaren", "kvastmåla", "midvinternatten")
_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b")


def stretches(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """The bytes of every file, and of every compressed stretch in it, unpacked."""
    for path in (path for path in folder.rglob("*") if path.is_file()):
        raw = path.read_bytes()
        yield path, raw
        for match in _ZLIB.finditer(raw):
            try:
                yield path, zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(raw[match.start() :])
            except zlib.error:
                continue


def holding(folder: Path) -> set[str]:
    """Names of files that hold the sentence or one of the words, in UTF-8 or UTF-16."""
    texts = [SENTENCE, *WORDS, *(word.capitalize() for word in WORDS)]
    signs = [text.encode(encoding) for text in texts for encoding in ("utf-8", "utf-16-le")]
    return {path.name for path, data in stretches(folder) if any(sign in data for sign in signs)}


@pytest.mark.parametrize("other", [True, False], ids=["beside others", "alone"])
def test_what_only_one_report_says_is_nowhere_after_its_removal(
    other: bool, base: Path, call: Call, reports: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "hemlig.md"
    secret.write_text(f"# Hemlig mätning 2019\n\n## Läget\n\n{SENTENCE}\n", encoding="utf-8")
    assert call("ingest", secret).status == 0
    if not other:
        assert call("remove", *(path.stem for path in reports.iterdir())).status == 0
    assert call("search", "zonofluxmätaren", "--json").json["hits"][0]["quote"] == SENTENCE
    call("edit", "hemlig", "--title", f"{SENTENCE} Rättad")
    assert "store.sqlite" in holding(base)
    assert call("remove", "hemlig").status == 0
    assert holding(base) == set()
    generation = Generations(base / "index").open()
    assert generation is not None
    assert not any(generation.lexical.knows(word) for word in WORDS)
    again = call("ingest", secret, "--json").json
    assert [report["status"] for report in again["reports"]] == ["blocked"]
    assert holding(base) == set()
