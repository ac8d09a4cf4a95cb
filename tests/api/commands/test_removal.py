"""`arsringar remove`: no trace in any byte under the data folder, compressed ones unpacked."""

import re
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from corpus.drafts import Block, Draft, Heading, Origin
from corpus.model import Period
from corpus.store import Store
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


@pytest.mark.parametrize("kept", [True, False])
def test_what_uses_a_report_is_told_and_kept_as_one_says(kept: bool, base: Path, call: Call, reports: Path) -> None:
    first, second = sorted(reports.iterdir())[:2]
    year = Period(date(2025, 1, 1), date(2025, 12, 31))
    with Store.open(base) as store:
        report, other = store.resolve(first.name), store.resolve(second.name)
        block = Block("b1", "stretch", "Orden.", origin=Origin(report, 1, None, None, "Källa", "Orden.", "Orden."))
        draft = store.begin_draft(Draft("Utkast", year, (Heading("h1", "A", blocks=(block,)),))).id
        store.judge_link("0" * 16, "1" * 16, other, "same", report)
    options = ["--keep-links"] if kept else ["--forget-drafts"]
    done = call("remove", first.name, "--json", *options)
    assert done.status == 0
    assert done.json["drafts"] == [{"id": draft, "choice": "keep" if kept else "forget"}]
    assert done.json["links"] == [{"id": f"{'0' * 16}-{'1' * 16}", "choice": "keep" if kept else "forget"}]
    with Store.open(base) as store:
        assert len(store.hand_links()) == kept
        assert len(list(store.draft(draft).draft.blocks())) == kept
    told = call("remove", second.name).out
    assert told.startswith(f"Raderad: {second.name}")
    assert ("Länken" in told) == kept
