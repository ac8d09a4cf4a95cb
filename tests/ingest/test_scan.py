"""Which files a run is about."""

from pathlib import Path

import pytest

from ingest.scan import Found, scan

SUFFIXES = frozenset({".txt", ".pdf"})


def names(found: tuple[Found, ...], top: Path) -> list[str]:
    """Paths below `top`, as text."""
    return [str(item.path.relative_to(top)) for item in found]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A folder with readable, hidden and other files on several levels."""
    for name in ("b/2.txt", "b/1.PDF", "a.txt", "b/c/3.txt", ".hidden.txt", ".git/x.txt", "b/bild.png"):
        file = tmp_path / "top" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x")
    return tmp_path / "top"


def test_folders_are_searched_in_order_without_hidden_and_foreign_files(tree: Path) -> None:
    assert names(scan([tree], SUFFIXES), tree) == ["a.txt", "b/1.PDF", "b/2.txt", "b/c/3.txt"]


def test_a_link_back_up_is_not_followed_but_other_links_are(tree: Path) -> None:
    (tree / "b" / "up").symlink_to(tree)
    (tree / "again").symlink_to(tree / "b" / "c")
    assert names(scan([tree], SUFFIXES), tree) == ["a.txt", "again/3.txt", "b/1.PDF", "b/2.txt", "b/c/3.txt"]


def test_a_file_given_twice_is_found_once_by_its_absolute_path(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree)
    found = scan([Path("b/../a.txt"), tree / "a.txt", Path("a.txt")], SUFFIXES)
    assert [item.path for item in found] == [tree / "a.txt"]


@pytest.mark.parametrize(
    ("name", "code"), [("borta.txt", "not_found"), ("b/bild.png", "unsupported_format"), ("x" * 300, "not_found")]
)
def test_what_cannot_be_read_is_a_problem_with_the_name_in_it(tree: Path, name: str, code: str) -> None:
    (found,) = scan([tree / name], SUFFIXES)
    assert found.problem is not None
    assert found.problem.code == code
    assert Path(name).name in found.problem.message


def test_a_name_that_is_not_text_is_a_problem(tree: Path) -> None:
    bad = Path(str(tree) + "/\udcff.txt")
    bad.write_text("x")
    (found,) = scan([bad], SUFFIXES)
    assert found.problem is not None
    assert found.problem.code == "bad_name"
    found.problem.message.encode("utf-8")


def test_hidden_files_named_outright_are_read(tree: Path) -> None:
    assert names(scan([tree / ".hidden.txt"], SUFFIXES), tree) == [".hidden.txt"]
