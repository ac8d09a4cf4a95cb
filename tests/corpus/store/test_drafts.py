"""Drafts in the store: versions, undoing, two who write at once, and that they are nobody's report."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus.drafts import (
    LONGEST_TEXT,
    LONGEST_TITLE,
    MOST_COLUMNS,
    MOST_HEADINGS,
    Block,
    Draft,
    Heading,
    Origin,
    is_changed,
    unanswered,
    words_of,
)
from corpus.errors import Conflict, LimitExceeded, NotFound, UsageError
from corpus.model import Period
from corpus.store import Store
from corpus.store import drafts as keeping
from corpus.store.database import LOCK
from corpus.store.lock import WriterLock
from tests.corpus.store.readings import keep, rich

YEAR = Period(date(2025, 1, 1), date(2025, 12, 31), "2025")
ORIGIN = Origin(
    "3f9a0b1c2d4e", 1, "3f9a0b1c2d4e-1-s2", 6, "Region X (2023). Å, s. 6", "Nio blev klara.", "Nio blev klara.", YEAR
)
BORROWED = Block("b1", "stretch", "Nio blev klara.", origin=ORIGIN, settled=("0",))
ROWS = Block("b2", "rows", "Tabell 1", ("Kommun", "Antal"), (("Ä", "1"), ("Ö", "2")), note="Egen räkning")
DRAFT = Draft("Årsredovisning 2025", YEAR, (Heading("h1", "Kultur", 2, "started", "Redovisa", (BORROWED, ROWS)),))


def with_title(draft: Draft, title: str) -> Draft:
    return replace(draft, title=title)


def test_a_draft_comes_back_as_it_was_saved(store: Store, data: Path) -> None:
    begun = store.begin_draft(DRAFT)
    assert (begun.version, begun.previous, begun.following) == (1, None, None)
    with Store.open(data) as again:
        assert again.draft(begun.id) == begun
        assert again.draft(begun.id).draft == DRAFT


def test_every_save_is_a_version_and_undoing_goes_back(store: Store) -> None:
    draft_id = store.begin_draft(DRAFT).id
    for number, title in enumerate(("Två", "Tre"), 1):
        assert store.save_draft(draft_id, with_title(DRAFT, title), number).version == number + 1
    assert store.draft(draft_id, 2).draft.title == "Två"
    back = store.undo_draft(draft_id, 3)
    assert (back.version, back.draft.title, back.previous, back.following) == (2, "Två", 1, 3)
    first = store.undo_draft(draft_id, 2)
    assert (first.draft.title, first.previous) == ("Årsredovisning 2025", None)
    with pytest.raises(NotFound, match="inget att ångra"):
        store.undo_draft(draft_id, 1)
    assert store.redo_draft(draft_id, 1).draft.title == "Två"
    assert store.redo_draft(draft_id, 2).draft.title == "Tre"
    with pytest.raises(NotFound, match="inget att göra om"):
        store.redo_draft(draft_id, 3)


def test_what_is_written_after_undoing_is_what_redoing_leads_to(store: Store) -> None:
    draft_id = store.begin_draft(DRAFT).id
    store.save_draft(draft_id, with_title(DRAFT, "Två"), 1)
    store.undo_draft(draft_id, 2)
    assert store.save_draft(draft_id, with_title(DRAFT, "Annan två"), 1).version == 3
    assert store.undo_draft(draft_id, 3).version == 1
    assert store.redo_draft(draft_id, 1).draft.title == "Annan två"


def test_a_save_that_changes_nothing_makes_no_version(store: Store) -> None:
    draft_id = store.begin_draft(DRAFT).id
    assert store.save_draft(draft_id, DRAFT, 1).version == 1


def test_two_who_edit_are_told_and_nothing_is_overwritten(store: Store) -> None:
    draft_id = store.begin_draft(DRAFT).id
    store.save_draft(draft_id, with_title(DRAFT, "Annas"), 1)
    for change in (
        lambda: store.save_draft(draft_id, with_title(DRAFT, "Bos"), 1),
        lambda: store.undo_draft(draft_id, 1),
        lambda: store.delete_draft(draft_id, 1),
    ):
        with pytest.raises(Conflict, match="ändrats sedan du öppnade det"):
            change()
    assert store.draft(draft_id).draft.title == "Annas"


def test_a_draft_is_saved_while_reports_are_being_read(store: Store, data: Path) -> None:
    with WriterLock(data / LOCK).held("arsringar ingest"):
        draft_id = store.begin_draft(DRAFT).id
        assert store.save_draft(draft_id, with_title(DRAFT, "Två"), 1).version == 2


def test_only_so_many_versions_are_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST_VERSIONS", 3)
    draft_id = store.begin_draft(DRAFT).id
    for number in range(1, 6):
        store.save_draft(draft_id, with_title(DRAFT, f"T{number}"), number)
    assert store.draft(draft_id, 4).previous is None
    with pytest.raises(NotFound):
        store.draft(draft_id, 3)


def test_drafts_are_listed_the_latest_saved_first_and_deleted(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter(["2026-01-01T00:00:00+00:00", "2026-01-02T00:00:00+00:00", "2026-01-03T00:00:00+00:00"])
    monkeypatch.setattr(keeping, "timestamp", lambda: next(times))
    old, new = store.begin_draft(DRAFT), store.begin_draft(with_title(DRAFT, "Ny"))
    store.save_draft(old.id, with_title(DRAFT, "Ändrad"), 1)
    assert [stored.draft.title for stored in store.drafts()] == ["Ändrad", "Ny"]
    store.delete_draft(new.id, 1)
    assert [stored.id for stored in store.drafts()] == [old.id]
    with pytest.raises(NotFound, match="Utkastet finns inte"):
        store.draft(new.id)


def test_a_draft_is_no_report_and_outlives_none_of_its_words_when_asked(store: Store, inbox: Path) -> None:
    report = keep(store, inbox, "a.pdf", rich())
    borrowed = replace(BORROWED, origin=replace(ORIGIN, report_id=report.id))
    heading = replace(DRAFT.headings[0], blocks=(borrowed, ROWS))
    commit = store.commit_number
    draft_id = store.begin_draft(replace(DRAFT, headings=(heading,))).id
    store.save_draft(draft_id, with_title(store.draft(draft_id).draft, "Två"), 1)
    assert store.commit_number == commit
    assert [found.id for found in store.reports()] == [report.id]
    assert [(use.id, use.title, use.blocks) for use in store.drafts_using(report.id)] == [(draft_id, "Två", 1)]
    store.remove([report.id])
    assert store.draft(draft_id).draft.headings[0].blocks == (borrowed, ROWS)
    store.forget_in_draft(draft_id, report.id)
    assert store.drafts_using(report.id) == []
    assert [store.draft(draft_id, version).draft.headings[0].blocks for version in (1, 2)] == [(ROWS,), (ROWS,)]


def test_what_cannot_be_kept_is_refused_in_words(store: Store) -> None:
    heading = DRAFT.headings[0]
    refused = [
        (with_title(DRAFT, " "), UsageError, "behöver en titel"),
        (with_title(DRAFT, "a" * (LONGEST_TITLE + 1)), LimitExceeded, "Titeln är för lång"),
        (replace(DRAFT, period=Period(date(2025, 2, 1), date(2025, 1, 1))), UsageError, "före dess början"),
        (replace(DRAFT, headings=(replace(heading, title=""),)), UsageError, "saknar text"),
        (replace(DRAFT, headings=(replace(heading, level=5),)), UsageError, "nivå 5"),
        (replace(DRAFT, headings=(heading, heading)), UsageError, "samma id"),
        (replace(DRAFT, headings=(heading,) * (MOST_HEADINGS + 1)), LimitExceeded, "högst 500 rubriker"),
        (_with(replace(BORROWED, text="a" * (LONGEST_TEXT + 1))), LimitExceeded, "för lång"),
        (_with(replace(ROWS, rows=(("a",),))), UsageError, "inte lika långa"),
        (_with(replace(ROWS, header=("a",) * (MOST_COLUMNS + 1), rows=())), LimitExceeded, "kolumner"),
        (_with(replace(ROWS, kind="text")), UsageError, "kan ha rader"),
    ]
    for draft, kind, said in refused:
        with pytest.raises(kind, match=said):
            store.begin_draft(draft)
    assert store.drafts() == []


def _with(block: Block) -> Draft:
    return replace(DRAFT, headings=(replace(DRAFT.headings[0], blocks=(block,)),))


def test_a_requirement_is_answered_by_words_or_by_saying_so() -> None:
    asked = Heading("h2", "Klimat", requirement="Redovisa utsläppen.")
    empty = replace(asked, id="h3", blocks=(Block("b9", "text", "  "),))
    said = replace(asked, id="h4", state="done")
    draft = replace(DRAFT, headings=(*DRAFT.headings, asked, empty, said, Heading("h5", "Utan krav")))
    assert [heading.id for heading in unanswered(draft)] == ["h2", "h3"]


def test_words_that_differ_are_known_as_changed() -> None:
    assert not is_changed(BORROWED)
    assert is_changed(replace(BORROWED, text="Tolv blev klara."))
    assert not is_changed(replace(BORROWED, origin=None, text="Eget"))
    assert words_of(ROWS) == "Tabell 1\nKommun\tAntal\nÄ\t1\nÖ\t2"
