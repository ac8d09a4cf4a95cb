"""Announcements that nothing follows: what must be told, and what must not."""

import pytest

from corpus.model import Problem, Report, Source
from ingest.announced import unmet_announcements
from ingest.document import Block, Document, Heading, Note, Paragraph, Picture, TableBlock
from ingest.sections import assemble

PROSE = "Utfallet blev bättre än väntat i de flesta kommuner, och arbetet går nu vidare enligt den plan som finns."
TABLE = TableBlock(("Kommun", "Antal"), (("Kalix", "12"),))


def problems_of(*blocks: Block) -> list[Problem]:
    report: Report = assemble(Document(blocks, ()), "rapport.docx")
    return unmet_announcements("rapport.docx", report)


ANNOUNCED = [
    "Antalet resor per kommun redovisas nedan.",
    "Kostnaderna framgår nedan:",
    "Utfallet visas här nedan.",
    "Nedan redovisas årets bidrag:",
    "Resultatet är följande:",
    "Medlen fördelas enligt följande:",
    "Stödet har fördelats enligt nedan.",
    "Vi arbetar på det sätt som följer av skissen nedan.",
    "Tabellen nedan visar antalet resor per linje.",
    "Nedanstående tabell visar hur medlen har använts.",
    "Antalet framgår av följande tabell.",
    "I nedanstående sammanställning finns alla insatser.",
    "Se stapeldiagrammet nedan.",
    "Utvecklingen syns i diagrammet här nedan.",
    "Se figuren nedan.",
    "Kartan nedan visar utbyggda områden.",
    "De sökande finns i listan nedan.",
]
NOT_ANNOUNCED = [
    "Nämnden (nedan kallad styrelsen) sammanträdde sex gånger.",
    "Lagen, nedan benämnd bredbandslagen, gäller från årsskiftet.",
    "Målen redovisas i avsnitten nedan.",
    "Insatserna beskrivs under egna rubriker nedan.",
    "Under de följande åren minskade resandet.",
    "Det följande året byggdes nätet ut.",
    "Resultatet ligger nedan förväntan i två kommuner av fem.",
    "I nedan angivna kommuner pågår arbetet ännu.",
    "Kartläggningen nedanför forsen är klar.",
    "Tabellen visar läget vid årets slut.",
    "Kommunen bildar en grupp som ska följa frågan.",
    "Vi redovisar alla kostnader.",
]


@pytest.mark.parametrize("words", ANNOUNCED)
def test_what_is_announced_and_does_not_follow_is_told(words: str) -> None:
    (problem,) = problems_of(Heading("Utfall", 1), Paragraph(words), Heading("Personal", 1), Paragraph(PROSE))
    assert problem.code == "announced_missing"
    assert problem.message.startswith("rapport.docx, avsnittet ”Utfall”: efter ”")
    assert "Jämför med originalet" in problem.message


@pytest.mark.parametrize("words", NOT_ANNOUNCED)
def test_other_words_announce_nothing(words: str) -> None:
    assert problems_of(Heading("Utfall", 1), Paragraph(words), Heading("Personal", 1)) == []


@pytest.mark.parametrize("words", ANNOUNCED)
@pytest.mark.parametrize(
    "what",
    [
        TABLE,
        Picture("Resor per linje", ""),
        Picture(None, "Kalix 12 Boden 14"),
        Paragraph("Kalix 12", list_item=True),
        Paragraph("Kalix 12"),
        Heading("Kalix", 2),
    ],
    ids=["table", "caption", "picture's text", "item", "line", "subsection"],
)
def test_whatever_can_be_read_counts(words: str, what: Block) -> None:
    blocks = (what, Paragraph("Tolv resor.")) if isinstance(what, Heading) else (what,)
    assert problems_of(Heading("Utfall", 1), Paragraph(words), *blocks, Heading("Personal", 1)) == []


@pytest.mark.parametrize(("words", "told"), [("Tabellen nedan visar resorna.", 1), ("Bilden nedan visar bron.", 0)])
def test_a_picture_without_words_is_a_picture_but_no_table(words: str, told: int) -> None:
    assert len(problems_of(Heading("Utfall", 1), Paragraph(words), Picture())) == told


def test_prose_is_no_table_but_may_be_what_a_sentence_announces() -> None:
    assert len(problems_of(Heading("A", 1), Paragraph(f"Tabellen nedan visar resorna. {PROSE}"))) == 1
    assert problems_of(Heading("A", 1), Paragraph("Resultatet redovisas nedan."), Paragraph(PROSE)) == []


