"""Names of projects found in questions, written right or nearly so."""

import pytest

from search.project_names import Found, ProjectNames

NAMES = (
    "Kompetensbryggan",
    "Kompetensbryggan 2",
    "Smarta Hållbara Byar",
    "Fiberlyftet",
    "Nära mat",
    "Projektet",
    "Rut",
    "Vägplan 2030",
)


def found(text: str, *unknown: str) -> list[tuple[str, str, bool]]:
    return [(text[it.start : it.end], it.name, it.exact) for it in ProjectNames(NAMES).find(text, frozenset(unknown))]


@pytest.mark.parametrize(
    ("text", "unknown", "expected"),
    [
        ("vad gör kompetensbryggan", (), [("kompetensbryggan", "Kompetensbryggan", True)]),
        ("kompetensbryggan 2 i år", (), [("kompetensbryggan 2", "Kompetensbryggan 2", True)]),
        ("Kompetensbrygan i Luleå", ("kompetensbrygan",), [("Kompetensbrygan", "Kompetensbryggan", False)]),
        ("kompetensbrygan 2", ("kompetensbrygan",), [("kompetensbrygan 2", "Kompetensbryggan 2", False)]),
        ("fiber lyftet", (), [("fiber lyftet", "Fiberlyftet", False)]),
        ("smarta hallbara byar", (), [("smarta hallbara byar", "Smarta Hållbara Byar", False)]),
        ("smarta hålbara byar", ("hålbara",), [("smarta hålbara byar", "Smarta Hållbara Byar", False)]),
        # Words that reports have are not taken for a name's misspelling.
        ("smarta hållbara bygder", (), []),
        # A name that only says what kind of thing it is, or has few letters, is none to guess at.
        ("projektet", (), []),
        ("rat", ("rat",), []),
        # There are no slips in a number.
        ("vägpplan 2030", ("vägpplan",), [("vägpplan 2030", "Vägplan 2030", False)]),
        ("vägpplan 2040", ("vägpplan",), []),
        ("kompetensbrygan 4", ("kompetensbrygan",), [("kompetensbrygan", "Kompetensbryggan", False)]),
    ],
)
def test_names_in_a_question(text: str, unknown: tuple[str, ...], expected: list[tuple[str, str, bool]]) -> None:
    assert found(text, *unknown) == expected


def test_without_projects_nothing_is_found() -> None:
    assert ProjectNames(()).find("vad som helst", frozenset({"helst"})) == []


def test_where_a_name_stands() -> None:
    (it,) = ProjectNames(NAMES).find("om nära mat här", frozenset())
    assert it == Found(3, 11, "Nära mat", exact=True)
