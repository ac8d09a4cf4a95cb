"""Readings made up for the store's tests."""

import zlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np

from corpus.context import contextualise
from corpus.model import (
    Box,
    Commitment,
    Facts,
    Figure,
    Footnote,
    Illustration,
    Metadata,
    Page,
    Passage,
    Period,
    Problem,
    Project,
    Reading,
    Report,
    Section,
    Source,
    Span,
    Table,
)
from corpus.protocols import Vectors
from corpus.store import Store, StoredReport

MODEL = "räknare#1"
FIRST_HALF = Period(date(2021, 1, 1), date(2021, 6, 30), "januari–juni 2021")


def plain(*texts: str, title: str = "Delårsrapport") -> Reading:
    """A reading without pages: a section and a passage for each text."""
    sections = tuple(Section(f"s{i}", None, 1, f"Rubrik {i}", text) for i, text in enumerate(texts, 1))
    passages = tuple(
        Passage(f"p{i}", f"s{i}", None, 0, len(text), text, (f"Rubrik {i}",)) for i, text in enumerate(texts, 1)
    )
    page = Page(None, None, 0, 0, "\n".join(texts))
    return Reading(Report(Metadata(title), (page,), sections), Facts(), passages)


def rich() -> Reading:
    """A reading with something of everything; coordinates have two decimals, as the store keeps them."""
    text = "Bredband når 55 procent. Målet är 60."
    at = Source(1, "i", (1, 2), (Box(1, 70.25, 100.5, 300.75, 112.0), Box(2, 70.25, 80.0, 90.1, 92.33)))
    spans = (Span(0, 8, at.boxes[0]), Span(9, 12, at.boxes[1]))
    rows, row_sources = (("Luleå", "88"), ("", "55")), (at, Source(2, None, (2,)))
    report = Report(
        Metadata("Årsrapport", "Region Nord", "interim_report", FIRST_HALF, "1219-2021", "sv"),
        (Page(1, "i", 595.3, 841.9, text), Page(2, None, 595.3, 841.9, "Luleå 88\nFotnot")),
        (Section("s1", None, 1, "", ""), Section("s2", "s1", 2, "Bredband", text, at, spans)),
        (Table("t1", "s2", "Tabell 1", ("Kommun", "Andel"), rows, at, row_sources),),
        (Illustration("i1", "s2", None, at, "0 50 100"), Illustration("i2", None, "Karta")),
        (Footnote("n1", "s2", "*", "Fotnot", Source(2)),),
        (Problem("no_text_layer", "Sidan saknar text.", 2), Problem("lost", "Annat.")),
    )
    return Reading(report, _facts(at), _passages(text, at))


def _facts(at: Source) -> Facts:
    fibre = Project(
        id="j1",
        name="Fibernätet",
        quote="Bredband når",
        aliases=("Fiber", "Nätet"),
        owner="IT",
        partners=("Luleå",),
        amounts_sek=(1.5e6, 2.0),
        places=("Boden",),
        period=FIRST_HALF,
        section_id="s2",
        source=at,
    )
    share = Figure(
        id="f1",
        quote="55 procent",
        value=55.0,
        unit="percent",
        qualifier="ca",
        measure="bredband",
        place="Boden",
        period=FIRST_HALF,
        period_basis="point",
        kind="target",
        section_id="s2",
        source=at,
    )
    goal = Commitment(
        id="c1",
        quote="Målet är 60",
        action="nå 60",
        actor="Regionen",
        topic="bredband",
        due="2025",
        target="60",
        goal_path=("Mål", "Mått"),
        status="partly",
        status_symbol="◇",
        trend_symbol="▲",
        forecast="done",
        section_id="s2",
        table_id="t1",
        source=at,
    )
    of_row = Figure("f2", "Luleå\t88", 88.0, "percent", 90.5, table_id="t1", source=Source(2, None, (2,)))
    return Facts(
        (fibre, Project("j2", "Spår", "Målet är", source=at)),
        (share, of_row),
        (goal, Commitment("c2", "Målet", "nå", source=at)),
    )


def _passages(text: str, at: Source) -> tuple[Passage, ...]:
    return (
        Passage("p1", "s2", None, 0, len(text), text, ("Bredband",), at),
        Passage("p2", "s2", "t1", 0, 2, "Kommun\tAndel\nLuleå\t88\n\t55", ("Bredband",), at),
    )


def keep(
    store: Store, folder: Path, name: str, reading: Reading, content: str | None = None, reader: str = ""
) -> StoredReport:
    """Write a file and save its reading; without `content`, the file holds the sections' texts."""
    path = folder / name
    path.write_text(
        "\n".join(section.text for section in reading.report.sections) if content is None else content, "utf-8"
    )
    return store.save(str(path), name, store.files.keep(path), reading, reader)


def embed(store: Store, model: str = MODEL) -> set[str]:
    """Give every current passage a vector, encoding only what is not kept; returns the texts that were encoded."""
    encoded: set[str] = set()
    for batch in store.passages_without_vectors(model):
        texts = {
            item.number: contextualise(
                store.report(item.report_id).metadata.title, item.passage.section_path, item.passage.text
            )
            for item in batch
        }
        missing = {number: texts[number] for number in sorted(store.reuse_vectors(model, texts))}
        if missing:
            store.save_vectors(model, missing, vectors_of(list(missing.values())))
            encoded |= set(missing.values())
    return encoded


def vectors_of(texts: Sequence[str]) -> Vectors:
    """Unit vectors of length 8 that depend on the texts alone."""
    rows = [np.random.default_rng(hash_of_text(text)).normal(size=8) for text in texts]
    made = np.array(rows, dtype=np.float32).reshape(len(rows), 8)
    made /= np.linalg.norm(made, axis=1, keepdims=True)
    return made


def hash_of_text(text: str) -> int:
    """A number that depends on the text alone."""
    return zlib.crc32(text.encode("utf-8"))


def retitled(reading: Reading, title: str) -> Reading:
    """The reading with another title."""
    metadata = replace(reading.report.metadata, title=title)
    return replace(reading, report=replace(reading.report, metadata=metadata))
