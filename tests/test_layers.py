"""The house's law: which package may import which."""

import ast
from pathlib import Path

import pytest

ALLOWED = {
    "corpus": set(),
    "ingest": {"corpus"},
    "search": {"corpus"},
    "api": {"corpus", "ingest", "search"},
    "web": {"corpus", "ingest", "search", "api"},
}


def imported_packages(source: str, package: str) -> set[str]:
    """The top-level packages of ours that a module's source imports, but its own."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names.add(node.module.split(".")[0])
    return (names & {*ALLOWED, "tests"}) - {package}


@pytest.mark.parametrize("package", sorted(ALLOWED))
def test_a_package_imports_only_what_lies_below_it(package: str, root: Path) -> None:
    modules = sorted((root / package).rglob("*.py"))
    assert modules, f"{package} has no modules"
    wrong = {
        str(module.relative_to(root)): sorted(strangers)
        for module in modules
        if (strangers := imported_packages(module.read_text(encoding="utf-8"), package) - ALLOWED[package])
    }
    assert wrong == {}


def test_an_import_against_the_law_is_seen() -> None:
    source = "from search.fusion import fuse\nimport corpus.model\n\ndef f():\n    import api.app\n"
    assert imported_packages(source, "ingest") == {"search", "corpus", "api"}


def test_modules_stay_readable(root: Path) -> None:
    """About 300 lines at most: a longer module holds more than one noun."""
    long = {
        str(module.relative_to(root)): lines
        for package in ALLOWED
        for module in (root / package).rglob("*.py")
        if (lines := len(module.read_text(encoding="utf-8").splitlines())) > 330
    }
    assert long == {}
