"""Two texts unit by unit: what is the same, changed, rewritten, gone, new, moved."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model import Section
from corpus.swedish.analysis import Analyzer
from search.timeline.sections.steps import Step, steps
from search.timeline.sections.units import Unit, written
from tests.search.timeline.sections.texts import table, units

ANALYZER = Analyzer()


def told(before: str, after: str) -> list[tuple[str, str, str]]:
    """The steps between two texts: their kinds and both sides' words."""
    return [
        (step.kind, step.before.text if step.before else "", step.after.text if step.after else "")
        for step in steps(units(before), units(after), ANALYZER)
    ]


def test_a_number_that_changed_is_told_in_its_sentence() -> None:
    before = "Stödet uppgick till 7,5 miljoner kronor. Det gick till 211 företag i länet."
    after = "Stödet uppgick till 9,0 miljoner kronor. Det gick till 211 företag i länet."
    first, second = steps(units(before), units(after), ANALYZER)
    assert (first.kind, second.kind) == ("changed", "same")
    assert [(piece.kind, piece.text) for piece in first.pieces] == [
        ("same", "Stödet uppgick till "),
        ("gone", "7,5"),
        ("new", "9,0"),
        ("same", " miljoner kronor."),
    ]


def test_what_is_gone_comes_before_what_is_new_in_its_place() -> None:
    same = "Nämnden ansvarar för länets kollektivtrafik."
    assert told(f"Ett. Museet stängde i maj.\n\n{same}", f"Ett. Elpriset steg kraftigt.\n\n{same}") == [
        ("same", "Ett.", "Ett."),
        ("gone", "Museet stängde i maj.", ""),
        ("new", "", "Elpriset steg kraftigt."),
        ("same", same, same),
    ]


def test_a_sentence_written_anew_on_the_same_is_told_as_such() -> None:
    before = "Byarna Övre och Nedre Lomsele ska vara anslutna senast 2020."
    after = "Anslutningen av Övre och Nedre Lomsele bedöms inte bli klar förrän under 2021."
    assert told(before, after) == [("rewritten", before, after)]


def test_a_sentence_that_the_other_holds_with_more_is_changed() -> None:
    before = "Företagsstöd beviljades med 33 625 tkr till 211 företag, varav en del inom Omstart som upphörde i maj."
    ((kind, _, _),) = told(before, "Företagsstöd beviljades med 26 985 tkr till 144 företag.")
    assert kind == "changed"


FIRST = "Verksamheten bedrivs från Älvhamra med kontor i Hällsund."
SECOND = "Nämnden fördelar statliga medel till företag och projekt."
THIRD = "Länet har drygt 151 000 invånare i sju kommuner."
FOURTH = "Vid årets slut fanns 186 anställda i förvaltningen."


def test_a_paragraph_that_changed_place_was_moved_as_one() -> None:
    before = f"{FIRST} {SECOND}\n\n{THIRD} {FOURTH} Slutet är nära."
    after = f"{THIRD} {FOURTH} Slutet är nära.\n\n{FIRST} {SECOND}"
    found = steps(units(before), units(after), ANALYZER)
    assert [(step.kind, step.move) for step in found] == [
        ("moved_from", 1),
        ("moved_from", 1),
        ("same", None),
        ("same", None),
        ("same", None),
        ("moved_to", 1),
        ("moved_to", 1),
    ]


def test_what_was_moved_and_changed_has_its_words_told_at_both_ends() -> None:
    now = FOURTH.replace("186", "191")
    found = steps(units(f"{FOURTH}\n\n{FIRST} {SECOND} {THIRD}"), units(f"{FIRST} {SECOND} {THIRD}\n\n{now}"), ANALYZER)
    ends = [step for step in found if step.move]
    assert [step.kind for step in ends] == ["moved_from", "moved_to"]
    assert [[piece.text for piece in step.pieces if piece.kind != "same"] for step in ends] == [["186", "191"]] * 2


def test_what_stands_elsewhere_word_for_word_is_not_taken_for_a_change_of_what_stands_here() -> None:
    here, elsewhere = (
        "Antalet resor med buss ökade under året i länet.",
        "Antalet resor med tåg minskade starkt i länet.",
    )
    found = told(f"{here}\n\n{FIRST}\n\n{SECOND}", f"{elsewhere}\n\n{FIRST}\n\n{SECOND}\n\n{here}")
    assert [kind for kind, _, _ in found] == ["moved_from", "new", "same", "same", "moved_to"]


def test_a_few_words_are_not_held_to_be_moved() -> None:
    kinds = [kind for kind, _, _ in told(f"Målet är uppnått.\n\n{FIRST}", f"{FIRST}\n\nMålet är uppnått.")]
    assert kinds == ["gone", "same", "new"]


def test_widths_of_blanks_are_no_change() -> None:
    assert told("Av 2 465 tkr\nåterstår 3.", "Av 2\u00a0465 tkr återstår 3.") == [
        ("same", "Av 2 465 tkr\nåterstår 3.", "Av 2\u00a0465 tkr återstår 3.")
    ]


