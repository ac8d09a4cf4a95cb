"""What is shown around a passage, from a store."""

from collections.abc import Iterator

import pytest

from corpus.model import Facts, Metadata, Page, Reading, Report, Section, Source, Table
from corpus.store import Store, StoredPassage
from ingest.passages import passages
from search.windows import SHOWN_CHARACTERS, Window, around, head

#: 40 characters with the blank after it.
SENTENCE = "Kommunen bygger ut nätet i byn nummer {}. "
PARAGRAPHS = "\n\n".join("".join(SENTENCE.format(f"{n}{m}") for m in range(8)).strip() for n in range(1, 10))
ROWS = tuple((f"Kommun {n:02}", "x" * 100) for n in range(30))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    sections = (
        Section("s1", None, 1, "Före", "Detta står i avsnittet före."),
        Section("s2", None, 1, "Nät", PARAGRAPHS),
        Section("s3", None, 1, "Efter", "Detta står i avsnittet efter."),
    )
    sources = tuple(Source(1 + n // 10, None, (1 + n // 10,)) for n in range(30))
    table = Table("t1", "s2", "Tabell 1", ("Kommun", "Andel"), ROWS, Source(1), sources)
    report = Report(Metadata("R"), (Page(None, None, 0, 0, ""),), sections, (table,))
    folder = tmp_path_factory.mktemp("windows")
    original = folder / "r.txt"
    original.write_text("r", encoding="utf-8")
    with Store.open(folder / "data", create=True) as opened:
        with opened.writing("test"):
            content = opened.files.keep(original)
            opened.save("r.txt", "r.txt", content, Reading(report, Facts(), passages(report)), "1")
        yield opened


@pytest.fixture(scope="module")
def kept(store: Store) -> list[StoredPassage]:
    return store.passages_of(store.reports()[0].id)


def of(kept: list[StoredPassage], section: str, table: bool = False) -> list[StoredPassage]:
    return [
        p for p in kept if (p.passage.section_id or "").endswith(section) and (p.passage.table_id is not None) == table
    ]


def check(window: Window) -> None:
    """Every passage stands in the text where the window says."""
    for stored in window.passages:
        text = stored.passage.text[len(head(stored.passage)) :]
        at = window.offset(stored, len(head(stored.passage)))
        assert window.text[at : at + len(text)] == text


def test_a_short_section_is_shown_whole_and_nothing_of_the_next(store: Store, kept: list[StoredPassage]) -> None:
    (only,) = of(kept, "s1")
    assert around(store, only).text == "Detta står i avsnittet före."


@pytest.mark.parametrize("at", [0, 4, -1])
def test_a_long_section_is_shown_as_far_as_fits(store: Store, kept: list[StoredPassage], at: int) -> None:
    found = of(kept, "s2")[at]
    window = around(store, found)
    check(window)
    assert found in window.passages
    assert window.text in PARAGRAPHS
    # A paragraph has 335 characters: four of them fit, with the blank lines between, and five do not.
    assert len(window.passages) == 4
    assert 4 * 335 <= len(window.text) <= SHOWN_CHARACTERS
    assert window.rows is None


def test_what_follows_is_shown_before_what_precedes(store: Store, kept: list[StoredPassage]) -> None:
    texts = of(kept, "s2")
    assert around(store, texts[4]).passages == tuple(texts[3:7])


def test_rows_are_shown_below_one_header_with_their_pages(store: Store, kept: list[StoredPassage]) -> None:
    rows = of(kept, "s2", table=True)
    window = around(store, rows[2])
    check(window)
    lines = window.text.split("\n")
    assert lines[:2] == ["Tabell 1", "Kommun\tAndel"]
    assert len(lines) == 2 + (window.rows or 0)
    assert len(window.text) <= SHOWN_CHARACTERS
    numbers = [int(line.split("\t")[0].removeprefix("Kommun ")) for line in lines[2:]]
    assert numbers == list(range(numbers[0], numbers[-1] + 1))
    assert window.pages == tuple(sorted({1 + n // 10 for n in numbers}))
