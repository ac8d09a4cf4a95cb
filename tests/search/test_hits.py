"""Hits from a store: places first, what is missing said, and quotes that are found again on their pages."""

from collections.abc import Iterator

import pytest

from api.knowledge import Knowledge
from corpus.settings import Settings
from ingest.pipeline import ingest
from search.answers import Hit

#: The second paragraph has every other word of the question and no place; the table's third row has the place.
TEXT = """Rapport om vägar 2021

Grusvägar

Grusvägarna i Kiruna fick nytt slitlager.

Om grusning

Grusvägarnas slitlager förnyas med mera grus. Nytt slitlager på grusvägar håller längre än gammalt slitlager.

Nytt slitlager

Kommun\tGrusvägar med nytt slitlager
Pajala\tnytt slitlager på grusvägar
Kiruna\t7 km
"""


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    folder = tmp_path_factory.mktemp("hits")
    (folder / "vägar.txt").write_text(TEXT, encoding="utf-8")
    with Knowledge.open(Settings(data=folder / "data", model="hash", jobs=1), create=True) as opened:
        ingest([folder / "vägar.txt"], opened.store, opened.encoder, opened.publisher, opened.settings)
        yield opened


def hits(knowledge: Knowledge, question: str) -> tuple[Hit, ...]:
    return knowledge.searcher.search(question).hits


def order(found: tuple[Hit, ...]) -> list[str]:
    """The two paragraphs, by what they say, as they come."""
    return [words for hit in found for words in ("Kiruna fick", "håller längre") if words in hit.shown.text]


def test_passages_that_name_the_place_come_before_all_others_and_the_others_say_so(knowledge: Knowledge) -> None:
    found = hits(knowledge, "nytt slitlager på grusvägar i Kiruna")
    missing = [hit.missing_places for hit in found]
    assert missing == sorted(missing)
    assert () in missing
    assert ("Kiruna",) in missing
    assert all(("Kiruna" in hit.shown.text) == (not hit.missing_places) for hit in found)
    without = hits(knowledge, "nytt slitlager på grusvägar")
    assert {hit.missing_places for hit in without} == {()}
    assert order(found) == ["Kiruna fick", "håller längre"]
    assert order(without) == ["håller längre", "Kiruna fick"]


def test_of_a_table_the_row_of_the_place_is_quoted(knowledge: Knowledge) -> None:
    (row,) = (hit for hit in hits(knowledge, "nytt slitlager på grusvägar i Kiruna") if hit.passage.table_id)
    assert (row.quote, row.missing_places) == ("Kiruna\t7 km", ())


def test_a_place_in_another_row_is_no_evidence(knowledge: Knowledge) -> None:
    found = hits(knowledge, "nytt slitlager på grusvägar i Pajala och Kiruna")
    (row,) = (hit for hit in found if hit.passage.table_id)
    assert row.missing_places in {("Pajala",), ("Kiruna",)}


def test_what_is_shown_holds_the_quote_where_the_hit_says(knowledge: Knowledge) -> None:
    for hit in hits(knowledge, "slitlager"):
        assert hit.shown.text[hit.shown.start :].startswith(hit.quote)
        assert hit.passage.text[hit.start :].startswith(hit.quote)


def test_a_sentence_that_is_not_on_the_page_gives_way_to_one_that_is(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    best = "Nytt slitlager på grusvägar håller längre än gammalt slitlager."
    second = "Grusvägarnas slitlager förnyas med mera grus."

    def quoted() -> tuple[str, bool]:
        found = hits(knowledge, "nytt slitlager på grusvägar")
        return next((hit.quote, hit.verified) for hit in found if "håller längre" in hit.shown.text)

    def refuse(*refused: str) -> None:
        monkeypatch.setattr("corpus.quotes.is_verbatim", lambda quote, texts: quote not in refused)
        monkeypatch.setattr("corpus.quotes.Verifier.holds", lambda self, quote, source: quote not in refused)

    assert quoted() == (best, True)
    refuse(best)
    assert quoted() == (second, True)
    refuse(best, second)
    assert quoted() == (best, False)