def test_rows_of_a_table_are_followed_by_what_they_are_on() -> None:
    before = table(("Kommun", "2018"), ("Boden", "41"), ("Luleå", "7"), ("Summa", "48"), caption="Antal")
    after = table(("Kommun", "2019"), ("Boden", "12"), ("Älvsbyn", "3"), ("Luleå", "9"), caption="Antal")
    found = steps(units("", before), units("", after), ANALYZER)
    cells = [
        (step.kind, *((unit.cells or (unit.text,)) if unit else () for unit in (step.before, step.after)))
        for step in found
    ]
    assert cells[0] == ("same", ("Antal",), ("Antal",))
    assert cells[1] == ("changed", ("Kommun", "2018"), ("Kommun", "2019"))
    assert ("changed", ("Boden", "41"), ("Boden", "12")) in cells
    assert ("changed", ("Luleå", "7"), ("Luleå", "9")) in cells
    assert ("new", (), ("Älvsbyn", "3")) in cells
    assert ("gone", ("Summa", "48"), ()) in cells


def test_very_long_texts_are_compared_by_their_sentences_alone() -> None:
    many = [f"Mening nummer {number} handlar om något eget." for number in range(700)]
    found = steps(units(" ".join(many)), units(" ".join(many[:300] + many[400:])), ANALYZER)
    assert [step.kind for step in found].count("gone") == 100
    assert [step.kind for step in found].count("same") == 600


# Any texts at all.

WORDS = st.sampled_from(
    "nämnden bredband 7,5 2 465 mkr • ska ej Övertorneå \u00a0 – \t ○ procent. Målet I 1) bl.a. !".split(" ")
)
TEXTS = st.lists(st.lists(WORDS, max_size=12).map(" ".join), max_size=8).map("\n\n".join) | st.text(max_size=200)


def side(found: Sequence[Step], later: bool) -> list[Unit]:
    return [unit for step in found if (unit := step.after if later else step.before)]


def rebuilt(text: str, of: Sequence[Unit]) -> str:
    """The text with each unit's words in its place, blanks between them."""
    made = [" "] * len(text)
    for unit in of:
        made[unit.start : unit.end] = unit.text
    return "".join(character if character != " " or text[at].strip() else text[at] for at, character in enumerate(made))


@given(TEXTS, TEXTS)
@settings(max_examples=150, deadline=None)
def test_both_texts_can_be_put_together_again(before: str, after: str) -> None:
    found = steps(units(before), units(after), ANALYZER)
    for text, later in ((before, False), (after, True)):
        own = side(found, later)
        assert own == list(written(Section("s1", None, 1, "Rubrik", text), ()).units)
        kept = text if text.strip() else ""
        assert rebuilt(kept, own) == kept
    for step in found:
        if step.pieces and step.kind == "changed" and step.before and step.after:
            assert "".join(piece.old for piece in step.pieces) == step.before.text
            assert "".join(piece.new for piece in step.pieces) == step.after.text


SENTENCES = st.lists(
    st.integers(0, 10_000).map(lambda number: f"Punkt {number} gäller {number * 7} saker i den {number} byn."),
    min_size=3,
    max_size=10,
    unique=True,
)


@given(SENTENCES, st.data())
@settings(max_examples=80, deadline=None)
def test_what_changed_place_is_found_again(sentences: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(sentences) - 1))
    left = [*sentences[:at], *sentences[at + 1 :]]
    to = data.draw(st.integers(0, len(left)))
    after = [*left[:to], sentences[at], *left[to:]]
    found = steps(units("\n\n".join(sentences)), units("\n\n".join(after)), ANALYZER)
    assert {step.kind for step in found} <= {"same", "moved_from", "moved_to"}
    ends = [step for step in found if step.move]
    assert len(ends) == (0 if sentences == after else 2)
    if ends:
        assert ends[0].move == ends[1].move


@pytest.mark.parametrize(("before", "after"), [("", ""), ("", "Ett."), ("Ett.", ""), ("\n\n", " \u00a0"), ("•", "• ")])
def test_nothing_is_compared_too(before: str, after: str) -> None:
    assert len(told(before, after)) <= 2


def test_a_row_is_the_same_whatever_all_its_numbers_say() -> None:
    (step,) = steps(units("", table(("Boden", "4", "1", "7"))), units("", table(("Boden", "3", "2", "9"))), ANALYZER)
    assert step.kind == "changed"


def test_a_table_keeps_its_cells_and_its_header() -> None:
    found = units("Text. Mer.", table(("Mål. Delmål", "", "5"), header=("", "2018", " 2019 "), caption="Tabell 1"))
    assert [(unit.text, unit.heads) for unit in found] == [
        ("Text.", False),
        ("Mer.", False),
        ("Tabell 1", False),
        ("\t2018\t2019", True),
        ("Mål. Delmål\t\t5", False),
    ]
    assert found[3].cells == ("", "2018", "2019")
    assert found[4].head == "mål. delmål"
