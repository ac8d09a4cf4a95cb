"""The annual reports of Region Ljungmark: made as their sources say, true to their key, and of no real place."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest
from docx import Document
from lxml import html

from corpus.reports.key import QUOTED, page_texts, read_key
from corpus.reports.pdf import squeeze
from corpus.reports.source import NOTICE, chapter_headings, plain, read_source, table_rows
from corpus.swedish.places import lookup

YEARS = tuple(range(2018, 2025))

PDF_YEARS = (2018, 2019, 2020, 2022, 2024)

TAGGED = {2018: False, 2019: True, 2020: False, 2022: True, 2024: True}

MUNICIPALITIES = ("Älvhamra", "Hällsund", "Gråfors", "Rönnånger", "Järvsele", "Östertjärn", "Vitmyra")

SIZE_LIMIT = 600_000


def name(year: int) -> str:
    return f"arsredovisning-{year}"


def key_of(samples: Path, year: int) -> dict[str, Any]:
    return read_key(samples / "key" / f"{name(year)}.json")


def text_of(samples: Path, year: int) -> str:
    """All the words of a made file, tables' cells in order, on one line."""
    made = samples / key_of(samples, year)["file"]
    if made.suffix == ".pdf":
        return squeeze("".join(page_texts(made)))
    if made.suffix == ".txt":
        return squeeze(made.read_text("utf-8"))
    document = Document(str(made))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return squeeze("".join([p.text for p in document.paragraphs] + cells))


