"""Commitments: sentences that promise, those that only look so, and the rows of goal tables."""

from datetime import date

import pytest

from corpus.model import Commitment, Metadata, Page, Period, Report, ReportKind, Section, Table
from ingest.facts.commitments import commitments

YEAR = Period(date(2021, 1, 1), date(2021, 12, 31), "2021")
LEGEND = "Teckenförklaring: ● uppnått, ◇ delvis uppnått, ○ inte uppnått. ▲ bättre, ▼ sämre."
HEADER = ("Framgångsfaktor", "Styrmått", "Mål", "Utfall", "Måluppfyllelse", "Utveckling")
ROW = ("Snabbt nät", "Andel hushåll med fiber", "95 % år 2023", "70 %", "◇", "▲")


def read(
    text: str, *, kind: ReportKind = "annual_report", title: str = "Rapport", tables: tuple[Table, ...] = ()
) -> tuple[Commitment, ...]:
    """The commitments of a report for 2021 with one section."""
    page = "\n".join([text, *(" ".join(filter(None, row)) for table in tables for row in table.rows)])
    section = Section("s1", None, 1, "Strategiskt mål: Ett helt län", text)
    metadata = Metadata(title, "Region Sjöland", kind, YEAR)
    return commitments(Report(metadata, (Page(None, None, 0, 0, page),), (section,), tables))


@pytest.mark.parametrize(
    ("text", "actor", "due", "status"),
    [
        ("Regionen ska bygga två broar till 2023.", "Region Sjöland", "2023", "planned"),
        ("Kommunen kommer att riva kajen under 2022.", "Region Sjöland", "2022", "planned"),
        ("En ny färja ska tas i drift i december 2022.", None, "2022-12", "planned"),
        ("Dessutom planerar regionen att öppna en hamn.", "Region Sjöland", None, "planned"),
        ("Vidare avser regionen att tillsätta ett råd.", "Region Sjöland", None, "planned"),
        ("Leden beräknas vara klar den 5 maj 2022.", None, "2022-05-05", "planned"),
        ("Regionen är från 2022 huvudman för skolan.", "Region Sjöland", "2022", "planned"),
        ("Under 2022 utvärderas arbetssättet av länsstyrelsen.", "Länsstyrelsen", "2022", "planned"),
        ("Arbetet med att ta fram en plan har påbörjats.", None, None, "started"),
        ("Av 12 åtgärder har 9 genomförts.", None, None, "partly"),
        ("Genomförandet av bygget har försenats av isen.", None, None, "delayed"),
        ("Målet är 40 bryggor 2023.", "Region Sjöland", "2023", None),
    ],
)
def test_what_is_promised_is_read(text: str, actor: str | None, due: str | None, status: str | None) -> None:
    assert [(c.quote, c.actor, c.due, c.status) for c in read(text)] == [(text, actor, due, status)]


@pytest.mark.parametrize(
    "text",
    [
        "Regionen byggde två broar och rev en kaj.",
        "Ska regionen bygga en bro under 2023?",
        "Om medel beviljas ska regionen bygga en bro.",
        "Kommunen ska enligt hamnlagen underhålla kajen.",
        "Inflationen kommer att stiga under 2022.",
        "Resandet kommer att öka under 2022.",
        "Regionen kommer inte att bygga bron.",
        "Färjan byttes för att fler resenärer ska få plats.",
        "Till det kommer att färjan är gammal.",
        "Satsningen ska bidra till ett bättre liv.",
    ],
)
def test_what_only_looks_like_a_promise_is_not_one(text: str) -> None:
    assert read(text) == ()


def test_an_audits_yardstick_is_no_promise_but_its_advice_is() -> None:
    advice = "Nämnden för hamnar rekommenderas att stärka kontrollen."
    found = read(f"Nämnden ska leda arbetet. {advice}", kind="audit")
    assert [(c.quote, c.actor, c.action, c.status) for c in found] == [
        (advice, "Nämnden för hamnar", "stärka kontrollen", None)
    ]


def test_a_document_of_rules_promises_nothing() -> None:
    assert read("Fartyget ska förtöjas vid kajen.", title="Föreskrifter om hamnar") == ()


def test_a_goal_tables_row_has_its_chain_symbols_and_the_legends_status() -> None:
    (found,) = read(LEGEND, tables=(Table("t1", "s1", None, HEADER, (ROW,)),))
    assert found.goal_path == ("Ett helt län", "Snabbt nät", "Andel hushåll med fiber")
    assert (found.status, found.status_symbol, found.trend_symbol) == ("partly", "◇", "▲")
    assert (found.target, found.due, found.actor) == ("95 % år 2023", "2023", "Region Sjöland")
    assert found.quote == "Snabbt nät Andel hushåll med fiber 95 % år 2023 70 % ◇ ▲"


def test_without_a_legend_the_symbol_is_kept_and_tells_no_status() -> None:
    (found,) = read("Färjan gick.", tables=(Table("t1", "s1", None, HEADER, (ROW,)),))
    assert (found.status, found.status_symbol) == (None, "◇")


def test_the_section_of_a_goal_tells_its_status_and_what_is_expected_at_the_years_end() -> None:
    text = "Målet är delvis uppnått. Målet bedöms vara uppnått vid årets slut om isen går."
    table = Table("t1", "s1", None, ("Strategiskt mål", "Måluppfyllelse"), (("Ett helt län", "●"),))
    assert [(c.status, c.forecast, c.status_symbol) for c in read(text, tables=(table,))] == [("partly", "done", "●")]


