import doctest
from pathlib import Path


def test_the_readme_shows_what_really_prints(root: Path) -> None:
    page = root / "corpus" / "swedish" / "README.md"
    outcome = doctest.testfile(str(page), module_relative=False, encoding="utf-8", raise_on_error=False)
    assert outcome.attempted > 25
    assert outcome.failed == 0
