"""The forms of goal tables: which columns they have, what their rows say, and the chain of goals above each."""

import pytest

from corpus.model import Commitment, Metadata, Page, Report, Section, Table
from ingest.facts.commitments import commitments
from ingest.facts.commitments.goal_tables import columns_of


def rows(
    header: tuple[str, ...],
    *lines: tuple[str, ...],
    heading: str = "Uppföljning",
    text: str = "Färjan gick.",
    caption: str | None = None,
) -> tuple[Commitment, ...]:
    """The commitments of a report with one table."""
    words = "\n".join([text, *(" ".join(filter(None, line)) for line in lines)])
    table = Table("t1", "s1", caption, header, lines)
    section = Section("s1", None, 1, heading, text)
    return commitments(Report(Metadata("R", "Region Sjöland"), (Page(None, None, 0, 0, words),), (section,), (table,)))


def test_a_recommendation_has_its_status_in_words_and_who_answers_for_it() -> None:
    header = ("Rekommendation", "Ansvarig", "Klart senast", "Status")
    (found,) = rows(header, ("Laga kajen", "Hamnnämnden", "2026-06-30", "Ej påbörjad"))
    assert (found.action, found.actor, found.due, found.status) == (
        "Laga kajen",
        "Hamnnämnden",
        "2026-06-30",
        "not_started",
    )


def test_a_task_names_who_gets_it_and_its_comment_says_how_it_goes() -> None:
    header = ("Centrala uppdrag", "Kommentar")
    (found,) = rows(header, ("Hamnnämnden får i uppdrag att laga kajen.", "Uppdraget genomförs med andra."))
    assert (found.action, found.actor, found.status) == ("laga kajen.", "Hamnnämnden", "started")


def test_the_rest_of_a_cell_that_a_pages_end_cut_is_no_promise() -> None:
    header = ("Centrala uppdrag", "Kommentar")
    start = ("Hamnnämnden får i uppdrag att utreda alternativ till", "Arbetet pågår.")
    rest = ("leverantörer av kajer. Utredningen ska kosta lite.", "Klart i maj.")
    assert [c.quote for c in rows(header, start, rest)] == [" ".join(start)]


def test_a_boards_goal_table_carries_the_goal_and_factor_of_merged_cells() -> None:
    header = ("Nämndens mål", "Framgångsfaktor", "Indikator", "Målvärde", "Utfall", "Måluppfyllelse")
    found = rows(
        header,
        ("En säker hamn", "Hela kajer", "Andel lagade kajer", "90 %", "80 %", "Delvis uppnått"),
        ("", "", "Antal olyckor", "0", "2", "Inte uppnått"),
        ("En ren hamn", "Friskt vatten", "Siktdjup", "4 meter", "5 meter", "Uppnått"),
    )
    assert [c.goal_path for c in found] == [
        ("En säker hamn", "Hela kajer", "Andel lagade kajer"),
        ("En säker hamn", "Hela kajer", "Antal olyckor"),
        ("En ren hamn", "Friskt vatten", "Siktdjup"),
    ]
    assert [(c.target, c.status) for c in found] == [("90 %", "partly"), ("0", "not_met"), ("4 meter", "done")]


def test_headings_and_captions_begin_the_chain() -> None:
    header, row = ("Styrmått", "Mål"), ("Siktdjup", "4 meter")
    assert rows(header, row, heading="2.1 Strategiskt mål: En ren hamn")[0].goal_path == ("En ren hamn", "Siktdjup")
    assert rows(header, row, caption="Styrmått för målet En ren hamn.")[0].goal_path == ("En ren hamn", "Siktdjup")


def test_the_expected_status_is_apart_from_todays() -> None:
    text = "Teckenförklaring: ● uppnått, ◇ delvis uppnått, ○ inte uppnått."
    header = ("Indikator", "Målvärde", "Status", "Prognos helår")
    (found,) = rows(header, ("Siktdjup", "4 meter", "◇", "●"), text=text)
    assert (found.status, found.status_symbol, found.forecast) == ("partly", "◇", "done")
    (words,) = rows(header, ("Siktdjup", "4 meter", "Påbörjat", "Uppnått"))
    assert (words.status, words.forecast) == ("started", "done")


def test_an_overviews_column_of_symbols_is_how_the_measures_go() -> None:
    """One trend is the goal's; several are those of several measures."""
    header = ("Strategiskt mål", "Måluppfyllelse", "Styrmått")
    found = rows(header, ("En ren hamn", "●", "▶"), ("En säker hamn", "●", "▶ ▲"))
    assert [(c.target, c.status_symbol, c.trend_symbol) for c in found] == [
        ("En ren hamn", "●", "▶"),
        ("En säker hamn", "●", None),
    ]


@pytest.mark.parametrize(
    "header",
    [
        ("Kommun", "2024", "2025"),
        ("Mått", "Utfall perioden", "Prognos helår"),
        ("Genomförda åtgärder", "Effekt"),
        ("tkr", "Utfall", "Budget"),
        ("Mål", "Antal"),
    ],
)
def test_other_tables_are_none(header: tuple[str, ...]) -> None:
    assert columns_of(Table("t1", "s1", None, header, (("a",) * len(header),))) is None


def test_a_row_without_a_target_or_name_is_none() -> None:
    header = ("Styrmått", "Mål", "Utfall")
    assert [c.action for c in rows(header, ("Siktdjup", "", "4"), ("", "3", "4"), ("Olyckor", "0", "2"))] == ["Olyckor"]
