"""Comparisons over real reports: those that are no part of the project, where they stand beside the checkout."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from api.knowledge import Knowledge
from corpus.errors import UsageError
from corpus.settings import Settings
from ingest.pipeline import ingest
from search.query import Filters
from search.timeline.comparer import Comparer
from search.timeline.points import LONGEST_QUOTE, MOST_POINTS


@pytest.fixture(scope="module")
def seeds(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Comparer]:
    """Two reports of one region: all of 2017, and four months of 2021."""
    settings = Settings(data=tmp_path_factory.mktemp("seeds"), model="hash", jobs=1)
    with Knowledge.open(settings, create=True) as knowledge:
        ingest([shared / "seeds"], knowledge.store, knowledge.encoder, knowledge.publisher, settings)
        yield knowledge.comparer


@pytest.fixture(scope="module")
def samples_compared(knowledge_base: Settings) -> Iterator[Comparer]:
    with Knowledge.open(knowledge_base) as knowledge:
        yield knowledge.comparer


def test_years_between_two_reports_are_years_without_one(seeds: Comparer) -> None:
    rows = seeds.compare("hur har bredbandstillgången i Norrbotten förändrats").rows
    assert [(row.period.start.year, row.state) for row in rows if row.period] == [
        (2017, "reported"),
        (2018, "no_report"),
        (2019, "no_report"),
        (2020, "no_report"),
        (2021, "reported"),
    ]


def test_broadband_went_from_60_to_over_80_by_another_definition(seeds: Comparer) -> None:
    compared = seeds.compare("hur har bredbandstillgången i Norrbotten förändrats")
    change = next(change for change in compared.changes if change.before.figure.value == 60)
    assert (change.after.figure.value, change.after.figure.qualifier) == (80, "över")
    assert (change.absolute, change.percent) == (None, None)
    assert any(why.startswith("ändrad definition") for why in change.breaks)


@pytest.mark.parametrize(
    "topic",
    ["ansökningar om företagsstöd", "företagsbesök", "beviljat stöd till inlandet", "projekt", "deltagare", "resande"],
)
def test_no_four_months_give_a_change_against_a_year(seeds: Comparer, topic: str) -> None:
    for change in seeds.compare(topic).changes:
        spans = [side.period for side in (change.before, change.after)]
        lengths = [(span.end - span.start).days for span in spans if span]
        if max(lengths) > 300 > min(lengths):
            assert change.absolute is None
            assert change.breaks


def test_rows_have_a_few_points_with_short_verbatim_quotes(samples_compared: Comparer) -> None:
    compared = samples_compared.compare("bredband")
    spoken = [row for row in compared.rows if row.state == "reported"]
    assert len(spoken) >= 4
    for row in spoken:
        assert 1 <= len(row.points) <= MOST_POINTS
        assert len({(point.quote, point.value) for point in row.points}) == len(row.points)
        for point in row.points:
            assert 0 < len(point.quote) <= LONGEST_QUOTE
            if row.report and row.report.counts.pages:
                assert point.source.page


def test_a_comparison_is_limited_by_years_and_publisher(samples_compared: Comparer) -> None:
    rows = samples_compared.compare("bredband", Filters(years=(2021, 2022), publisher="Ljungmark")).rows
    assert [row.period.start.year for row in rows if row.period] == [2021, 2022]
    assert {row.publisher for row in rows} == {"Region Ljungmark"}


def test_places_stand_side_by_side_each_with_its_own_number(samples_compared: Comparer) -> None:
    rows = samples_compared.compare("hushåll med tillgång till bredband", by="place").rows
    lulea = [point.value for row in rows if row.place == "Luleå" for point in row.points if point.value is not None]
    assert rows == tuple(sorted(rows, key=lambda row: row.place or ""))
    assert all(point.place in (None, row.place) for row in rows for point in row.points if point.value is not None), (
        lulea
    )
    assert {"Älvhamra", "Vitmyra"} <= {row.place for row in rows}


@pytest.mark.parametrize(
    ("topic", "told"),
    [
        ("bredband", {2021: (81, 2021), 2023: (89, 2023)}),
        # The report of 2023 tells of 2021 to 2023 only.
        ("bredband 2019", {2021: (69, 2019), 2023: (89, 2023)}),
    ],
)
def test_of_a_row_of_years_the_year_asked_for_is_told_else_the_report_s_own(
    samples_compared: Comparer, topic: str, told: dict[int, tuple[int, int]]
) -> None:
    rows = samples_compared.compare(topic, by="place").rows
    points = {row.period.end.year: row.points for row in rows if row.place == "Gråfors" and row.period and row.points}
    assert {year: (its[0].value, its[0].period and its[0].period.end.year) for year, its in points.items()} == told


def test_a_report_that_says_nothing_of_a_place_is_told_as_silent(samples_compared: Comparer) -> None:
    rows = samples_compared.compare("bredband", by="place").rows
    told = [(row.period.end.year, row.state) for row in rows if row.place == "Gråfors" and row.period]
    assert told == [(2021, "reported"), (2022, "no_statement"), (2023, "reported")]
    # Once is no series that could break off.
    assert [row.state for row in rows if row.place == "Övertorneå"] == ["reported"]


def test_what_stands_beside_the_topic_is_no_answer_of_a_place(samples_compared: Comparer) -> None:
    rows = samples_compared.compare("bredband", by="place").rows
    measures = [point.measure or "" for row in rows if row.place == "Gråfors" for point in row.points]
    assert measures
    assert [measure for measure in measures if "bredband" not in measure] == []
    assert "EU" not in {row.place for row in rows}


def test_promises_are_told_with_the_figures(samples_compared: Comparer) -> None:
    threads = samples_compared.compare("jobbhubbar").threads
    hubs = max(threads, key=lambda thread: len(thread.events))
    assert [event.event for event in hubs.events if event.event == "done"]
    assert hubs.first_seen
    assert hubs.first_seen.start.year == 2021


def test_nothing_is_asked_for_in_vain(samples_compared: Comparer) -> None:
    with pytest.raises(UsageError):
        samples_compared.compare("  ")
    with pytest.raises(UsageError):
        samples_compared.compare("bredband", Filters(place="Atlantis"))
    silent = samples_compared.compare("atombomber på Mallorca").rows
    assert "reported" not in {row.state for row in silent}
