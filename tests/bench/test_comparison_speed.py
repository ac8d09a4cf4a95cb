"""A comparison over 500 reports, on a knowledge base made for it: ten publishers, fifty years of annual reports."""

import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from api.knowledge import Knowledge
from corpus.model import Commitment, Facts, Figure, Metadata, Page, Passage, Period, Reading, Report, Section
from corpus.settings import Settings

PUBLISHERS = 10
YEARS = range(1975, 2025)
#: Topics of a report, each a section of a few sentences; the first is the one that is compared.
TOPICS = (
    "bredband", "sjukfrånvaro", "gästnätter", "företagsstöd", "kollektivtrafik", "bibliotek", "folkhälsa", "solceller",
    "kompetensförsörjning", "civilsamhälle", "besöksnäring", "livsmedel", "elnät", "hamnar", "museer", "skogsbruk",
    "gruvdrift", "rennäring", "flygresor", "cykelleder",
)  # fmt: skip
#: What a comparison may take on two cores of a laptop, in seconds (the design's bar).
BAR = 1.0

pytestmark = pytest.mark.bench


def reading(publisher: int, year: int) -> Reading:
    """An annual report that says something of every topic, with a figure and a promise each."""
    period = Period(date(year, 1, 1), date(year, 12, 31), str(year))
    sections, passages, figures, commitments = [], [], [], []
    for number, topic in enumerate(TOPICS, 1):
        told = f"Andelen hushåll i länet med {topic} var {30 + (year - 1975)} procent under året."
        promise = f"Målet är att 95 procent av hushållen ska ha {topic} senast {year + 3}."
        text = (
            f"{told} Arbetet med {topic} har fortsatt tillsammans med kommunerna i region {publisher}. {promise} "
            f"Under året hölls {number} möten om {topic}, och flera av dem handlade om hur kostnaderna ska delas."
        )
        id_ = f"s{number}"
        sections.append(Section(id_, None, 1, topic.capitalize(), text))
        passages.append(Passage(f"p{number}", id_, None, 0, len(text), text, (topic.capitalize(),)))
        share = {"unit": "percent", "section_id": id_, "period": period, "period_basis": "full_year"}
        figures.append(
            Figure(f"f{number}", told, 30 + year - 1975, measure=f"andel hushåll med {topic}", **share)  # type: ignore[arg-type]
        )
        commitments.append(
            Commitment(f"c{number}", promise, promise, actor=f"Region {publisher}", due=str(year + 3),
                       target="95 procent", section_id=id_)
        )  # fmt: skip
    said = Metadata(f"Årsredovisning {year}", f"Region {publisher}", "annual_report", period)
    page = Page(None, None, 0, 0, "\n".join(section.text for section in sections))
    report = Report(said, (page,), tuple(sections))
    return Reading(report, Facts((), tuple(figures), tuple(commitments)), tuple(passages))


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    folder: Path = tmp_path_factory.mktemp("femhundra")
    with Knowledge.open(Settings(data=folder / "data", model="hash"), create=True) as opened:
        with opened.store.writing("bench"):
            for publisher in range(PUBLISHERS):
                for year in YEARS:
                    path = folder / f"region-{publisher}-{year}.txt"
                    path.write_text(f"{publisher} {year}", encoding="utf-8")
                    hashed = opened.store.files.keep(path)
                    opened.store.save(str(path), path.name, hashed, reading(publisher, year))
            encode(opened)
        opened.publisher.publish()
        yield opened


def encode(knowledge: Knowledge) -> None:
    """Give every passage its vector."""
    for batch in knowledge.store.current_passages():
        texts = {stored.number: stored.passage.text for stored in batch}
        vectors = knowledge.encoder.encode_passages(list(texts.values()))
        knowledge.store.save_vectors(knowledge.encoder.model, texts, vectors)


def test_a_comparison_over_500_reports_answers_within_a_second(knowledge: Knowledge) -> None:
    assert len(knowledge.store.reports()) == 500
    knowledge.comparer.compare("cykelleder")  # Opens the index and the dictionaries.
    taken = []
    for topic in ("bredband", "andel hushåll med solceller", "sjukfrånvaro i länet"):
        began = time.process_time()
        compared = knowledge.comparer.compare(topic)
        taken.append(time.process_time() - began)
        assert len([row for row in compared.rows if row.state == "reported"]) == 500
        assert compared.changes
        assert compared.threads
    sys.stdout.write(
        f"\n500 reports, {len(TOPICS) * 500} passages: {', '.join(f'{one:.2f}' for one in taken)} s of CPU\n"
    )
    assert sorted(taken)[1] <= BAR
