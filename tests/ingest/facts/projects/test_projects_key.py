"""The projects of all sample reports against their keys."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from corpus.mentions import Finder
from corpus.model import Project, Report
from corpus.projects import names_of, same_name
from corpus.settings import Settings
from ingest.facts.projects import projects
from ingest.facts.statements import rows, sentences
from ingest.formats import reader_of
from ingest.sections import assemble

#: The least share of the keys' projects that must be found, and of what is found that must be in them. Keys name a
#: project in every year's report that mentions it, also where only earlier reports tell what it is; they leave out
#: strategies.
LEAST = {"recall": 0.74, "precision": 0.74}
#: The least share of owners, partners, funders and amounts that a report says in a sentence or row with the project's
#: name, by field.
LEAST_FIELDS = {"owner": 0.78, "partners": 0.80, "funders": 0.80, "amounts": 0.85}
Key = dict[str, Any]


@pytest.fixture(scope="module")
def read(samples: Path) -> list[tuple[Report, list[Key]]]:
    keys = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((samples / "key").glob("*.json"))]
    made = []
    for key in keys:
        if "projects" in key:
            name = key["file"]
            content = (samples / name).read_bytes()
            made.append((assemble(reader_of(name)(content, name, Settings()), name), key["projects"]))
    return made


def found_as(wanted: Key, found: tuple[Project, ...]) -> Project | None:
    names = [wanted["name"], *wanted["aliases"]]
    return next((one for one in found if any(same_name(a, b) for a in names for b in names_of(one))), None)


def test_the_projects_of_the_keys_are_found_and_few_others(read: list[tuple[Report, list[Key]]]) -> None:
    assert len(read) == 9
    wanted = hit = made = 0
    for report, key in read:
        found = projects(report)
        hits = {match.id for one in key if (match := found_as(one, found))}
        wanted, hit, made = wanted + len(key), hit + len(hits), made + len(found)
    assert wanted == 90
    assert hit / wanted >= LEAST["recall"]
    assert hit / made >= LEAST["precision"]


def test_what_a_report_says_beside_a_projects_name_is_in_its_fields(read: list[tuple[Report, list[Key]]]) -> None:
    said: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    for report, key in read:
        found = projects(report)
        texts = [sentence.text for sentence in sentences(report)] + [row.quote for row in rows(report)]
        for one in key:
            match = found_as(one, found)
            if match is None:
                continue
            finder = Finder([one["name"], *one["aliases"]])
            beside = " ".join(text for text in texts if finder.find(text))
            for field, values in actors(one).items():
                have = [value.casefold() for value in actors_of(match)[field]]
                for value in values:
                    if value.casefold() in beside.casefold():
                        said[field] += 1
                        kept[field] += value.casefold() in have
            for amount in one["amounts_sek"]:
                said["amounts"] += 1
                kept["amounts"] += float(amount) in match.amounts_sek
    shares = {field: kept[field] / said[field] for field in said}
    assert shares.keys() == LEAST_FIELDS.keys()
    assert {field: share for field, share in shares.items() if share < LEAST_FIELDS[field]} == {}, (said, kept)


def actors(key: Key) -> dict[str, list[str]]:
    """The actors of a key's project, by field."""
    return {"owner": [key["owner"]] if key["owner"] else [], "partners": key["partners"], "funders": key["funders"]}


def actors_of(project: Project) -> dict[str, list[str]]:
    """The actors of a project that was found, by field."""
    owner = [project.owner] if project.owner else []
    return {"owner": owner, "partners": [*project.partners], "funders": [*project.funders]}
