"""`arsringar show REPORT --text`: all that was read is there, and reads well at any width."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.commands.plain_text import table, wrapped
from api.commands.whole_text import whole_text
from corpus.settings import Settings
from corpus.store import Store, StoredReport
from tests.api.commands.conftest import Call

HEADER = ("Kommun", "Antal")
ROWS = (("Kalix", "1 204"), ("Övertorneå", "7"))


def words_of(store: Store, report: StoredReport) -> Counter[str]:
    """Every word of a report, as often as it holds it."""
    at = (report.id, report.version)
    texts = [report.metadata.title]
    texts += [text for section in store.sections(*at) for text in (section.heading, section.text)]
    for read in store.tables(*at):
        texts += [read.caption or "", *read.header, *(cell for row in read.rows for cell in row)]
    texts += [text for picture in store.illustrations(*at) for text in (picture.caption or "", picture.text)]
    texts += [text for note in store.footnotes(*at) for text in (note.mark, note.text)]
    texts += [problem.message for problem in report.problems]
    return Counter(word for text in texts for word in text.split())


def opened(settings: Settings) -> Iterator[tuple[Store, StoredReport]]:
    """Every report of a knowledge base."""
    with Store.open(settings.data, create=False) as store:
        for report in store.reports():
            yield store, report


@pytest.mark.parametrize("width", [80, 120, 40])
def test_every_word_of_every_report_is_there_and_no_line_is_too_long(knowledge_base: Settings, width: int) -> None:
    for store, report in opened(knowledge_base):
        lines = list(whole_text(store, report, width))
        # What a head stands for is said again beside each cell; then a colon follows it.
        shown = Counter(word for line in lines for word in line.split())
        assert words_of(store, report) - shown == Counter(), report.file
        long = [line for line in lines if len(line) > width and len(line.split()) > 1]
        assert [line for line in long if max(map(len, line.split())) < width // 2] == []


def test_pages_are_marked_once_in_order(knowledge_base: Settings) -> None:
    for store, report in opened(knowledge_base):
        if report.file == "arsredovisning-2022.pdf":
            marks = [line.split("sidan ")[1] for line in whole_text(store, report, 80) if "─ sidan " in line]
            pages = [int(mark.split()[0]) for mark in marks]
            assert pages == sorted(set(pages))
            assert len(pages) > 5
            return
    pytest.fail("the report is not there")


def test_show_writes_within_80_columns_in_a_pipe_and_fills_a_wide_terminal(
    call: Call, base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sentence = "Fibern byggdes ut i alla kommuner under året och kostade mindre än väntat. " * 4
    cells = "\t".join(["Andel hushåll med snabbt nät"] * 4)
    (tmp_path / "nät.md").write_text(
        f"# Nät\n\n{sentence}[^1]\n\n- fler byar\n\n| Ort | Antal |\n|--|--|\n| Kalix | 12 |\n\n"
        f"![Karta över nätet](k.png)\n\n{cells}\n\n[^1]: Enligt planen.\n",
        encoding="utf-8",
    )
    assert call("ingest", tmp_path / "nät.md").status == 0
    monkeypatch.delenv("COLUMNS", raising=False)
    narrow = call("show", "nät", "--text").out.splitlines()
    assert 70 < max(map(len, narrow)) <= 80
    for line in ("Nät", "• fler byar", "Kalix     12", "[Bild] Karta över nätet", "  1 Enligt planen."):
        assert line in narrow
    monkeypatch.setenv("COLUMNS", "120")
    assert 90 < max(map(len, call("show", "nät", "--text").out.splitlines())) <= 100


def test_problems_come_last(call: Call, tmp_path: Path) -> None:
    (tmp_path / "saknas.md").write_text(
        "# Rapport 2020\n\n## Bredband\n\nNätet växte.\n\n## Utfall\n\nTabellen nedan visar resorna.\n",
        encoding="utf-8",
    )
    assert call("ingest", tmp_path / "saknas.md").status == 0
    lines = call("show", "saknas", "--text").out.splitlines()
    assert "Att kontrollera i originalet (1)" in lines
    last = " ".join(" ".join(lines[lines.index("Att kontrollera i originalet (1)") + 2 :]).split())
    assert last.startswith("• saknas.md, avsnittet ”Utfall”: efter ”Tabellen nedan” finns inget som kunde läsas.")


def test_a_table_that_fits_stands_in_columns_with_numbers_to_the_right() -> None:
    assert table(HEADER, ROWS, 80) == [
        "Kommun      Antal",
        "──────────  ─────",
        "Kalix       1 204",
        "Övertorneå      7",
    ]


def test_long_cells_are_wrapped_between_words() -> None:
    rows = (("Kalix", "Nätet byggdes ut i hela kommunen under året"), ("Boden", "Inget"))
    assert table(("Kommun", "Läge"), rows, 36) == [
        "Kommun  Läge",
        "──────  ────────────────────────────",
        "Kalix   Nätet byggdes ut i hela",
        "        kommunen under året",
        "",
        "Boden   Inget",
    ]


def test_a_table_too_wide_for_columns_is_set_row_by_row() -> None:
    header = ("Framgångsfaktor", "Styrmått", "Måluppfyllelse", "Tom")
    assert table(header, (("Snabbt bredband", "Andel anslutna hushåll", "●", ""),), 30) == [
        "Kolumner: Framgångsfaktor |",
        "  Styrmått | Måluppfyllelse |",
        "  Tom",
        "",
        "▪ Snabbt bredband",
        "    Styrmått: Andel anslutna",
        "      hushåll",
        "    Måluppfyllelse: ●",
    ]


def test_a_table_without_head_or_with_ragged_rows_is_set_too() -> None:
    assert table((), (("Start", "maj"), ("Slut",)), 80) == ["Start  maj", "Slut"]
    assert table((), (), 80) == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("• ett två tre fyra", ["• ett två", "  tre fyra"]),
        ("12. ett två tre", ["12. ett två", "    tre"]),
        ("Ja. Ett två tre", ["Ja. Ett två", "tre"]),
        ("ett-långt-ord-utan-mellanrum", ["ett-långt-ord-utan-mellanrum"]),
    ],
)
def test_items_hang_and_words_are_never_cut(text: str, lines: list[str]) -> None:
    assert wrapped(text, 11) == lines
