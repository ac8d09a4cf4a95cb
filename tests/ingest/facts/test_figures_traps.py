"""Numbers that are figures, and numbers that are not; how units, ranges, words of degree and brackets are read."""

from datetime import date

import pytest

from corpus.model import Figure, Metadata, Page, Period, Report, Section, Table
from ingest.facts.figures import figures

YEAR = Period(date(2021, 1, 1), date(2021, 12, 31), "2021")


def read(text: str) -> tuple[Figure, ...]:
    """The figures of a report for 2021 with one section."""
    section = Section("s1", None, 1, "Bredband", text)
    return figures(Report(Metadata("Rapport", period=YEAR), (Page(None, None, 0, 0, text),), (section,)))


def row(head: tuple[str, ...], *cells: str, caption: str | None = None) -> tuple[Figure, ...]:
    """The figures of a table with one row."""
    table = Table("t1", None, caption, head, (cells,))
    return figures(Report(Metadata("R", period=YEAR), (Page(None, None, 0, 0, "\n".join(cells)),), (), (table,)))


@pytest.mark.parametrize(
    "text",
    [
        "Se sidan 14 och avsnitt 3.2.",
        "Beslutet fattades med stöd av 4 kap. 5 § kommunallagen.",
        "Ring 0920-123 45 eller 08-12 34 56.",
        "Ärendet har diarienummer 5 540-12.",
        "Mötet hölls den 14 mars 2021.",
        "Planen gäller 2014-2020.",
        "Anslag 1:1 betalas ut av staten.",
        "Om två år har läget ändrats.",
        "De senaste fem åren har läget ändrats.",
        "Stödet riktas till personer 65 år och äldre.",
        "Ärendet följs upp var tredje månad.",
        "Vattnet dimensioneras för ett 200-årsflöde.",
        "Under årets tre första månader föll snö.",
        "Femåriga räntor har stigit.",
        "1. Nämnden godkänner rapporten.",
        "2 uppdra åt direktören att återkomma med ett förslag.",
        "Lokalerna på Rosenlundsgatan 4 utgör en utmaning.",
        "Fax: 08 21 05 31 E-mail: nämnden",
        "Frågan regleras i 6 kapitlet kommunallagen.",
        "Inflationen har legat över målet 11 av de 21 senaste månaderna.",
        "Inflationen var lägre än målet 100 av de senaste 120 månaderna.",
        "Det blir två steg framåt och ett bakåt.",
        "Enligt direktiv 85 krävs en plan.",
        "Synen på frågan har ändrats 180 grader.",
        "Räntan ligger kvar på noll fram till hösten.",
        "Hushållens förväntningar på tolv månaders sikt föll.",
        "Tillväxten närmar sig de senaste två decenniernas genomsnitt.",
        "Räntan blir ett par tiondelar av en procentenhet lägre.",
        "Nivåer nära noll innebär en risk.",
    ],
)
def test_references_dates_marks_and_spans_of_time_are_no_figures(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "value", "unit", "measure"),
    [
        ("Handläggningstiden var 30 dagar.", 30, "days", "handläggningstid"),
        ("Projektet pågår under tre år.", 3, "years", "projektet"),
        ("Nämnden tecknade ett ettårigt hyresavtal.", 1, "years", "hyresavtal"),
        ("Det är ett avtal på 20 år.", 20, "years", "avtal"),
    ],
)
def test_a_length_of_time_that_something_lasts_is_a_figure(text: str, value: float, unit: str, measure: str) -> None:
    assert [(figure.value, figure.unit, figure.measure) for figure in read(text)] == [(value, unit, measure)]


