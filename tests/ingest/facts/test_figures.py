"""Money and shares, each with the sentence it stands in."""

from dataclasses import replace
from datetime import date

import pytest

from corpus.model import Box, Figure, Metadata, Page, Period, Report, Section, Source, Span
from ingest.facts.figures import figures

YEAR = Period(date(2021, 1, 1), date(2021, 12, 31), "2021")


def read(text: str, page: str | None = None) -> tuple[Figure, ...]:
    """The figures of a report for 2021 with one section."""
    section = Section("s1", None, 1, "Bredband", text)
    return figures(Report(Metadata("Rapport", period=YEAR), (Page(None, None, 0, 0, page or text),), (section,)))


def test_money_and_shares_are_read_with_unit_qualifier_and_sentence() -> None:
    found = read("Utbyggnaden gick framåt. Drygt 80 procent av hushållen har fiber, och det kostade 7,5 mkr.")
    assert [(figure.id, figure.value, figure.unit, figure.qualifier) for figure in found] == [
        ("f1", 80, "percent", "Drygt"),
        ("f2", 7_500_000, "SEK", None),
    ]
    sentence = "Drygt 80 procent av hushållen har fiber, och det kostade 7,5 mkr."
    assert {figure.quote for figure in found} == {sentence}
    assert {figure.section_id for figure in found} == {"s1"}


def test_years_and_references_are_not_figures_but_counts_are() -> None:
    found = read("År 2021 antog nämnden § 5 i ärende 5 540-12 om 3 skolor och 120 elever.")
    assert [(figure.value, figure.unit) for figure in found] == [(3, "count"), (120, "count")]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("I Luleå har 88 procent av hushållen fiber.", ["Luleå"]),
        ("I Luleå har 88 procent fiber, och i Övertorneå 55 procent.", ["Luleå", "Övertorneå"]),
        ("I Luleå och Boden har 70 procent fiber.", ["Luleå och Boden"]),
        ("Av hushållen har 80 procent fiber.", [None]),
    ],
)
def test_the_place_is_the_only_one_of_the_sentence_or_clause(text: str, places: list[str | None]) -> None:
    assert [figure.place for figure in read(text)] == places


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Andelen var 60 procent.", "outcome"),
        ("Målet är 95 procent.", "target"),
        ("Regionen beviljade 12 miljoner kronor.", "grant"),
        ("Kostnaden beräknas bli 12 miljoner kronor.", "forecast"),
        ("Budgeten var 12 miljoner kronor.", "budget"),
    ],
)
def test_the_clause_tells_the_kind(text: str, kind: str) -> None:
    assert [figure.kind for figure in read(text)] == [kind]


def test_the_reports_period_holds_unless_another_year_is_named() -> None:
    assert [figure.period for figure in read("Andelen var 60 procent.")] == [YEAR]
    assert [figure.period for figure in read("Andelen var 60 procent 2021.")] == [YEAR]
    assert [figure.period.start.year for figure in read("År 2014 var andelen 60 procent.") if figure.period] == [2014]


def test_a_list_item_is_quoted_without_its_bullet() -> None:
    assert [figure.quote for figure in read("• Andelen var 60 procent.\n• Den ökar.")] == ["Andelen var 60 procent."]


def test_what_does_not_stand_on_the_page_is_not_kept() -> None:
    assert read("Andelen var 60 procent.", page="Andelen var 66 procent.") == ()


def test_the_source_is_the_sentences_lines() -> None:
    text = "Vi bygger. Andelen var 60 procent."
    lines = (Box(3, 70, 100, 120, 112), Box(3, 70, 114, 200, 126))
    section = Section("s1", None, 1, "", text, Source(3), (Span(0, 10, lines[0]), Span(11, len(text), lines[1])))
    report = Report(Metadata("Rapport", period=YEAR), (Page(3, "1", 595, 842, text),), (section,))
    (figure,) = figures(report)
    assert figure.source == Source(3, "1", (3,), (lines[1],))
    (bare,) = figures(replace(report, sections=(replace(section, spans=()),)))
    assert bare.source == Source(3)
