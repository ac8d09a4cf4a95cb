"""From files to cited answers with the real encoder: what `make demo` promises, and what it rests on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from api.knowledge import Knowledge
from api.verification import verify
from corpus.settings import load
from ingest.pipeline import ingest
from search.query import Filters

SAMPLES = (
    "norrbotten-2017.pdf",
    "norrbotten-delarsrapport-april-2021.pdf",
    "arsredovisning-2021.docx",
    "arsredovisning-2023.txt",
)


@pytest.fixture(scope="module")
def knowledge(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    settings = load(data=tmp_path_factory.mktemp("end-to-end") / "data", model="e5")
    with Knowledge.open(settings, create=True) as opened:
        paths = [samples / name for name in SAMPLES]
        result = ingest(paths, opened.store, opened.encoder, opened.publisher, settings)
        assert result.tally() == {"added": len(SAMPLES)}
        yield opened


def test_the_demo_question_is_answered_with_its_page(knowledge: Knowledge) -> None:
    answer = knowledge.searcher.search("bredband Övertorneå")
    first = answer.hits[0]
    assert answer.confident
    assert [place.name for place in answer.query.places] == ["Övertorneå"]
    assert "55 procent" in first.quote
    assert "Övertorneå" in first.quote
    assert first.verified
    assert first.report.file == "norrbotten-delarsrapport-april-2021.pdf"
    assert first.citation == "Region Norrbotten (2021). Delårsrapport januari–april 2021, s. 6"
    # The marks lie on the page that is cited, within an A4 sheet.
    assert {box.page for box in first.source.boxes} == {first.source.page} == {6}
    assert all(0 < box.x0 < box.x1 < 596 and 0 < box.top < box.bottom < 842 for box in first.source.boxes)


def test_meaning_is_found_without_the_words(knowledge: Knowledge) -> None:
    """None of the question's content words stands in the sentence that answers."""
    answer = knowledge.searcher.search("snabbt internet hos familjer i norr")
    assert any("hushållen" in hit.passage.text and "Mbit/s" in hit.passage.text for hit in answer.hits[:5])


def test_every_quote_shown_is_verbatim(knowledge: Knowledge) -> None:
    questions = ("kollektivtrafik resor", "hur stort blev resultatet", "sjukfrånvaro", "bibliotek", "mål för klimatet")
    hits = [hit for question in questions for hit in knowledge.searcher.search(question).hits]
    assert len(hits) == 50
    assert [hit.quote for hit in hits if not hit.verified] == []
    assert all(hit.passage.text[hit.start : hit.start + len(hit.quote)] == hit.quote for hit in hits)


def test_filters_bind(knowledge: Knowledge) -> None:
    years = knowledge.searcher.search("bredband", filters=Filters(years=(2017, 2017)))
    assert {hit.report.file for hit in years.hits} == {"norrbotten-2017.pdf"}
    publisher = knowledge.searcher.search("bredband", filters=Filters(publisher="ljungmark"))
    assert {hit.report.file for hit in publisher.hits} == {"arsredovisning-2021.docx", "arsredovisning-2023.txt"}
    place = knowledge.searcher.search("bredband", filters=Filters(place="Luleå"))
    assert place.hits
    assert all("Luleå" in "\n".join((*hit.passage.section_path, hit.passage.text)) for hit in place.hits)
    kind = knowledge.searcher.search("bredband", filters=Filters(kind="interim_report"))
    assert {hit.report.file for hit in kind.hits} == {"norrbotten-delarsrapport-april-2021.pdf"}
    assert knowledge.searcher.search("bredband", filters=Filters(years=(1950, 1960))).hits == ()


def test_a_phrase_must_stand_as_it_is(knowledge: Knowledge) -> None:
    hits = knowledge.searcher.search("”55 procent av hushållen”").hits
    assert hits
    assert all("55 procent av hushållen" in hit.passage.text for hit in hits)


def test_a_misspelt_word_is_offered_its_spelling(knowledge: Knowledge) -> None:
    assert knowledge.searcher.search("bredband Overtornea").suggestion == "bredband Övertorneå"
    assert knowledge.searcher.search("bredband Övertorneå").suggestion is None


def test_nothing_is_answered_where_nothing_answers(knowledge: Knowledge) -> None:
    assert not knowledge.searcher.search("kärnkraftverk i Ringhals reaktorhaveri").confident


def test_everything_verifies(knowledge: Knowledge) -> None:
    assert verify(knowledge, deep=True) == []
