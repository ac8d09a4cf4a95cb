"""Drafts changed, taken apart and compared: small cases by hand."""

from dataclasses import replace
from datetime import date

import pytest

from api.drafts import editing
from api.drafts.decisions import requirements
from corpus.drafts import Block, Draft, Heading, words_of
from corpus.errors import Conflict, NotFound, UsageError
from corpus.model import Period

YEAR = Period(date(2025, 1, 1), date(2025, 12, 31), "2025")


def draft_of(*levels: tuple[str, int]) -> Draft:
    return Draft("Utkast", YEAR, tuple(Heading(f"h{at}", title, level) for at, (title, level) in enumerate(levels, 1)))


TREE = draft_of(("A", 1), ("A1", 2), ("A2", 2), ("A2x", 3), ("B", 1), ("B1", 2))


def titles(draft: Draft) -> str:
    return " ".join(heading.title for heading in draft.headings)


@pytest.mark.parametrize(
    ("heading", "step", "after"),
    [
        ("h5", -1, "B B1 A A1 A2 A2x"),
        ("h1", 1, "B B1 A A1 A2 A2x"),
        ("h3", -1, "A A2 A2x A1 B B1"),
        ("h2", 1, "A A2 A2x A1 B B1"),
        ("h3", 1, "A A1 B A2 A2x B1"),
        ("h6", -1, "A A1 A2 A2x B1 B"),
        ("h1", -1, "A A1 A2 A2x B B1"),
        ("h6", 1, "A A1 A2 A2x B B1"),
    ],
)
def test_a_heading_moves_with_those_below_it(heading: str, step: int, after: str) -> None:
    assert titles(editing.move_heading(TREE, heading, step)) == after


def test_a_heading_is_added_after_another_and_what_is_below_it() -> None:
    added = editing.add_heading(TREE, " C ", 2, "h3")
    assert titles(added) == "A A1 A2 A2x C B B1"
    assert [heading.id for heading in added.headings].count("h7") == 1
    assert titles(editing.add_heading(TREE, "C")) == "A A1 A2 A2x B B1 C"
    assert titles(editing.remove_heading(TREE, "h3")) == "A A1 A2x B B1"


def test_blocks_are_added_moved_and_removed_and_never_get_an_id_twice() -> None:
    draft = editing.add_blocks(TREE, "h1", [Block("", "text", text) for text in "abc"])
    assert draft.headings[0].state == "started"
    assert [block.id for block in draft.headings[0].blocks] == ["b1", "b2", "b3"]
    moved = editing.move_block(draft, "b3", 0)
    assert [block.text for block in moved.headings[0].blocks] == ["c", "a", "b"]
    assert editing.move_block(draft, "b1", 99).headings[0].blocks[-1].id == "b1"
    gone = editing.remove_block(draft, "b2")
    assert [block.text for block in gone.headings[0].blocks] == ["a", "c"]
    assert editing.add_blocks(gone, "h2", [Block("", "text", "d")]).headings[1].blocks[0].id == "b4"


@pytest.mark.parametrize(
    "change",
    [
        lambda: editing.move_heading(TREE, "h9", 1),
        lambda: editing.remove_block(TREE, "b1"),
        lambda: editing.settle(TREE, "b1", ["1-2"]),
        lambda: editing.add_blocks(TREE, "h9", [Block("", "text")]),
    ],
)
def test_what_is_not_in_the_draft_is_said_to_be_gone(change: object) -> None:
    assert callable(change)
    with pytest.raises(NotFound, match="finns inte i utkastet längre"):
        change()


def test_words_are_put_in_place_in_text_and_in_cells() -> None:
    rows = Block("", "rows", "Tabell 1\nfler", ("Kommun", ""), (("", ""), ("Ö", "91")))
    draft = editing.add_blocks(TREE, "h1", [Block("", "text", "Nio blev klara."), rows])
    draft = editing.put_words(draft, "b1", 0, 3, "Nio", "Tolv")
    assert editing.find_block(draft, "b1")[1].text == "Tolv blev klara."
    words = words_of(rows)
    at = words.index("91")
    changed = editing.find_block(editing.put_words(draft, "b2", at, at + 2, "91", "97 %"), "b2")[1]
    assert changed == replace(rows, id="b2", rows=(("", ""), ("Ö", "97 %")))
    with pytest.raises(Conflict, match="har ändrats"):
        editing.put_words(draft, "b2", at, at + 2, "90", "97")
    with pytest.raises(UsageError, match="flera av tabellens celler"):
        editing.put_words(draft, "b2", at - 2, at + 2, "Ö\t91", "x")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Beslut\n\nÅterrapportering 1 – Region Norrbotten ska redovisa hur ansvaret har utövats.\n\n"
            "Återrapportering 2: samverkan med länsstyrelsen\nRedovisa kort\nhur ni samverkat.\n\n"
            "Återrapporteringskrav 3.\nJämställdhet ska redovisas.",
            [
                ("Återrapportering 1", "Region Norrbotten ska redovisa hur ansvaret har utövats."),
                ("Återrapportering 2 – samverkan med länsstyrelsen", "Redovisa kort hur ni samverkat."),
                ("Återrapporteringskrav 3", "Jämställdhet ska redovisas."),
            ],
        ),
        (
            "Regionen ska\n1. Redovisa bredband.\n2) Redovisa kultur\nmed siffror.\n3.1 Klimat",
            [
                ("Redovisa bredband", "Redovisa bredband."),
                ("Redovisa kultur", "med siffror."),
                ("Klimat", "Klimat"),
            ],
        ),
        ("Det här ska redovisas:\r\n• bredband\r\n• kultur", [("bredband", "bredband"), ("kultur", "kultur")]),
        (
            "En inledning.\n\nRegionen ska senast 1 mars redovisa sina insatser.\n\nDetta är allt.",
            [
                (
                    "Regionen ska senast 1 mars redovisa sina insatser",
                    "Regionen ska senast 1 mars redovisa sina insatser.",
                )
            ],
        ),
        (
            "Återrapportering 1\nÅterrapportering 2\n\n"
            "Återrapportering 1\nOm kultur.\n\nÅterrapportering 2\nOm klimat.",
            [("Återrapportering 1", "Om kultur."), ("Återrapportering 2", "Om klimat.")],
        ),
        ("Vädret var vackert.", []),
        ("", []),
    ],
)
def test_a_decision_is_parted_into_what_it_asks_for(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.heading, one.words) for one in requirements(text)] == found


def test_a_long_requirement_is_headed_by_its_beginning() -> None:
    (one, _) = requirements("1. " + "Redovisa " + "mycket " * 40 + "noga.\n2. Kort.")
    assert len(one.heading) <= 112
    assert one.heading.endswith("mycket …")
    assert one.words.endswith("noga.")
