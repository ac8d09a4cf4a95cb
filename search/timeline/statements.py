"""What reports say that bears on a topic: sentences and table rows, with the facts that were read from them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from corpus.model import Commitment, Figure
from corpus.store import Store, StoredPassage
from corpus.store.items import COMMITMENTS, FIGURES
from corpus.swedish.analysis import Analyzer
from search.coverage import forms_of
from search.evidence import Quote, candidates
from search.timeline.ranking import Ranked

F = TypeVar("F", Figure, Commitment)
#: Passages whose text is read for one comparison; 1 200 take about a third of a second on a laptop.
READ_AT_MOST = 1200
#: Passages of one report, at most and at least: more did not find more on the judged development comparisons.
MOST_OF_REPORT = 28
LEAST_OF_REPORT = 2
#: Share of a headings' words beside a sentence's own in what it holds of the topic: the heading tells what a text is
#: about, the sentence what it says.
HEADING_SHARE = 0.35
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence or row, its place in its passage, and its facts.

    `held` is the share of the topic's words, by rarity, that it holds itself, `headed` the share that its headings
    hold, `about` the share that these and its passage hold together; `fused` is its passage's score. All 0 to 1.
    `siblings` are all sentences or rows of the passage, of which it is the one `at` this position; `lead` is the
    sentence before the passage, where that was read too.
    """

    passage: StoredPassage
    quote: Quote
    held: float
    headed: float
    about: float
    fused: float
    figures: tuple[Figure, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    siblings: tuple[Quote, ...] = ()
    at: int = 0
    lead: str = ""

    @property
    def earlier(self) -> tuple[str, ...]:
        """The sentences before it, as far as they were read; none before a table's row."""
        if self.quote.row is not None:
            return ()
        own = tuple(sibling.text for sibling in self.siblings[: self.at])
        return (self.lead, *own) if self.lead else own


def best_passages(ranked: Ranked, owners: Mapping[int, str], reports: Iterable[str]) -> dict[str, list[int]]:
    """For each of the reports the numbers of its best passages, best first."""
    wanted = set(reports)
    by_report: defaultdict[str, list[int]] = defaultdict(list)
    for number in sorted(ranked.scores, key=lambda number: (-ranked.scores[number], number)):
        owner = owners.get(number)
        if owner in wanted:
            by_report[owner].append(number)
    share = READ_AT_MOST // max(1, len(by_report))
    most = max(LEAST_OF_REPORT, min(MOST_OF_REPORT, share))
    return {report: numbers[:most] for report, numbers in by_report.items()}


def read(store: Store, analyzer: Analyzer, ranked: Ranked, numbers: Sequence[int]) -> list[Statement]:
    """The statements of these passages, each with the facts that its words hold."""
    passages = store.passages(numbers)
    sections = [stored.passage.section_id for stored in passages if stored.passage.section_id]
    figures = _by_section(stored.fact for stored in store.facts_in(FIGURES, sections))
    commitments = _by_section(stored.fact for stored in store.facts_in(COMMITMENTS, sections))
    siblings = {stored.number: tuple(candidates(stored.passage)) for stored in passages}
    ends = {
        (stored.passage.section_id, stored.passage.end): quotes[-1].text
        for stored in passages
        if stored.passage.table_id is None and (quotes := siblings[stored.number])
    }
    found: list[Statement] = []
    for stored in passages:
        where, wanted = stored.passage.section_id or "", ranked.wanted
        headings = forms_of("\n".join(stored.passage.section_path), analyzer)
        quotes = siblings[stored.number]
        forms = [forms_of(quote.text, analyzer) for quote in quotes]
        around = wanted.share(headings.union(*forms))
        headed = wanted.share(headings)
        for at, quote in enumerate(quotes):
            plain = flat(quote.text)
            found.append(
                Statement(
                    passage=stored,
                    quote=quote,
                    held=wanted.share(forms[at]),
                    headed=headed,
                    about=around,
                    fused=ranked.scores.get(stored.number, 0.0),
                    figures=tuple(f for words, f in figures.get(where, ()) if shares(words, plain)),
                    commitments=tuple(c for words, c in commitments.get(where, ()) if shares(words, plain)),
                    siblings=quotes,
                    at=at,
                    lead=_lead(stored, ends),
                )
            )
    return found


def _lead(stored: StoredPassage, ends: Mapping[tuple[str | None, int], str]) -> str:
    """The sentence before a passage's first, where the passage before it was read too."""
    if stored.passage.table_id is not None:
        return ""
    # Line breaks part them.
    starts = (stored.passage.start - gap for gap in range(4))
    return next((ends[key] for at in starts if (key := (stored.passage.section_id, at)) in ends), "")


def flat(text: str) -> str:
    """The text in small letters with single blanks, as quotes are compared."""
    return _SPACE.sub(" ", text).strip().casefold()


def shares(words: str, sentence: str) -> bool:
    """Whether a fact's words, flat, are of this flat sentence."""
    return words in sentence or sentence in words


def _by_section(facts: Iterable[F]) -> dict[str, list[tuple[str, F]]]:
    found: defaultdict[str, list[tuple[str, F]]] = defaultdict(list)
    for fact in facts:
        if fact.section_id:
            found[fact.section_id].append((flat(fact.quote), fact))
    return found