@pytest.mark.parametrize(
    ("text", "value", "most", "qualifier", "unit"),
    [
        ("Linjen hade 10–12 resenärer.", 10, 12, None, "count"),
        ("Mellan 3 000 och 4 000 bränder inträffar i skog.", 3000, 4000, None, "count"),
        ("Stödet är ca 750 tkr.", 750_000, None, "ca", "SEK"),
        ("Andelen var över 80 procent.", 80, None, "över", "percent"),
        ("Minst två skolor byggs.", 2, None, "Minst", "count"),
        ("Arbetslösheten steg med 0,4 procentenheter.", 0.4, None, None, "percentage_points"),
        ("Stödet uppgick till 1,6 miljarder kronor.", 1.6e9, None, None, "SEK"),
        ("Gästnätterna ökade till 742 300.", 742_300, None, None, "count"),
        ("Antalet påstigningar uppgick till 2,7 miljoner.", 2.7e6, None, None, "count"),
        ("Antalet besök blev 350.", 350, None, None, "count"),
        ("Stödet uppgick till 1,6 miljoner.", 1.6e6, None, None, "SEK"),
        ("Försäljningen ökade till 3,5 miljarder under hösten.", 3.5e9, None, None, "SEK"),
        ("Försäljningen blir 3,5 miljarder per månad.", 3.5e9, None, None, "kr/månad"),
        ("Av världens 8 miljarder människor är hälften kvinnor.", 8e9, None, None, "count"),
        ("Vi redovisade noll avvikelser.", 0, None, None, "count"),
        ("Analytikerna väntar att styrräntan höjs med 75 punkter.", 75, None, None, "räntepunkter"),
        ("Nämnden behandlade tolv punkter.", 12, None, None, "count"),
        ("Vattnet är 18 grader varmt.", 18, None, None, "°C"),
    ],
)
def test_value_range_degree_and_unit(
    text: str, value: float, most: float | None, qualifier: str | None, unit: str
) -> None:
    found = [(figure.value, figure.value_max, figure.qualifier, figure.unit) for figure in read(text)]
    assert found[:1] == [(value, most, qualifier, unit)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A part of an amount of money counts nothing.
        ("Av stödet går 15 av dessa 45 miljarder kronor till fiber.", [(45e9, "SEK")]),
        # Beside another currency it is not sure what milliards are of.
        ("Stödet på 50 miljarder dollar ökade till 60 miljarder.", [(50e9, "USD")]),
    ],
)
def test_what_is_not_sure_is_left_out(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(figure.value, figure.unit) for figure in read(text)] == expected


@pytest.mark.parametrize(
    ("head", "cells", "caption", "expected"),
    [
        (("Område", "Stöd, tkr"), ("Fiber", "1 675"), None, [(1_675_000, "SEK")]),
        (("tkr", "2021"), ("Resultat", "-584"), None, [(-584_000, "SEK")]),
        (("", "2021"), ("Fiber", "12,5"), "Investeringar, mnkr", [(12_500_000, "SEK")]),
        (("", "2021"), ("BNP", "2,6 (2,3)"), "Årlig procentuell förändring", [(2.6, "percent")]),
        (("", "2021"), ("Kvinnor", "12 (45 %)"), None, [(12, "count"), (45, "percent")]),
        (("", "2021"), ("Arbetade timmar, säsongsrensat", "1,5"), "Årlig procentuell förändring", [(1.5, "percent")]),
        (("", "2021"), ("Arbetskostnad per timme", "2,5"), "Årlig procentuell förändring", [(2.5, "percent")]),
        (("", "2021"), ("Växelkurs, 1992 = 100", "103,2"), "Procent", [(103.2, "index")]),
        (("tkr", "2021"), ("Lönekostnad per anställd", "560"), None, [(560_000, "kr/anställd")]),
        (("Nr", "Område", "Antal"), ("1", "Fiber", "12"), None, [(12, "count")]),
        # Weights are shares of one, whatever the unit of the numbers beside them.
        (("", "PPP-vikter", "2021"), ("Japan", "0,05", "1,6"), "Årlig procentuell förändring", [(1.6, "percent")]),
        # Digits that one blank parts may be one number or two.
        (("tkr", "Budget"), ("Kostnader", "-7 73"), None, []),
        (("", "2020", "2021"), ("Konsumtion", "1 827", "2 090"), None, [(1827, "count"), (2090, "count")]),
        ((), ("Konsumtion", "1 827", "2 090"), None, []),
    ],
)
def test_units_of_tables_come_from_cell_head_row_and_caption(
    head: tuple[str, ...], cells: tuple[str, ...], caption: str | None, expected: list[tuple[float, str]]
) -> None:
    assert [(figure.value, figure.unit) for figure in row(head, *cells, caption=caption)] == expected


def test_a_caption_that_is_a_row_of_numbers_says_nothing() -> None:
    (figure,) = row(
        ("", "Utfall"), "Arbetslöshet, procent", "7,9", caption="Växelkurs, 1992-11-18 = 100 106,7 104,9 100,1"
    )
    assert (figure.measure, figure.unit, figure.period) == ("arbetslöshet", "percent", YEAR)


@pytest.mark.parametrize("text", ["Nätet kostade AB-$2#AB", "Regionen satsar Norr-$2#nät"])
def test_amounts_inside_the_last_word_are_read(text: str) -> None:
    assert [(figure.value, figure.unit) for figure in read(text)] == [(2, "USD")]


def test_days_that_no_month_has_are_no_time() -> None:
    *_, cost = read("Rapporten lämnades den 0 mars och kostade 5 mkr.")
    assert (cost.value, cost.period) == (5_000_000, YEAR)
