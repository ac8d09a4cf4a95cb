import hashlib
from pathlib import Path

import pytest

from corpus.errors import LimitExceeded, NotFound
from corpus.files import OriginalFiles, hash_of


@pytest.fixture
def files(tmp_path: Path) -> OriginalFiles:
    return OriginalFiles(tmp_path / "files")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_bytes(b"abc" * 1_000_000)
    return path


def test_a_file_is_kept_as_it_is_under_its_hash(files: OriginalFiles, source: Path) -> None:
    content_hash = files.keep(source)
    assert content_hash == hash_of(source) == hashlib.sha256(source.read_bytes()).hexdigest()
    assert files.path(content_hash).read_bytes() == source.read_bytes()
    assert files.path(content_hash).relative_to(files.folder).parts == (content_hash[:2], content_hash)
    assert files.keep(source) == content_hash
    assert list(files.hashes()) == [content_hash]
    assert [path.name for path in files.folder.iterdir()] == [content_hash[:2]]


def test_a_file_over_the_limit_leaves_nothing(files: OriginalFiles, source: Path) -> None:
    with pytest.raises(LimitExceeded):
        files.keep(source, 2_999_999)
    assert list(files.folder.iterdir()) == []
    assert files.keep(source, 3_000_000)


def test_a_file_that_cannot_be_read_leaves_nothing(files: OriginalFiles, tmp_path: Path) -> None:
    for wrong in (tmp_path / "saknas", tmp_path):
        with pytest.raises(OSError, match=str(tmp_path)):
            files.keep(wrong)
    assert list(files.folder.iterdir()) == []


def test_what_is_not_kept_is_not_found(files: OriginalFiles) -> None:
    assert not files.has("0" * 64)
    with pytest.raises(NotFound):
        files.path("0" * 64)
    files.erase("0" * 64)
    assert list(files.hashes()) == []


def test_what_is_not_wanted_is_cleared_away(files: OriginalFiles, source: Path, tmp_path: Path) -> None:
    wanted = files.keep(source)
    source.write_text("annat")
    stray = files.keep(source)
    (files.folder / "tmpabc.part").write_text("halv")
    assert files.clear({wanted, "0" * 64}) == 2
    assert list(files.hashes()) == [wanted]
    assert not files.has(stray)
    assert [path.name for path in files.folder.iterdir()] == [wanted[:2]]
    assert OriginalFiles(tmp_path / "ingen").clear(set()) == 0


def test_names_that_are_no_hashes_lead_nowhere(files: OriginalFiles, source: Path) -> None:
    files.keep(source)
    for wrong in ("../../a.txt", str(source), "", "..", "AB" * 32, "a" * 63, "å" * 64, "a" * 64 + "\n"):
        assert not files.has(wrong)
        with pytest.raises(NotFound):
            files.path(wrong)
        files.erase(wrong)
    assert source.exists()
