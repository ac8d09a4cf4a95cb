"""Whose promise it is: the subject of the clause, who is advised, who gets a task, and whose a report's goals are."""

import pytest

from corpus.model import Metadata, Report, Section
from ingest.facts.commitments.actors import actor_of, advised, assigned, is_board, owner_of

REGION = "Region Sjöland"


@pytest.mark.parametrize(
    ("sentence", "verb", "actor"),
    [
        ("Region Sjöland ska bygga en bro.", "ska", "Region Sjöland"),
        ("Sjöby kommun och Viks kommun ska riva kajen.", "ska", "Sjöby kommun och Viks kommun"),
        ("Regionen ska bygga en bro.", "ska", REGION),
        ("Vi ska bygga en bro.", "ska", REGION),
        ("Dessutom planerar kommunen att bygga en bro.", "planerar", REGION),
        ("Under våren ska därför hamnstyrelsen pröva avgiften.", "ska", "Hamnstyrelsen"),
        ("Nu har direktionen beslutat att köpa en bro.", "har", "Direktionen"),
        ("I mars lovade regeringen att bron ska byggas.", "lovade", "regeringen"),
        ("Tekniska nämnden ska bygga en bro.", "ska", "Tekniska nämnden"),
        ("Hamnverket ska muddra leden.", "ska", "Hamnverket"),
        ("Stadsrevisionen ska granska bron.", "ska", "Stadsrevisionen"),
        ("Sjö Frakt AB ska köra färjan.", "ska", "Sjö Frakt AB"),
        ("Det nya hamnområdet ska stå klart.", "ska", None),
        ("Beredningen av budgeten ska göras om.", "ska", None),
        ("Bron i regionen ska målas.", "ska", None),
        ("Tillsammans med kommunerna ska bron målas.", "ska", None),
        ("En ny färja ska tas i drift.", "ska", None),
    ],
)
def test_the_actor_is_who_the_clause_says_will_do_it(sentence: str, verb: str, actor: str | None) -> None:
    assert actor_of(sentence, sentence.index(f" {verb} ") + 1, REGION) == actor


def test_what_is_done_is_done_by_whom_the_words_after_av_name() -> None:
    sentence = "Bron ska målas av hamnnämnden och bekostas av andra."
    assert actor_of(sentence, sentence.index("ska"), REGION, passive=True) == "Hamnnämnden"
    assert actor_of("Regionens bro ska målas.", 14, REGION, passive=True) is None


def test_who_is_advised_and_what_to_do() -> None:
    assert advised("Hamnnämnden rekommenderas att laga kajen.") == ("Hamnnämnden", "laga kajen.")
    assert advised("Revisionen rekommenderar hamnnämnden att laga kajen.") == ("Hamnnämnden", "laga kajen.")
    assert advised("Vi rekommenderar därför hamnnämnden att laga kajen.") == ("Hamnnämnden", "laga kajen.")
    assert advised("Kajen är trasig.") == (None, "Kajen är trasig.")


def test_who_gets_a_task_and_which() -> None:
    assert assigned("Hamnnämnden får i uppdrag att laga kajen.") == ("Hamnnämnden", "laga kajen.")
    assert assigned("2. Alla nämnder får i uppdrag att spara.") == ("Alla nämnder", "spara.")
    assert assigned("Fullmäktige har gett hamnnämnden i uppdrag att laga kajen.") == ("Hamnnämnden", "laga kajen.")
    assert assigned("Laga kajen") == (None, "Laga kajen")


def report(*texts: str) -> Report:
    sections = tuple(Section(f"s{n}", None, 1, "", text) for n, text in enumerate(texts))
    return Report(Metadata("R", REGION), (), sections)


def test_a_report_that_says_the_board_is_of_the_board_it_names_most() -> None:
    assert (
        owner_of(report("Hamnnämnden bygger.", "Nämnden river. Nämnden målar. Nämndens mål är nått.")) == "Hamnnämnden"
    )
    assert owner_of(report("Hamnnämnden bygger. Nämnden river.")) == REGION


def test_a_boards_name_is_told_from_others() -> None:
    assert is_board("Hamnnämnden")
    assert is_board("Regionala utvecklingsnämnden")
    assert not is_board(REGION)
