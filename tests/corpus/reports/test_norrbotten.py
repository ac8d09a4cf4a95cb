"""The two retellings of Region Norrbotten: true to what was reported, and in words of their own."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from lxml import html

from corpus.reports.key import QUOTED, page_texts, read_key
from corpus.reports.pdf import squeeze

NAMES = ("norrbotten-2017", "norrbotten-delarsrapport-april-2021")

MARK = "Återberättad för demonstration – inte Region Norrbottens egen text"

# So many words in a row shared with the text retold are a sentence copied, not a fact retold.
SHINGLE = 8

# Names are not ours to reword: the success factors as the region's plan words them.
OFFICIAL = (
    "Attraktiva livsmiljöer finns i hela Norrbotten",
    "Naturens resurser nyttjas på ett hållbart sätt",
    "Beslut på nationell och EU-nivå är gynnsamma för länet och organisationen",
    "Tillgång till fysiskt och digitalt kulturutbud med bredd och spets",
    "Kvinnor, män, flickor och pojkar är delaktiga i samhällets utveckling",
    "Jämlik och jämställd utbildning och ett livslångt lärande",
    "Stärka nationella minoriteters och urfolks språk genom språkrevitalisering",
    "Genomföra och följa upp regionala strategier, planer och program",
    "Utveckla arbetssätt och metoder för samordnad verksamhet",
    "Insatser för ökad befolkning och fler arbetade timmar i länet",
)

# Written in thousands of kronor or tenths of millions; what was reported stands to the right.
ROUNDED = {
    "4773": "4773357",
    "10268": "10267744",
    "525": "525000",
    "6697": "6696504",
    "3022": "3022100",
    "22849": "22849447",
    "40207": "40206690",
    "88341": "88340842",
    "9600": "9,6",
    "3300": "3,3",
    "2300": "2,3",
    "196": "196319688",
    "196,3": "196319688",
}

NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0]\d{3})+(?:,\d+)?|\d+(?:,\d+)?")

AMOUNT = re.compile(rf"({NUMBER.pattern}|[a-zåäö]+)(?:[–-]\d+)?\s*(mkr|miljoner|miljarder|miljard)?", re.IGNORECASE)

SCALES = {"": 1, "mkr": 10**6, "miljoner": 10**6, "miljarder": 10**9, "miljard": 10**9}

# A table's head, not its row, says what its numbers are counted in.
TABLE_SCALES = (1, 10**3, 10**6)

NUMERALS = (
    *("en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio"),
    *("elva", "tolv", "tretton", "fjorton", "femton", "sexton"),
)

WORDS = {word: value for value, word in enumerate(NUMERALS, 1)} | {
    "tiotal": 10,
    "trettio": 30,
    "fyrtiotal": 40,
    "hundra": 100,
}


@pytest.fixture(scope="module", params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def pages(name: str, samples: Path) -> list[str]:
    return page_texts(samples / f"{name}.pdf")


@pytest.fixture(scope="module")
def key(name: str, samples: Path) -> dict[str, Any]:
    return read_key(samples / "key" / f"{name}.json")


@pytest.fixture(scope="module")
def blocks(name: str, samples: Path) -> list[tuple[str, str]]:
    """Each block of the source: its tag and its words on one line; a table is taken by cells."""
    tree = html.document_fromstring((samples / "sources" / f"{name}.html").read_text("utf-8"))
    tags = ("h1", "h2", "h3", "h4", "p", "li", "th", "td", "caption", "figcaption", "aside")
    return [(e.tag, " ".join(e.text_content().split())) for e in tree.body.iter(*tags)]


def numbers(text: str) -> set[str]:
    """The numbers written in digits, without the spaces that group them."""
    return {re.sub(r"\s", "", found) for found in NUMBER.findall(text)}


def amounts(quote: str) -> set[float]:
    """What a quote's numbers come to; a bare table row may be in thousands or millions."""
    found: set[float] = set()
    for written, scale in AMOUNT.findall(quote):
        value = value_of(written)
        if value is not None:
            found.add(round(value * SCALES[scale.lower()], 4))
    if quote[-1].isdigit():
        words = quote.split()
        runs = (" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1))
        read = [value_of(run) for run in runs if run[0].isdigit()]
        found |= {round(v * scale, 4) for v in read if v is not None for scale in TABLE_SCALES}
    return found


def value_of(written: str) -> float | None:
    """A number in digits or as a Swedish word; None for anything else."""
    if NUMBER.fullmatch(written):
        return float(re.sub(r"\s", "", written).replace(",", "."))
    return WORDS.get(written.lower())


def shingles(text: str) -> Iterator[str]:
    words = re.findall(r"\w+", text.lower())
    for start in range(len(words) - SHINGLE + 1):
        yield " ".join(words[start : start + SHINGLE])


def retold(shared: Path) -> str:
    """The two texts retold, one after the other."""
    texts = sorted((shared / "seeds").glob("*.txt"))
    if not texts:
        pytest.skip("the texts retold are not beside this checkout")
    return "\n\n".join(text.read_text("utf-8") for text in texts)


def test_a_retelling_is_eight_to_twelve_pages(pages: list[str]) -> None:
    assert 8 <= len(pages) <= 12


def test_every_page_says_that_it_is_retold(pages: list[str]) -> None:
    unmarked = [n for n, page in enumerate(pages, 1) if squeeze(MARK) not in squeeze(page)]
    assert unmarked == []


def test_one_is_tagged_and_one_is_not(name: str, samples: Path) -> None:
    document = pdfium.PdfDocument(samples / f"{name}.pdf")
    try:
        assert document.is_tagged() == (name == "norrbotten-delarsrapport-april-2021")
    finally:
        document.close()


def test_the_made_file_is_of_the_source_as_it_stands(blocks: list[tuple[str, str]], pages: list[str]) -> None:
    """Headings, captions and cells stay on one page, so each is found whole."""
    printed = [squeeze(page) for page in pages]
    whole = [words for tag, words in blocks if tag not in ("p", "li", "aside")]
    assert len(whole) > 60
    assert [words for words in whole if not any(squeeze(words) in page for page in printed)] == []


def test_sixty_facts_or_more_are_keyed(key: dict[str, Any]) -> None:
    assert len(key["figures"]) >= 60
    assert len(key["projects"]) >= 10
    assert len(key["commitments"]) >= 25


def test_ids_are_unique(key: dict[str, Any]) -> None:
    ids = [item["id"] for kind in QUOTED for item in key[kind]]
    assert len(ids) == len(set(ids))


def test_each_quote_stands_on_its_page_and_only_there(key: dict[str, Any], pages: list[str]) -> None:
    printed = [squeeze(page) for page in pages]
    for kind in QUOTED:
        for item in key[kind]:
            found = [n for n, page in enumerate(printed, 1) if squeeze(item["quote"]) in page]
            assert found == [item["page"]], (item["id"], item["quote"])


def test_each_section_is_a_heading(key: dict[str, Any], blocks: list[tuple[str, str]]) -> None:
    headings = {words for tag, words in blocks if tag in ("h2", "h3", "h4")}
    assert {item["section"] for kind in QUOTED for item in key[kind]} <= headings


def test_each_figure_is_what_its_quote_says(key: dict[str, Any]) -> None:
    wrong = []
    for figure in key["figures"]:
        said = amounts(figure["quote"])
        if round(figure["value"], 4) not in said:
            wrong.append((figure["id"], figure["value"], said))
        if figure["qualifier"] is not None and figure["qualifier"] not in figure["quote"].lower():
            wrong.append((figure["id"], figure["qualifier"], said))
    assert wrong == []


def test_amounts_are_read_as_a_reader_would() -> None:
    assert 1_675_000_000 in amounts("sammanlagt 1 675 Mkr på bredband")
    assert 2_000_000 in amounts("två miljoner kronor för konst")
    assert 4_773_000 in amounts("Skärningspunkter mellan fokusområden 5 4 773")
    assert 85_000 not in amounts("stöd på 85 miljoner kronor.")


def test_goal_rows_carry_the_signs_in_their_quote(key: dict[str, Any]) -> None:
    for item in key["commitments"]:
        for sign in (item["status_symbol"], item["trend_symbol"]):
            assert sign is None or sign in item["quote"], item["id"]


def test_broadband_in_overtornea_is_answered_in_one_sentence(samples: Path) -> None:
    text = " ".join(page_texts(samples / "norrbotten-delarsrapport-april-2021.pdf"))
    sentences = re.split(r"(?<=\.)\s", " ".join(text.split()))
    answers = [s for s in sentences if "Övertorneå" in s and "55 procent" in s]
    assert len(answers) == 1
    assert "Luleå med 88 procent" in answers[0]


def test_broadband_went_from_sixty_to_over_eighty_percent(samples: Path) -> None:
    told = {}
    for name in NAMES:
        figures = read_key(samples / "key" / f"{name}.json")["figures"]
        told[name] = {
            (figure["value"], figure["qualifier"])
            for figure in figures
            if "bredband" in figure["measure"]
            and figure["unit"] == "percent"
            and figure["place"] == "Norrbotten"
            and figure["kind"] != "forecast"
        }
    assert told == {
        "norrbotten-2017": {(60, None)},
        "norrbotten-delarsrapport-april-2021": {(80, "över")},
    }


def test_no_words_are_copied_from_the_text_retold(name: str, blocks: list[tuple[str, str]], shared: Path) -> None:
    original = retold(shared)
    taken = {*shingles(original), *shingles(re.sub(r"-\s*\n\s*", "", original))}
    copied = []
    for _, words in blocks:
        for official in OFFICIAL:
            words = words.replace(official, "¤")
        copied += [shingle for shingle in shingles(words) if shingle in taken]
    assert copied == []


def test_a_copied_sentence_would_be_seen() -> None:
    original = "Ett nytt råd med sex ledamöter ska börja sitt arbete redan i höst."
    taken = set(shingles(original))
    assert not any(s in taken for s in shingles("Rådet, med sex ledamöter, ska börja arbeta i höst."))
    assert any(s in taken for s in shingles("Nytt råd med sex ledamöter ska börja sitt arbete."))


def test_no_number_is_made_up(blocks: list[tuple[str, str]], shared: Path) -> None:
    original = retold(shared)
    reported = numbers(original) | numbers(original.replace(".", ""))
    # Captions and headings number tables and are not retold; the cover only says what this is.
    told = {n for tag, words in blocks if tag in ("p", "li", "td", "aside") for n in numbers(words)}
    strange = {n for n in told if ROUNDED.get(n, n) not in reported}
    assert strange == set()
