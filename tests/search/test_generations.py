"""Index generations: published whole, brought forward, built anew, never mixed."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from api.knowledge import Knowledge
from corpus.errors import ModelError, VersionMismatch
from corpus.settings import Settings
from ingest.pipeline import ingest
from search import generations
from search.generations import CURRENT, Generations, IndexPublisher
from search.lexical import Restriction
from tests.ingest.small_reports import write_reports

QUESTION = "bredband i Övertorneå"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data", model="hash", jobs=1)


@pytest.fixture
def reports(tmp_path: Path) -> list[Path]:
    return sorted(write_reports(tmp_path / "rapporter", count=6).iterdir())


@pytest.fixture
def knowledge(settings: Settings) -> Iterator[Knowledge]:
    with Knowledge.open(settings, create=True) as opened:
        yield opened


def take_in(knowledge: Knowledge, paths: list[Path]) -> None:
    ingest(paths, knowledge.store, knowledge.encoder, knowledge.publisher, knowledge.settings)


def ranking(knowledge: Knowledge) -> list[tuple[str, float]]:
    return [(hit.passage.id, hit.score) for hit in knowledge.searcher.search(QUESTION, 20).hits]


def folder_of(knowledge: Knowledge) -> Path:
    return knowledge.store.folder / "index"


def names(knowledge: Knowledge) -> list[str]:
    return [entry.name for entry in folder_of(knowledge).iterdir() if entry.is_dir()]


def test_nothing_is_published_twice(knowledge: Knowledge, reports: list[Path]) -> None:
    take_in(knowledge, reports[:2])
    before = names(knowledge)
    knowledge.publisher.publish()
    assert names(knowledge) == before == [Generations(folder_of(knowledge)).current()]


def test_brought_forward_ranks_as_built_at_once(
    knowledge: Knowledge, reports: list[Path], settings: Settings, tmp_path: Path
) -> None:
    take_in(knowledge, reports[:3])
    segments = {file.name for file in folder_of(knowledge).rglob("*.term")}
    take_in(knowledge, reports[3:])
    # The first three reports' segment is the same file, linked and not written again.
    assert segments < {file.name for file in folder_of(knowledge).rglob("*.term")}
    with Knowledge.open(replace(settings, data=tmp_path / "at once"), create=True) as other:
        take_in(other, reports)
        assert ranking(other) == ranking(knowledge)


def test_removal_leaves_no_trace_in_the_ranking(
    knowledge: Knowledge, reports: list[Path], settings: Settings, tmp_path: Path
) -> None:
    take_in(knowledge, reports)
    gone = knowledge.store.resolve(reports[0].name)
    knowledge.store.remove([gone])
    knowledge.publisher.publish()
    with Knowledge.open(replace(settings, data=tmp_path / "never had it"), create=True) as other:
        take_in(other, reports[1:])
        assert ranking(other) == ranking(knowledge)


def test_a_reader_keeps_what_it_opened_and_then_sees_the_new(knowledge: Knowledge, reports: list[Path]) -> None:
    take_in(knowledge, reports[:3])
    opened = Generations(folder_of(knowledge)).open()
    assert opened is not None
    take_in(knowledge, reports[3:])
    assert opened.name not in names(knowledge)
    assert len(opened.lexical.numbers(Restriction())) == len(opened.vectors)
    assert {hit.report.file for hit in knowledge.searcher.search(QUESTION, 50).hits} & {p.name for p in reports[3:]}


def test_half_a_generation_is_never_current_and_is_swept_away(knowledge: Knowledge, reports: list[Path]) -> None:
    take_in(knowledge, reports[:2])
    half = folder_of(knowledge) / "00000099-deadbeef"
    shutil.copytree(folder_of(knowledge) / names(knowledge)[0], half)
    (half / "vectors.faiss").write_bytes(b"")
    assert ranking(knowledge)
    take_in(knowledge, reports[2:3])
    assert not half.exists()


@pytest.mark.parametrize("victim", ["vectors.faiss", "manifest.json", "lexical/meta.json"])
def test_a_damaged_index_says_what_to_do_and_is_built_anew(
    victim: str, knowledge: Knowledge, reports: list[Path]
) -> None:
    take_in(knowledge, reports[:2])
    folder = folder_of(knowledge) / names(knowledge)[0]
    (folder / victim).write_bytes(b"damaged")
    with pytest.raises(VersionMismatch, match="reindex"):
        Generations(folder_of(knowledge)).open()
    (folder / "manifest.json").unlink()
    knowledge.publisher.publish()
    assert Generations(folder_of(knowledge)).open() is not None


def test_an_index_of_other_code_is_refused_by_readers_and_rebuilt_by_the_writer(
    knowledge: Knowledge, reports: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    take_in(knowledge, reports[:2])
    monkeypatch.setattr(generations, "SOURCES", ("corpus/context.py",))
    with pytest.raises(VersionMismatch, match="annan version"):
        Generations(folder_of(knowledge)).open()
    knowledge.publisher.publish()
    assert Generations(folder_of(knowledge)).open() is not None


def test_models_are_never_mixed(knowledge: Knowledge, reports: list[Path]) -> None:
    take_in(knowledge, reports[:2])
    other = IndexPublisher(knowledge.store, "another#1", knowledge.encoder.dimensions, knowledge.analyzer)
    with pytest.raises(ModelError, match="another#1"):
        other.refuse_other_model()


def test_an_empty_knowledge_base_has_no_answer(knowledge: Knowledge) -> None:
    assert knowledge.searcher.search(QUESTION).hits == ()
    assert not (folder_of(knowledge) / CURRENT).exists()