def test_a_table_whose_caption_was_taken_for_a_heading_is_there() -> None:
    assert problems_of(Heading("A", 1), Paragraph("Se tabellen nedan."), Heading("Resor per linje", 1), TABLE) == []


def test_a_table_on_the_same_or_the_next_page_is_there() -> None:
    def told(page: int) -> int:
        table = TableBlock(("Kommun",), (("Kalix",),), source=Source(page, None, (page,)))
        announced = Paragraph("Antalet redovisas nedan.", source=Source(3, None, (3,)))
        rest = (Heading("B", 1), Paragraph("Mer."), Heading("C", 1), table)
        return len(problems_of(Heading("A", 1, Source(3, None, (3,))), announced, *rest))

    assert [told(page) for page in (3, 4, 5)] == [0, 0, 1]


def test_the_page_of_the_words_is_named() -> None:
    (problem,) = problems_of(Heading("A", 1, Source(7, None, (7,))), Paragraph("Antalet redovisas nedan:"))
    assert problem.page == 7
    assert problem.message.startswith("rapport.docx, sidan 7: efter ”redovisas nedan:” finns inget som kunde läsas.")


def numbered(*numbers: str, kind: str = "Tabell") -> list[Block]:
    return [TableBlock(("År",), (("2020",),), f"{kind} {number}. Resor") for number in numbers]


@pytest.mark.parametrize(
    ("words", "captions", "told"),
    [
        ("Antalet minskade (se tabell 2).", ["1", "3"], ["tabell 2"]),
        ("Antalet minskade, se även tabell 4.", ["1", "2", "3"], ["tabell 4"]),
        ("Resorna finns i tabell 1:3.", ["1:1", "1:2", "2:1"], ["tabell 1:3"]),
        ("Enligt tabell A2 minskade resorna.", ["A1", "A3"], ["tabell A2"]),
        ("Se tabell 2 och än en gång: se tabell 2.", ["1", "3"], ["tabell 2"]),
        ("Antalet minskade (se tabell 2).", ["1", "2", "3"], []),
        ("Antalet minskade (se tabell 9).", ["1", "2", "3"], []),
        ("Antalet minskade (se tabell 2).", ["1"], []),
        ("Antalet minskade (se tabell 2).", [], []),
        ("Resorna finns i tabell 3:1.", ["1:1", "1:2"], []),
        ("Se tabell 2 i utkastet till budget.", ["1", "3"], []),
        ("Enligt tabell 2 i den förra årsredovisningen ökade de.", ["1", "3"], []),
        ("Andelen var enligt tabell 2 % av alla.", ["1", "3"], []),
    ],
)
def test_references_to_numbers_that_nothing_bears(words: str, captions: list[str], told: list[str]) -> None:
    found = problems_of(Heading("A", 1), Paragraph(words), *numbered(*captions))
    assert [problem.message.split(": ", 1)[1].split(" (", 1)[0] for problem in found] == told


@pytest.mark.parametrize(
    "bearer",
    [
        Heading("Bilaga 2 Tidplan", 1),
        Heading("4.1 Bilaga 2", 1),
        Paragraph("Bilaga 2. Tidplan"),
        Paragraph("Källa: egna beräkningar Bilaga 2. Tidplan"),
        Picture("Bilaga 2 tidplan"),
        Picture(None, "Karta\nBilaga 2: tidplan"),
        TableBlock(("Bilaga 2", ""), (("Start", "maj"),)),
        Note("1", "Bilaga 2, tidplan"),
    ],
)
def test_a_label_counts_wherever_it_stands(bearer: Block) -> None:
    others = [Heading("Bilaga 1", 1), Heading("Bilaga 3", 1)]
    assert len(problems_of(Paragraph("Tidplanen finns i bilaga 2."), *others)) == 1
    assert problems_of(Paragraph("Tidplanen finns i bilaga 2."), *others, bearer) == []


def test_a_table_that_is_a_picture_is_told() -> None:
    (problem,) = problems_of(Heading("A", 1), Picture("Tabell 3. Resor per linje"))
    assert "tabellen under rubriken ”Tabell 3” kunde inte läsas" in problem.message
    assert problems_of(Picture("Diagram 3. Resor per linje"), Picture("Tabell 3. Resor", "Linje 1 12")) == []
