"""Threads held against the invented region's key: which links are right, which are missed."""

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from corpus.reports.key import KEYS, read_key
from search.timeline.comparison import Event, Thread

#: Shares of the shorter quote's words, in order, from which two quotes are one statement.
_ALIKE = 0.7
#: A statement of the key: its thread's id and its place in it.
Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Judged:
    """How the program's links compare with the key's.

    `wrong` are links between statements of two of the key's threads; `missed` the key's links that were not made.
    """

    right: int
    wrong: tuple[tuple[str, str], ...]
    found: int
    missed: tuple[tuple[str, str], ...]

    @property
    def precision(self) -> float:
        return self.right / (self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        return self.found / (self.found + len(self.missed))


def key() -> list[dict[str, Any]]:
    """The threads of the key."""
    threads: list[dict[str, Any]] = read_key(KEYS / "threads.json")["threads"]
    return threads


def judge(threads: Sequence[Thread]) -> Judged:
    """The threads' links against the key's: only between statements that the key knows can a link be judged."""
    told = [[event for event in thread.events if event.event != "last_mentioned"] for thread in threads]
    places = [[places_of(event) for event in events] for events in told]
    right, wrong = 0, []
    where: dict[Place, set[int]] = {}
    for number, known in enumerate(places):
        for found in known:
            for place in found:
                where.setdefault(place, set()).add(number)
        pairs = [(event, found) for event, found in zip(told[number], known, strict=True) if found]
        for (one, mine), (other, theirs) in itertools.pairwise(pairs):
            if {thread for thread, _ in mine} & {thread for thread, _ in theirs}:
                right += 1
            else:
                wrong.append((one.quote, other.quote))
    linked, missed = 0, []
    for thread in key():
        events = thread["events"]
        for at, (one, other) in enumerate(itertools.pairwise(events)):
            if one["quote"] == other["quote"]:
                continue
            if where.get((thread["id"], at), set()) & where.get((thread["id"], at + 1), set()):
                linked += 1
            else:
                missed.append((one["quote"], other["quote"]))
    return Judged(right, tuple(wrong), linked, tuple(missed))


def holding(threads: Sequence[Thread], keyed: Mapping[str, Any]) -> list[Thread]:
    """The program's threads that have a statement of the key's thread."""
    return [
        thread
        for thread in threads
        if any(name == keyed["id"] for event in thread.events for name, _ in places_of(event))
    ]


def places_of(event: Event) -> set[Place]:
    """The statements of the key that an event is: those most like it, if any is like it."""
    report = event.report.file.partition(".")[0]
    rated = [
        (_likeness(one["quote"], event.quote), (thread["id"], at))
        for thread in key()
        for at, one in enumerate(thread["events"])
        if one["report"] == report
    ]
    best = max((worth for worth, _ in rated), default=0.0)
    return {place for worth, place in rated if worth >= _ALIKE and worth >= best - 0.01}


def _likeness(one: str, other: str) -> float:
    """The share of the shorter's words that the longer has in order; nothing where a number of it is missing."""
    shorter, longer = sorted((re.findall(r"\w+", text.casefold()) for text in (one, other)), key=len)
    if not {word for word in shorter if word.isdigit()} <= set(longer):
        return 0.0
    matched = sum(block.size for block in SequenceMatcher(None, shorter, longer, autojunk=False).get_matching_blocks())
    return matched / len(shorter) if shorter else 0.0
