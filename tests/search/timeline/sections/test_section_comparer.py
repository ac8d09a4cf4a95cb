"""Sections compared over a store: by their ids, over versions, with what moved between them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import NotFound, UsageError
from corpus.model import Facts, Figure, Metadata, Page, Reading, Report, Section
from corpus.store import Store, StoredReport
from corpus.swedish.analysis import Analyzer
from search.timeline.sections.comparer import MOST_SECTIONS, SectionComparer
from tests.search.timeline.making import figure, year

BUDGET = "Nämnden beslutade i november om en ny budget för hela kollektivtrafiken."
NOTICE = "Rapporten är påhittad och får bara användas för att visa något."
TRAFFIC = "Bussarna gick i tid under hela året, och fler reste än året före."


class Shelf:
    """A store that reports are written into, and the comparer over it."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.store, self.folder = store, folder
        self.comparer = SectionComparer(store, Analyzer(), lambda: "none")

    def save(self, at: int, *sections: tuple[str, str], figures: tuple[Figure, ...] = ()) -> StoredReport:
        file = self.folder / f"{at}.txt"
        file.write_text(f"{at} {sections} {figures}", encoding="utf-8")
        made = tuple(Section(f"s{n}", None, 1, heading, text) for n, (heading, text) in enumerate(sections, 1))
        said = Metadata(f"Rapport {at}", "Region Prov", "annual_report", year(at))
        page = Page(None, None, 0, 0, "\n".join(f"{one.heading}\n{one.text}" for one in made))
        reading = Reading(Report(said, (page,), made), Facts(figures=figures), ())
        return self.store.save(str(file), file.name, self.store.files.keep(file), reading)

    def id_of(self, report: StoredReport, heading: str) -> str:
        return next(it.id for it in self.store.sections(report.id, report.version) if it.heading == heading)


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    with Store.open(tmp_path / "bas") as store:
        yield Shelf(store, tmp_path)


def test_what_went_to_another_section_is_told_where(shelf: Shelf) -> None:
    old = shelf.save(2021, ("Trafik", f"{TRAFFIC} {BUDGET}\n\n{NOTICE}"), ("Ekonomi", f"Kostnaden steg.\n\n{NOTICE}"))
    new = shelf.save(2022, ("Trafik", TRAFFIC), ("Ekonomi", f"Kostnaden sjönk. {BUDGET}\n\n{NOTICE}"))
    found = shelf.comparer.sections([shelf.id_of(old, "Trafik")], [shelf.id_of(new, "Trafik")])
    told = {
        step.before.text: elsewhere.heading if (elsewhere := found.elsewhere(step)) else None
        for step in found.steps
        if step.kind == "gone" and step.before
    }
    # The notice stands in both reports' other sections, and did not move there.
    assert told == {BUDGET: "Ekonomi", NOTICE: None}
    back = shelf.comparer.sections([shelf.id_of(old, "Ekonomi")], [shelf.id_of(new, "Ekonomi")])
    came = [(step.after.text, it.heading) for step in back.steps if step.after and (it := back.elsewhere(step))]
    assert came == [(BUDGET, "Trafik")]


def test_two_reports_are_told_section_by_section(shelf: Shelf) -> None:
    old = shelf.save(2021, ("Trafik", TRAFFIC), ("Ekonomi", "Kostnaden steg med 3 procent."), ("Kapitel", ""))
    new = shelf.save(2022, ("Trafik", TRAFFIC), ("Ekonomi", "Kostnaden sjönk med 2 procent."), ("Kapitel", ""))
    compared = shelf.comparer.reports(old, new)
    assert [(pair.before[0].heading, pair.outcome, pair.kept) for pair in compared.pairs] == [
        ("Trafik", "same", 1.0),
        ("Ekonomi", "changed", 0.0),
        ("Kapitel", "empty", 0.0),
    ]


def test_the_figures_of_a_replaced_version_are_not_compared(shelf: Shelf) -> None:
    def told(value: float, at: int) -> tuple[tuple[str, str], tuple[Figure, ...]]:
        text = f"Antalet resor var {value:g} under året."
        made = figure(value, "resor", quote=text, period=year(at), id_="f1")
        return ("Trafik", text), (replace(made, section_id="s1"),)

    first, earlier = told(5, 2021)
    old = shelf.save(2021, first, figures=earlier)
    section, figures = told(9, 2022)
    new = shelf.save(2022, section, figures=figures)
    ids = [shelf.id_of(old, "Trafik")], [shelf.id_of(new, "Trafik")]
    (change,) = shelf.comparer.sections(*ids).amounts.changes
    assert change.absolute == 4
    shelf.save(2021, first, ("Tillägg", "En bilaga."), figures=earlier)
    replaced = shelf.comparer.sections(*ids)
    assert not replaced.before.report.current
    assert replaced.amounts.changes == ()
    assert [step.kind for step in replaced.steps] == ["changed"]


def test_what_is_read_is_read_anew_when_the_store_has_changed(shelf: Shelf) -> None:
    old = shelf.save(2021, ("Trafik", TRAFFIC))
    new = shelf.save(2022, ("Trafik", TRAFFIC))
    assert shelf.comparer.counterpart(shelf.id_of(old, "Trafik"), new).after
    later = shelf.save(2023, ("Något annat", "Om helt andra saker står det här."))
    match = shelf.comparer.counterpart(shelf.id_of(old, "Trafik"), later)
    assert match.after == ()
    (offered,) = shelf.comparer.candidates(shelf.id_of(old, "Trafik"), later, 5)
    assert offered.heading == "Något annat"


def test_what_cannot_be_compared_is_refused_in_words(shelf: Shelf) -> None:
    old = shelf.save(2021, ("Trafik", TRAFFIC), ("Ekonomi", "Kostnaden steg."))
    new = shelf.save(2022, ("Trafik", TRAFFIC))
    one, other = shelf.id_of(old, "Trafik"), shelf.id_of(new, "Trafik")
    with pytest.raises(UsageError, match="samma rapport på båda sidor"):
        shelf.comparer.sections([one], [shelf.id_of(old, "Ekonomi")])
    with pytest.raises(UsageError, match="Ange ett avsnitt på var sida"):
        shelf.comparer.sections([one], [])
    with pytest.raises(UsageError, match="Ange ett avsnitt på var sida"):
        shelf.comparer.sections([one] * (MOST_SECTIONS + 1), [other])
    with pytest.raises(UsageError, match="måste stå i samma rapport"):
        shelf.comparer.sections([one, other], [other])
    with pytest.raises(NotFound, match="Avsnittet finns inte"):
        shelf.comparer.sections([one], [other.replace("s1", "s99")])
    with pytest.raises(NotFound):
        shelf.comparer.sections([one], ["ingenting"])
