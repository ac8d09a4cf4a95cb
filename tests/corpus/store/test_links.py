from pathlib import Path

import pytest

from corpus.errors import NotFound, UsageError
from corpus.store import FactQuery, Store
from corpus.store.items import FIGURES
from tests.corpus.store.readings import keep, plain, rich

ANCHOR, EVENT = "0123456789abcdef", "fedcba9876543210"


def test_what_was_said_of_a_link_is_kept_changed_and_taken_back(store: Store, inbox: Path) -> None:
    report = keep(store, inbox, "a.txt", plain("ett"), "ett")
    store.judge_link(ANCHOR, EVENT, report.id, "same")
    store.judge_link(ANCHOR, EVENT, report.id, "apart")
    (link,) = store.hand_links()
    assert (link.anchor, link.event, link.report_id, link.verdict) == (ANCHOR, EVENT, report.id, "apart")
    store.judge_link(ANCHOR, EVENT, report.id, None)
    assert store.hand_links() == []


def test_a_link_outlives_another_version_of_its_report(store: Store, inbox: Path) -> None:
    report = keep(store, inbox, "a.txt", plain("ett"), "ett")
    store.judge_link(ANCHOR, EVENT, report.id, "same")
    assert keep(store, inbox, "a.txt", plain("två"), "två").version == 2
    assert [link.event for link in store.hand_links()] == [EVENT]


def test_a_link_goes_with_its_report(store: Store, inbox: Path) -> None:
    report = keep(store, inbox, "a.txt", plain("ett"), "ett")
    store.judge_link(ANCHOR, EVENT, report.id, "same")
    store.remove([report.id])
    assert store.hand_links() == []


def test_a_link_uses_the_reports_of_both_its_ends(store: Store, inbox: Path) -> None:
    first, second, third = (keep(store, inbox, f"{name}.txt", plain(name), name) for name in ("ett", "två", "tre"))
    store.judge_link(ANCHOR, EVENT, second.id, "same", first.id)
    assert [[link.event for link in store.links_using(one.id)] for one in (first, second, third)] == [
        [EVENT], [EVENT], []
    ]  # fmt: skip
    with pytest.raises(NotFound):
        store.judge_link(ANCHOR, EVENT, second.id, "same", "finns-inte")


@pytest.mark.parametrize("gone", [0, 1])
def test_a_link_goes_with_either_report_or_waits_for_it(store: Store, inbox: Path, gone: int) -> None:
    reports = [keep(store, inbox, f"{name}.txt", plain(name), name) for name in ("ett", "två")]
    store.judge_link(ANCHOR, EVENT, reports[1].id, "same", reports[0].id)
    store.judge_link(EVENT, ANCHOR, reports[1].id, "apart", reports[0].id)
    store.remove([reports[gone].id], keep_links=[(ANCHOR, EVENT)])
    assert [(link.anchor, link.event, link.verdict) for link in store.hand_links()] == [(ANCHOR, EVENT, "same")]


@pytest.mark.parametrize(("anchor", "event"), [("x", EVENT), (ANCHOR, ANCHOR), (ANCHOR, EVENT.upper()), ("", "")])
def test_what_is_no_link_is_refused(store: Store, inbox: Path, anchor: str, event: str) -> None:
    report = keep(store, inbox, "a.txt", plain("ett"), "ett")
    with pytest.raises(UsageError):
        store.judge_link(anchor, event, report.id, "same")
    with pytest.raises(NotFound):
        store.judge_link(ANCHOR, EVENT, "finns-inte", "same")


def test_facts_are_found_by_their_sections(store: Store, inbox: Path) -> None:
    report = keep(store, inbox, "a.pdf", rich())
    everything = store.find_facts(FIGURES, FactQuery()).facts
    sections = {found.fact.section_id for found in everything if found.fact.section_id}
    assert sections
    found = store.facts_in(FIGURES, sections)
    assert {one.fact.id for one in found} == {one.fact.id for one in everything if one.fact.section_id}
    assert store.facts_in(FIGURES, [f"{report.id}-1-s99"]) == []
    assert store.facts_in(FIGURES, []) == []


def test_each_current_passage_has_its_report(store: Store, inbox: Path) -> None:
    report = keep(store, inbox, "a.pdf", rich())
    numbers = [stored.number for stored in store.passages_of(report.id)]
    assert store.owners() == dict.fromkeys(numbers, report.id)
    other = keep(store, inbox, "b.txt", plain("ett"), "ett")
    assert set(store.owners().values()) == {report.id, other.id}
    store.remove([report.id])
    assert set(store.owners().values()) <= {other.id}
