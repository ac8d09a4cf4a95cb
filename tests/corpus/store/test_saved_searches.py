"""Saved searches in the store: kept once, limited, seen, and untouched by reading reports again."""

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import LimitExceeded, NotFound, UsageError
from corpus.saved_searches import LONGEST, LONGEST_QUERY, SearchRequest
from corpus.store import Store, saved_searches
from corpus.store.database import LOCK
from corpus.store.lock import WriterLock
from tests.corpus.store.readings import keep, plain

REQUEST = SearchRequest(
    query="bredband i glesbygd",
    years=(2019, 2021),
    publisher="Region Ö",
    place="Övertorneå",
    kind="plan",
    project="Fiberlyftet",
    overlooked=("number:hur många", "place:Ö"),
)


def test_a_search_is_kept_with_all_its_limits(store: Store, data: Path) -> None:
    saved = store.save_search(REQUEST)
    assert saved.request == REQUEST
    store.close()
    with Store.open(data) as again:
        assert again.saved_searches() == [saved]
        assert again.saved_search(saved.id) == saved


def test_white_space_and_empty_limits_make_no_difference(store: Store) -> None:
    saved = store.save_search(SearchRequest(query="  bredband\n i  byar ", publisher="", overlooked=("a", "a")))
    assert saved.request == SearchRequest(query="bredband i byar", overlooked=("a",))
    assert store.save_search(SearchRequest(query="bredband i byar", overlooked=("a",))) == saved
    assert store.save_search(SearchRequest(query="bredband i byar")) != saved
    assert [each.request.overlooked for each in store.saved_searches()] == [(), ("a",)]


@pytest.mark.parametrize(
    "request_",
    [
        SearchRequest(query="  "),
        SearchRequest(query="x" * (LONGEST_QUERY + 1)),
        replace(REQUEST, publisher="x" * (LONGEST + 1)),
        replace(REQUEST, overlooked=tuple(map(str, range(51)))),
        replace(REQUEST, overlooked=("x" * 1001,)),
    ],
)
def test_what_is_too_long_or_empty_is_refused(store: Store, request_: SearchRequest) -> None:
    with pytest.raises(UsageError):
        store.save_search(request_)
    assert store.saved_searches() == []


def test_there_is_an_end_to_how_many_are_kept(store: Store) -> None:
    for number in range(saved_searches.MOST_SAVED):
        store.save_search(SearchRequest(query=f"fråga {number}"))
    with pytest.raises(LimitExceeded, match=f"{saved_searches.MOST_SAVED} bevakningar"):
        store.save_search(REQUEST)
    assert store.save_search(SearchRequest(query="fråga 0")).request.query == "fråga 0"
    store.forget_search(store.saved_searches()[0].id)
    store.save_search(REQUEST)


def test_what_came_in_before_is_seen_and_what_comes_after_is_new(store: Store, inbox: Path) -> None:
    keep(store, inbox, "a.txt", plain("Gammalt."))
    saved = store.save_search(REQUEST)
    assert store.arrived_since(saved.seen_commit) == frozenset()
    new = keep(store, inbox, "b.txt", plain("Nytt."))
    assert store.arrived_since(saved.seen_commit) == {new.id}
    seen = store.mark_seen(saved.id, store.commit_number)
    assert store.arrived_since(seen.seen_commit) == frozenset()
    assert seen.seen_at >= saved.seen_at


def test_reading_again_is_no_arrival_but_new_content_is(store: Store, inbox: Path) -> None:
    old = keep(store, inbox, "a.txt", plain("Gammalt."), content="samma")
    saved = store.save_search(REQUEST)
    keep(store, inbox, "a.txt", plain("Gammalt.", "Läst bättre."), content="samma")
    assert len(store.passages_of(old.id)) == 2
    assert store.arrived_since(saved.seen_commit) == frozenset()
    assert store.saved_searches() == [saved]
    keep(store, inbox, "a.txt", plain("Ändrat."), content="ändrat")
    assert store.arrived_since(saved.seen_commit) == {old.id}


def test_seeing_never_goes_back_or_ahead_of_what_is_there(store: Store, inbox: Path) -> None:
    keep(store, inbox, "a.txt", plain("Ett."))
    saved = store.save_search(REQUEST)
    assert store.mark_seen(saved.id, 0).seen_commit == saved.seen_commit
    assert store.mark_seen(saved.id, 10**9).seen_commit == store.commit_number


def test_what_is_forgotten_is_gone(store: Store) -> None:
    saved = store.save_search(REQUEST)
    store.forget_search(saved.id)
    assert store.saved_searches() == []
    for act in (store.saved_search, store.forget_search, lambda id_: store.mark_seen(id_, 1)):
        with pytest.raises(NotFound, match=saved.id):
            act(saved.id)


def test_a_search_is_kept_while_a_run_of_ingestion_writes(store: Store, data: Path) -> None:
    with WriterLock(data / LOCK).held("arsringar ingest"):
        saved = store.save_search(REQUEST)
        store.mark_seen(saved.id, 0)
        store.forget_search(saved.id)
