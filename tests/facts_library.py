"""A knowledge base with facts made by hand over a sample report, for tests that correct them."""

from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from corpus.model import Commitment, Facts, Figure, Period, Project, Reading
from corpus.settings import Settings
from corpus.store import Store, StoredReport
from ingest.reading import read

INTERIM = "norrbotten-delarsrapport-april-2021.pdf"


@lru_cache
def _read(samples: Path) -> Reading:
    """The sample as it is read, once for all tests."""
    return read(samples / INTERIM, INTERIM, Settings(model="hash", jobs=1))


def make(samples: Path, folder: Path) -> Settings:
    """Make the knowledge base in `folder`; returns its settings."""
    settings = Settings(data=folder, model="hash", jobs=1)
    with Store.open(folder) as store:
        save(store, samples, with_facts(_read(samples)))
    return settings


def save(store: Store, samples: Path, reading: Reading) -> StoredReport:
    """Keep a reading of the sample, as ingestion does."""
    path = samples / INTERIM
    return store.save(str(path), INTERIM, store.files.keep(path), reading)


def with_facts(reading: Reading) -> Reading:
    """The reading with a few facts, whose words and places are those of figures that were found in it."""
    money, share = reading.facts.figures[:2]
    at = {"quote": money.quote, "section_id": money.section_id, "source": money.source}
    span = Period(date(2019, 1, 1), date(2021, 12, 31))
    figures = (
        replace(money, id="f1", value=1675e6, unit="SEK", qualifier="ca", measure="=kostnad", place="Luleå"),
        replace(share, id="f2", value=10, value_max=12, unit="percent", measure="andel", place="Övertorneå"),
    )
    project = Project("j1", "Fiber i byarna", aliases=("Fibernätet",), owner="Regionen", period=span, **at)  # type: ignore[arg-type]
    path = ("Ett tryggt län", "Nöjda resenärer")
    goal = Commitment("c1", action="Andel nöjda", target="80 procent", goal_path=path, status_symbol="◇", **at)  # type: ignore[arg-type]
    promise = Commitment("c2", action="bygga ut", actor="Regionen", due="2025", status="done", **at)  # type: ignore[arg-type]
    return replace(reading, facts=Facts((project,), figures, (goal, promise)))


def read_anew(settings: Settings, samples: Path) -> None:
    """Read the sample again, so that another figure comes first."""
    reading = with_facts(_read(samples))
    first = Figure("f1", reading.facts.figures[0].quote, 3, "km", source=reading.facts.figures[0].source)
    others = tuple(replace(figure, id=f"f{n}") for n, figure in enumerate(reading.facts.figures, 2))
    with Store.open(settings.data) as store:
        save(store, samples, replace(reading, facts=replace(reading.facts, figures=(first, *others))))
