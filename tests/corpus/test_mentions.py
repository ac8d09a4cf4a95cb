"""Where a text speaks of a project."""

import pytest

from corpus.mentions import Finder


def named(text: str, *names: str, others: tuple[str, ...] = ()) -> list[str]:
    """The words by which the text names the project."""
    return [text[start:end] for start, end in Finder(names, others).find(text)]


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("Grön kust har börjat.", "Grön kust", "Grön kust"),
        ("Det är Grön kusts tredje år.", "Grön kust", "Grön kusts"),
        ("I Grön\nkust deltar två hamnar.", "Grön kust", "Grön\nkust"),
        ("Kommunen gick in i Grön-kust.", "Grön kust", "Grön-kust"),
        ("DAL-projektet växer.", "DAL", "DAL"),
        ("Ett nytt regionalt skogsprogram tas fram.", "Regionala skogsprogrammet", "regionalt skogsprogram"),
        ("Det regionala skogsprogrammets mål nås.", "Regionalt skogsprogram", "regionala skogsprogrammets"),
        ("Matlyftet 1 200 personer nåddes av.", "Matlyftet", "Matlyftet"),
    ],
)
def test_a_name_is_found_whole_and_inflected(text: str, name: str, found: str) -> None:
    assert named(text, name) == [found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Vi kan resa ihop till mötet.", "Resa ihop"),
        ("Kusten är grön kust vid kust.", "Grön kust"),
        ("Matlyftet 2 har börjat.", "Matlyftet"),
        ("Matlyftet 2, som har börjat.", "Matlyftet"),
        ("Fiber etapp II byggs.", "Fiber etapp"),
        ("Grön kustremsa.", "Grön kust"),
        ("Nygrön kust.", "grön kust"),
        ("En dal i fjällen.", "DAL"),
        ("DALARNA växer.", "DAL"),
        ("Nord-DAL-Syd och X-DAL.", "DAL"),
        ("DAL-Syd växer.", "DAL"),
        ("Grön kust-2 har börjat.", "Grön kust"),
    ],
)
def test_other_words_and_longer_names_are_not_the_project(text: str, name: str) -> None:
    assert named(text, name) == []


def test_another_projects_longer_name_is_not_this_one() -> None:
    text = "Hälsosteget senior är ett eget projekt; Hälsosteget slutade 2022."
    assert named(text, "Hälsosteget", others=("Hälsosteget senior",)) == ["Hälsosteget"]
    assert text.rindex("Hälsosteget") == Finder(["Hälsosteget"], ["Hälsosteget senior"]).find(text)[0][0]
    assert named("Hälsosteget senior växer.", "Hälsosteget", "Hälsosteget senior") == ["Hälsosteget senior"]


def test_what_only_tells_the_kind_finds_nothing() -> None:
    assert named("Projektet avslutas, och strategin med det.", "projektet", "strategin") == []


def test_any_text_that_names_a_project_has_one_of_its_beginnings() -> None:
    finder = Finder(["Regionala skogsprogrammet", "Grön kust", "DAL"])
    for text in ("Ett regionalt skogsprogram", "Regionala skogsprogrammet", "GRÖN KUST", "I DAL prövas"):
        if finder.find(text):
            assert any(beginning in text for beginning in finder.beginnings), text
    assert finder.find("Ett regionalt skogsprogram")
    assert finder.find("I DAL prövas")
