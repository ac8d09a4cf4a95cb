"""The projects that reports name."""

import pytest

from corpus.model import Metadata, Page, Project, Report, Section
from ingest.facts.projects import projects


def read(text: str, heading: str = "Utveckling") -> tuple[Project, ...]:
    """The projects of a report with one section."""
    page = Page(None, None, 0, 0, f"{heading}\n{text}")
    return projects(Report(Metadata("Rapport"), (page,), (Section("s1", None, 1, heading, text),)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Projektet Fiber i glesbygd har nått nio byar.", "Fiber i glesbygd"),
        ("Regionen deltar i länsstyrelsens projekt Arbete och lust.", "Arbete och lust"),
        ("Kommunen driver projektet ”På väg mot trygga kommuner” i år.", "På väg mot trygga kommuner"),
        ("Grön ort är ett samverkansprojekt mellan två kommuner.", "Grön ort"),
        ("Ett samarbete kallat ”Norra spåret” har inletts.", "Norra spåret"),
    ],
)
def test_what_is_called_a_project_is_one(text: str, name: str) -> None:
    assert [project.name for project in read(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Projektet har nått nio byar.",
        "I projektet Region Norrbotten med flera.",
        "Nämnden följer lagen ”Kommunallagen” och granskar ”Bolaget AB”.",
        "Utvecklingen av Greklands låneprogram är oviss.",
    ],
)
def test_bodies_laws_and_foreign_programmes_are_no_projects(text: str) -> None:
    assert read(text) == ()


def test_a_programmes_years_are_not_its_projects() -> None:
    (project,) = read("Projektet Fiberbyn får stöd ur Landsbygdsprogrammet 2014–2020.")[:1]
    assert (project.name, project.period) == ("Fiberbyn", None)