def quoted(key: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for kind in QUOTED:
        yield from key[kind]


@pytest.mark.parametrize("year", PDF_YEARS)
def test_every_quote_stands_on_its_page(samples: Path, year: int) -> None:
    key = key_of(samples, year)
    pages = [squeeze(text) for text in page_texts(samples / key["file"])]
    assert key["report"]["pages"] == len(pages)
    misplaced = [item["id"] for item in quoted(key) if squeeze(item["quote"]) not in pages[item["page"] - 1]]
    assert misplaced == []


@pytest.mark.parametrize("year", [2021, 2023])
def test_every_quote_stands_in_a_file_without_pages(samples: Path, year: int) -> None:
    key = key_of(samples, year)
    text = text_of(samples, year)
    assert [item["id"] for item in quoted(key) if squeeze(item["quote"]) not in text] == []
    assert {item["page"] for item in quoted(key)} == {None}


@pytest.mark.parametrize("year", YEARS)
def test_key_agrees_with_the_source(samples: Path, year: int) -> None:
    source = read_source(samples / "sources" / f"{name(year)}.html")
    report = key_of(samples, year)["report"]
    assert report["title"] == source.title == f"Årsredovisning {year}"
    assert report["registration_number"] == source.registration_number
    assert f"{report['period']['start']}/{report['period']['end']}" == source.period
    headings = {re.sub(r"^[\d.]+\u2002", "", plain(heading)) for heading in chapter_headings(source.body)}
    assert {item["section"] for item in quoted(key_of(samples, year))} <= headings


@pytest.mark.parametrize("year", PDF_YEARS)
def test_length_tags_and_notice(samples: Path, year: int) -> None:
    made = samples / f"{name(year)}.pdf"
    document = pdfium.PdfDocument(made)
    assert 8 <= len(document) <= 20
    assert bool(raw.FPDFCatalog_IsTagged(document.raw)) is TAGGED[year]
    document.close()
    assert [i for i, text in enumerate(page_texts(made), 1) if NOTICE not in " ".join(text.split())] == []


@pytest.mark.parametrize("year", YEARS)
def test_made_files_are_small(samples: Path, year: int) -> None:
    assert (samples / key_of(samples, year)["file"]).stat().st_size < SIZE_LIMIT


def number(cell: str) -> float:
    return float(re.sub(r"\s", "", cell).replace("−", "-").replace(",", "."))


@pytest.mark.parametrize("year", YEARS)
def test_totals_are_the_sums_of_their_columns(samples: Path, year: int) -> None:
    source = read_source(samples / "sources" / f"{name(year)}.html")
    checked = 0
    for table in source.body.iter("table"):
        rows = [[plain(cell) for cell in row] for row in table_rows(table)]
        if rows[-1][0] not in ("Summa", "Länet") or "procent" in plain(table.find("caption")):
            continue
        for heading, *column, total in zip(*rows, strict=True):
            if not re.fullmatch(r"[−-]?[\d\s]+(,\d)?", total) or "%" in heading or "per invånare" in heading:
                continue
            assert sum(map(number, column)) == pytest.approx(number(total), abs=0.01), (rows[0], heading)
            checked += 1
    assert checked >= 2


def as_written(value: float) -> Iterator[str]:
    """The ways a value may stand in a report, in ones, thousands or millions, without spaces."""
    for scale in (1, 1e3, 1e6):
        for decimals in range(3):
            shown = f"{value / scale:.{decimals}f}"
            if float(shown) == pytest.approx(value / scale, abs=1e-9):
                yield shown.replace(".", ",")


WORDS = {2: "två", 5: "fem", 11: "elva"}


@pytest.mark.parametrize("year", YEARS)
def test_figures_are_read_from_their_quotes(samples: Path, year: int) -> None:
    wrong = []
    for figure in key_of(samples, year)["figures"]:
        quote = re.sub(r"\s", "", figure["quote"]).replace("−", "-")
        for value in (figure["value"], figure["value_max"] or figure["value"]):
            shown = [*as_written(value), *([WORDS[value]] if value in WORDS else [])]
            if not any(re.search(rf"(?<!\d,){re.escape(one)}", quote) for one in shown):
                wrong.append((figure["id"], value, figure["quote"]))
    assert wrong == []


def test_the_story_is_rich_enough_to_compare(samples: Path) -> None:
    threads = read_key(samples / "key" / "threads.json")["threads"]
    having = Counter(event for thread in threads for event in {e["event"] for e in thread["events"]})
    assert len(threads) >= 25
    assert having["moved"] >= 5
    assert having["done"] >= 6
    assert having["not_met"] >= 4
    assert having["reworded"] >= 3
    assert sum(thread["dropped"] for thread in threads) >= 5
    series = read_key(samples / "key" / "series.json")["series"]
    assert len({one["name"] for one in series if one["breaks"]}) >= 3
    assert sum(len(key_of(samples, year)["figures"]) for year in YEARS) >= 120


def test_thread_quotes_stand_in_their_reports(samples: Path) -> None:
    texts = {name(year): text_of(samples, year) for year in YEARS}
    threads = read_key(samples / "key" / "threads.json")["threads"]
    lost = [
        (thread["id"], event["report"])
        for thread in threads
        for event in thread["events"]
        if squeeze(event["quote"]) not in texts[event["report"]]
    ]
    assert lost == []


# Words that no report after the last mention may hold.
DROPPED_WORDS = {
    "biljettsystem": "Resa ihop",
    "serviceplaner": "serviceplan",
    "besokscenter": "besökscent",
    "validering": "valider",
    "flygresor": "flyg",
    "kulturbuss": "kulturbuss",
    "hembesok": "hembesök",
    "medborgarpanel": "medborgarpanel",
    "ledarprogram": "ledarprogram",
}


def test_dropped_promises_are_never_mentioned_again(samples: Path) -> None:
    threads = {t["id"]: t for t in read_key(samples / "key" / "threads.json")["threads"] if t["dropped"]}
    assert set(threads) == set(DROPPED_WORDS)
    texts = {name(year): text_of(samples, year).lower() for year in YEARS}
    for identity, word in DROPPED_WORDS.items():
        last = threads[identity]["events"][-1]["report"]
        assert squeeze(word).lower() in texts[last]
        later = [report for report in texts if report > last and squeeze(word).lower() in texts[report]]
        assert later == [], identity


def test_series_point_at_figures(samples: Path) -> None:
    keys = {name(year): {f["id"]: f for f in key_of(samples, year)["figures"]} for year in YEARS}
    for one in read_key(samples / "key" / "series.json")["series"]:
        for point in one["points"]:
            figure = keys[point["report"]][point["figure"]]
            assert (figure["measure"], figure["value"], figure["unit"]) == (
                point["measure"],
                point["value"],
                point["unit"],
            )


def test_contents_page_tells_the_right_pages(samples: Path) -> None:
    for year in PDF_YEARS:
        pages = page_texts(samples / f"{name(year)}.pdf")
        contents = pages[1]
        found = re.search(r"Bredband[ .]*?(\d+)\s", contents.replace("\u2002", " "))
        assert found is not None
        assert re.search(r"(^|\n)[\d. \u2002]*Bredband\s", pages[int(found[1]) - 1])


def test_places_are_invented(samples: Path) -> None:
    invented = (*MUNICIPALITIES, "Ljungmark", "Vidälven")
    assert [place for place in invented if lookup(place) is not None] == []
    assert lookup("Övertorneå") is not None


def test_sources_are_well_formed(samples: Path) -> None:
    for year in YEARS:
        text = (samples / "sources" / f"{name(year)}.html").read_text("utf-8")
        assert len(html.document_fromstring(text).body.findall(".//h1")) == 1
