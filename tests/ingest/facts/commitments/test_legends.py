"""What a report says its symbols mean, and what a cell of symbols holds."""

import pytest

from corpus.model import Footnote, Metadata, Report, Section, Table
from ingest.facts.commitments.legends import Legend, legend_of, status_of, symbols


def legend(text: str = "", *, tables: tuple[Table, ...] = (), notes: tuple[Footnote, ...] = ()) -> Legend:
    """The legend of a report with one section."""
    report = Report(Metadata("R"), (), (Section("s1", None, 1, "", text),), tables, (), notes)
    return legend_of(report)


@pytest.mark.parametrize(
    ("text", "meanings"),
    [
        ("● uppnått, ◇ delvis uppnått, ○ inte uppnått", {"●": "done", "◇": "partly", "○": "not_met"}),
        ("● = Målet är uppnått\n◊ = Målet är delvis uppnått", {"●": "done", "◇": "partly"}),
        ("Grön: klart. Gul: pågår. Röd: ej påbörjad.", {"grön": "done", "gul": "started", "röd": "not_started"}),
        ("• uppnått ◇ delvis uppnått", {"●": "done", "◇": "partly"}),
        ("● uppnått är bra att läsa", {}),
        ("● Hamnen byggdes\n● Kajen lagades", {}),
    ],
)
def test_a_legend_explains_at_least_two_symbols(text: str, meanings: dict[str, str]) -> None:
    assert legend(text) == meanings


def test_a_legend_may_stand_in_a_table_or_a_footnote() -> None:
    table = Table("t1", "s1", None, ("Symbol", "Betydelse"), (("●", "Uppnått"), ("○", "Inte uppnått")))
    assert legend(tables=(table,)) == {"●": "done", "○": "not_met"}
    assert legend(notes=(Footnote("n1", "s1", "1", "● uppnått, ○ inte uppnått"),)) == {"●": "done", "○": "not_met"}


def test_a_symbol_means_what_the_reports_own_legend_says() -> None:
    known: Legend = {"●": "done", "gul": "partly"}
    assert status_of("●", known) == "done"
    assert status_of("● (gul)", known) == "partly"
    assert status_of("◇", known) is None
    assert status_of(None, known) is None


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("●", ("●", None)),
        ("▲", (None, "▲")),
        ("● / ▼", ("●", "▼")),
        ("● ▶ ▲", ("●", None)),
        ("● klart", (None, None)),
        ("", (None, None)),
    ],
)
def test_a_cell_of_symbols_has_a_state_and_one_trend(cell: str, found: tuple[str | None, str | None]) -> None:
    assert symbols(cell) == found