def test_a_list_of_commitments_gives_actor_due_and_status_in_words() -> None:
    header = ("Åtagande", "Ansvarig", "Senast", "Läge i april")
    table = Table("t1", "s1", None, header, (("Ny kaj", "Hamnbolaget", "Juni 2022", "Nästan klar"),))
    (found,) = read("Färjan gick.", tables=(table,))
    assert (found.action, found.actor, found.due, found.status) == ("Ny kaj", "Hamnbolaget", "2022-06", "started")


def test_a_table_of_numbers_promises_nothing() -> None:
    table = Table("t1", "s1", None, ("Kommun", "2020", "2021"), (("Sjöby", "4", "5"),))
    assert read("Färjan gick.", tables=(table,)) == ()


def test_what_does_not_stand_on_the_page_is_not_kept() -> None:
    text = "Regionen ska bygga två broar till 2023."
    report = Report(
        Metadata("R", period=YEAR), (Page(None, None, 0, 0, "Annat."),), (Section("s1", None, 1, "", text),)
    )
    assert commitments(report) == ()


def test_an_item_has_the_actor_due_date_and_status_of_what_leads_in_its_list() -> None:
    text = "Under 2022 ska hamnnämnden:\n• laga kajen\n• riva bryggan före den 1 maj 2023\n\nFärjan gick."
    assert [(c.quote, c.actor, c.due, c.status) for c in read(text)] == [
        ("laga kajen", "Hamnnämnden", "2022", "planned"),
        ("riva bryggan före den 1 maj 2023", "Hamnnämnden", "2023-05-01", "planned"),
    ]


def test_an_item_of_advice_has_whom_its_introduction_advises_unless_it_says_itself() -> None:
    text = "Hamnnämnden rekommenderas att:\n• laga kajen\n• Vägnämnden rekommenderas att laga vägen."
    assert [(c.action, c.actor, c.status) for c in read(text, kind="audit")] == [
        ("laga kajen", "Hamnnämnden", None),
        ("laga vägen", "Vägnämnden", None),
    ]


def test_what_a_summary_repeats_is_one_promise_where_it_stands_first() -> None:
    text = "Hamnnämnden rekommenderas att laga kajen. Färjan gick. Hamnnämnden rekommenderas att laga kajen."
    assert len(read(text, kind="audit")) == 1
    assert len(read(text.replace("laga kajen. F", "laga bron. F"), kind="audit")) == 2


def test_work_that_a_sentence_says_has_begun_has_begun_in_the_next_one_about_it() -> None:
    text = "Arbetet med en hamnplan pågår. Arbetet ska vara klart i maj 2022. Kajen ska lagas i maj 2022."
    assert [c.status for c in read(text)] == ["started", "started", "planned"]


def test_a_sentence_that_only_leads_in_a_list_is_none_by_itself() -> None:
    assert read("Hamnnämnden ska se till att\n\nFärjan gick.") == ()


def test_the_board_is_the_one_of_which_the_report_is() -> None:
    text = "Nämnden river en kaj. Nämnden målar. Hamnnämnden är ny. Nämnden ska laga bron."
    assert [c.actor for c in read(text)] == ["Hamnnämnden"]
    assert [c.actor for c in read("Nämnden ska laga bron.")] == ["Nämnden"]


def test_what_is_reached_today_is_apart_from_what_is_expected_in_one_sentence() -> None:
    text = "Målet är uppnått men bedöms vara delvis uppnått vid årets slut."
    table = Table("t1", "s1", None, ("Strategiskt mål", "Måluppfyllelse"), (("Ett helt län", "●"),))
    assert [(c.status, c.forecast) for c in read(text, tables=(table,))] == [("done", "partly")]


def test_a_glossary_promises_nothing() -> None:
    section = Section("s1", None, 1, "3 Begrepp", "Kaj: där båtar ska ligga.")
    page = Page(None, None, 0, 0, section.text)
    assert commitments(Report(Metadata("R", "Region Sjöland", "annual_report", YEAR), (page,), (section,))) == ()


def test_an_auditor_holds_others_to_rules_but_has_goals_of_its_own() -> None:
    text = "Revisionen ska vara oberoende och tydlig."

    def under(heading: str) -> tuple[Commitment, ...]:
        data = Metadata("Årsredogörelse", "Sjöby stad, Stadsrevisionen", "annual_report", YEAR)
        return commitments(Report(data, (Page(None, None, 0, 0, text),), (Section("s1", None, 1, heading, text),)))

    assert under("1.2 Uppdraget") == ()
    assert [c.quote for c in under("1.3 Revisorernas egna mål")] == [text]


def test_a_goal_of_nobody_else_is_the_reports_own_and_a_deed_of_nobody_is_nobodys() -> None:
    found = read("Målet är att kajen håller i hundra år. Kajen ska målas om och breddas.")
    assert [c.actor for c in found] == ["Region Sjöland", None]


def test_the_goals_of_an_interim_report_are_due_in_its_year() -> None:
    row = ("Snabbt nät", "Andel med fiber", "95 %", "70 %", "◇", "▲")
    tables = (Table("t1", "s1", None, HEADER, (row,)),)
    assert [c.due for c in read("Färjan gick.", kind="interim_report", tables=tables)] == ["2021"]
    assert [c.due for c in read("Färjan gick.", tables=tables)] == [None]
