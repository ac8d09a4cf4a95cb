"""What is offered under a heading: which earlier sections, and what is asked of the search."""

from datetime import date

import pytest

from api.drafts.suggestions import UNSURE, earlier_sections, suggest, without_number
from api.knowledge import Knowledge
from corpus.drafts import Draft, Heading
from corpus.model import Period

DRAFT = Draft("Utkast", Period(date(2025, 1, 1), date(2025, 12, 31), "2025"))


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("3.1 Bredband", "Bredband"),
        ("Återrapportering 1 – Bredband", "Bredband"),
        ("Återrapporteringskravet 2: Klimat", "Klimat"),
        ("Uppdrag 3", ""),
        ("Uppdrag till regionen", "Uppdrag till regionen"),
        ("Mål 2030", "Mål 2030"),
        ("2024 års resultat", "2024 års resultat"),
        ("Mål och uppföljning", "Mål och uppföljning"),
    ],
)
def test_a_number_or_label_is_no_part_of_a_heading_s_words(heading: str, words: str) -> None:
    assert without_number(heading) == words


def found(desk: Knowledge, title: str) -> list[tuple[str, str]]:
    return [(one.report.file, one.section.heading) for one in earlier_sections(desk.store, DRAFT, title)]


def test_a_heading_of_two_matters_has_what_was_written_of_each(desk: Knowledge) -> None:
    years = ("arsredovisning-2023.txt", "arsredovisning-2022.pdf", "arsredovisning-2021.docx")
    both = [(year, heading) for year in years for heading in ("Företagsstöd", "Besöksnäring")]
    other = ("norrbotten-2017.pdf", "Besöksnäringen")
    assert sorted(found(desk, "Återrapportering 3 – Företagsstöd och besöksnäring")) == sorted([*both, other])
    assert found(desk, "Ett hållbart och konkurrenskraftigt näringsliv")[0][1].startswith("Ett hållbart och")


@pytest.mark.parametrize(
    ("heading", "asked"),
    [
        (
            Heading("h1", "Återrapportering 1 – Bredband", requirement="Regionen ska redovisa hur målen nås."),
            "Bredband",
        ),
        (Heading("h1", "Återrapportering 4", requirement="Redovisa rymdverksamheten."), "Redovisa rymdverksamheten."),
    ],
)
def test_the_search_is_asked_what_the_heading_is_about(
    desk: Knowledge, monkeypatch: pytest.MonkeyPatch, heading: Heading, asked: str
) -> None:
    questions: list[str] = []
    search = desk.searcher.search

    def heard(question: str, most: int) -> object:
        questions.append(question)
        return search(question, most)

    monkeypatch.setattr(desk.searcher, "search", heard)
    suggest(desk, DRAFT, heading)
    assert questions == [asked]


def test_few_are_shown_where_none_is_a_sure_answer(desk: Knowledge) -> None:
    sure = suggest(desk, DRAFT, Heading("h1", "Sjukfrånvaro bland regionens anställda"))
    assert sure.sure
    assert len(sure.hits) > UNSURE
    unsure = suggest(desk, DRAFT, Heading("h1", "Atombomber på Mallorca"))
    assert not unsure.sure
    assert len(unsure.hits) <= UNSURE
