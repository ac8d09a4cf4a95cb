"""The program Tesseract: found or not, and what becomes of one that fails."""

import time
from pathlib import Path

import pytest
from PIL import Image

from corpus.settings import Settings
from ingest.ocr.outcomes import NotRead
from ingest.ocr.tesseract import Tesseract, find_tesseract
from tests.ingest.ocr.scans import stand_in

PICTURE = Image.new("L", (40, 40), 255)


def found(monkeypatch: pytest.MonkeyPatch, folder: Path, settings: Settings | None = None) -> Tesseract | None:
    monkeypatch.setenv("PATH", str(folder))
    return find_tesseract(settings or Settings())


def test_it_is_found_with_its_swedish_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = found(monkeypatch, stand_in(tmp_path / "bin", languages="eng swe"))
    assert program is not None
    assert not program.orients
    assert program.read(PICTURE, 20)[0].text == "Snöröjning"
    assert program.turns(PICTURE, 20) == 0


def test_without_swedish_or_the_program_or_the_wish_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found(monkeypatch, stand_in(tmp_path / "english", languages="eng osd")) is None
    assert found(monkeypatch, tmp_path / "nothing") is None
    assert found(monkeypatch, stand_in(tmp_path / "bin"), Settings(ocr="off")) is None


@pytest.mark.parametrize("before", ["exit 1", "exec /nowhere/at/all", "kill -9 $$"])
def test_one_that_fails_has_not_read(before: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = found(monkeypatch, stand_in(tmp_path / "bin", before=before))
    assert program is not None
    with pytest.raises(NotRead) as refused:
        program.read(PICTURE, 20)
    assert refused.value.outcome == "failed"


def test_one_that_prints_something_else_has_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = found(monkeypatch, stand_in(tmp_path / "bin", reads="no"))
    assert program is not None
    with pytest.raises(NotRead):
        program.read(PICTURE, 20)


@pytest.mark.parametrize("before", ["exec $sleep 60", "$sleep 60", "while :; do :; done"])
def test_one_that_hangs_is_ended(before: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = found(monkeypatch, stand_in(tmp_path / "bin", before=before))
    assert program is not None
    began, heard = time.monotonic(), list[int]()
    with pytest.raises(NotRead) as refused:
        program.read(PICTURE, 0.5, lambda: heard.append(1))
    assert refused.value.outcome == "too_slow"
    assert time.monotonic() - began < 30
    assert heard


def test_it_runs_on_one_core_and_reads_swedish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = found(monkeypatch, stand_in(tmp_path / "bin", before=f'echo "$OMP_THREAD_LIMIT $*" > {tmp_path}/said'))
    assert program is not None
    program.read(PICTURE, 20)
    said = (tmp_path / "said").read_text().split()
    assert said[0] == "1"
    assert said[said.index("-l") + 1] == "swe"
