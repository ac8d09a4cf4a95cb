"""Search beside the plain hybrid of its kind, each of its parts beside none or another, and its quotes."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from corpus.store import StoredPassage, StoredReport
from corpus.swedish.analysis import Analyzer, Term
from search.coverage import forms_of
from search.evaluate import Evaluation, Judged, compare, evaluate, holds
from search.evidence import candidates
from search.fusion import fuse
from search.generations import Generation
from search.query import Filters, Query
from search.searcher import Ranked, Searcher
from search.variety import Folded
from search.windows import Window, head
from tests.bench.libraries import QUESTIONS, Library, Remembering, library, searching
from tests.bench.plain_hybrid import PlainHybrid

#: How much better than the plain hybrid search must be on the PDFs, nDCG@10.
LEAST_GAIN = 0.08
QUOTES = 1000
#: Questions of a list by which each part is weighed: every third of SweQUAD's 530, all of the others.
ENOUGH = 170
Change = Callable[[pytest.MonkeyPatch], None]
Kept = tuple[float, Folded]


@dataclass(frozen=True, slots=True)
class Way:
    """Search with one thing changed: when indexes are made (`options` of `searching`), or when a question is asked."""

    name: str
    change: Change = lambda patch: None
    options: Mapping[str, Any] | None = None


class LemmasAlone(Analyzer):
    """Terms without their compound parts."""

    def terms(self, text: str) -> list[Term]:
        """The words of a text, each under its lemma only."""
        return [replace(term, forms=term.forms[:1]) for term in super().terms(text)]


def _weight(lexical: float) -> Change:
    return lambda patch: patch.setattr("search.searcher.fuse", partial(fuse, lexical_weight=lexical))


def _sentences(weight: float) -> Change:
    """Add to a passage's score the share of the question that its best sentence or row holds by itself."""
    rank = Searcher._rank

    def ranked(searcher: Searcher, query: Query, generation: Generation, filters: Filters) -> Ranked:
        found = rank(searcher, query, generation, filters)
        scores = dict(found.scores)
        for stored in searcher._store.passages(list(scores)):
            texts = [forms_of(quote.text, searcher._analyzer) for quote in candidates(stored.passage)]
            scores[stored.number] += weight * max((found.wanted.share(forms) for forms in texts), default=0.0)
        return replace(found, scores=scores)

    return lambda patch: patch.setattr(Searcher, "_rank", ranked)


def _at_most(hits: int) -> Change:
    """Let no report have more hits than this."""
    folded = Searcher._folded

    def capped(
        searcher: Searcher, query: Query, ranked: Ranked, reports: Mapping[str, StoredReport], k: int
    ) -> list[Kept]:
        kept: list[Kept] = []
        for score, item in folded(searcher, query, ranked, reports, 3 * k):
            report = item.window.found.report_id
            if sum(other.window.found.report_id == report for _, other in kept) < hits:
                kept.append((score, item))
        return kept[:k]

    return lambda patch: patch.setattr(Searcher, "_folded", capped)


def _no_place(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Searcher, "_naming", lambda *_: set())


def _no_window(patch: pytest.MonkeyPatch) -> None:
    def alone(_: object, found: StoredPassage) -> Window:
        return Window(found, (found,), found.passage.text, (len(head(found.passage)),))

    patch.setattr("search.searcher.around", alone)


def _no_folding(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("search.variety.SAME", 2.0)


def _no_scraps(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("search.searcher.SCRAP", 0.0)


def _no_years(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("search.searcher.OTHER_TIMES", 0.0)


def _bare(title: str, section_path: Sequence[str], text: str) -> str:
    return text


AS_IT_IS = Way("as it is")
#: Each part of search left out or made another way.
WAYS = (
    Way("no context header", options={"context": _bare}),
    Way("no compound parts", options={"analyzer": LemmasAlone()}),
    Way("passages of 900 characters", options={"characters": 900}),
    Way("lexical weight 0", _weight(0.0)),
    Way("lexical weight 0.2", _weight(0.2)),
    Way("lexical weight 0.6", _weight(0.6)),
    Way("lexical weight 1", _weight(1.0)),
    Way("sentence scores 0.2", _sentences(0.2)),
    Way("at most 3 hits a report", _at_most(3)),
    Way("no place evidence", _no_place),
    Way("nothing shown around", _no_window),
    Way("nothing folded", _no_folding),
    Way("scraps as good as any", _no_scraps),
    Way("years as any word", _no_years),
)


@pytest.fixture(scope="module")
def libraries(shared: Path) -> dict[str, Library]:
    return {folder: library(shared, folder) for folder in QUESTIONS}


@pytest.fixture(scope="module")
def encoder() -> Remembering:
    return Remembering()


def asked(judged: Sequence[Judged], searcher: Searcher | PlainHybrid) -> Evaluation:
    return evaluate((one, searcher.search(one.query)) for one in judged)


def measured(ways: Sequence[Way], held: Library, encoder: Remembering, scratch: Path) -> Iterator[Evaluation]:
    """What each way scores; ways that change nothing when indexes are made share one knowledge base."""
    analyzer = Analyzer()
    with searching(held.reports, scratch / "shared", encoder, analyzer) as common:
        for number, way in enumerate(ways):
            with pytest.MonkeyPatch.context() as patch:
                way.change(patch)
                if way.options is None:
                    yield asked(held.judged, common)
                    continue
                options = {"analyzer": analyzer, **way.options}
                with searching(held.reports, scratch / str(number), encoder, **options) as searcher:
                    yield asked(held.judged, searcher)


@pytest.mark.bench
def test_search_beside_a_plain_hybrid(libraries: dict[str, Library], encoder: Remembering, tmp_path: Path) -> None:
    analyzer, gains = Analyzer(), {}
    sys.stdout.write(f"\n{'':14}{'questions':>10}{'measure':>28}{'plain':>8}{'ours':>8}{'95 %':>18}{'p':>8}\n")
    for folder, held in libraries.items():
        scratch = tmp_path / folder.replace("/", "-")
        plain = asked(held.judged, PlainHybrid(held.reports, tmp_path / f"words-{scratch.name}", encoder, analyzer))
        (ours,) = measured([AS_IT_IS], held, encoder, scratch)
        for measure, it in compare(plain.scores, ours.scores).items():
            sys.stdout.write(
                f"{scratch.name:14}{it.queries:10}{measure:>28}{it.first:8.3f}{it.second:8.3f}"
                f"   {it.low:+.3f} to {it.high:+.3f}{it.p:8.3f}\n"
            )
            gains[folder, measure] = it.difference
    assert gains["pdf", "ndcg_at_10"] >= LEAST_GAIN


@pytest.mark.bench
def test_each_part_of_search_beside_none(libraries: dict[str, Library], encoder: Remembering, tmp_path: Path) -> None:
    table: dict[str, list[str]] = {way.name: [] for way in (AS_IT_IS, *WAYS)}
    for folder, whole in libraries.items():
        held = replace(whole, judged=whole.judged[:: max(1, len(whole.judged) // ENOUGH)])
        before, *after = measured([AS_IT_IS, *WAYS], held, encoder, tmp_path / folder.replace("/", "-"))
        table[AS_IT_IS.name].append(f"{before.ndcg_at_10:.3f}")
        for way, evaluation in zip(WAYS, after, strict=True):
            it = compare(before.scores, evaluation.scores)["ndcg_at_10"]
            table[way.name].append(f"{it.second:.3f} ({it.difference:+.3f}, p {it.p:.2f})")
    sys.stdout.write(f"\n| nDCG@10 | {' | '.join(libraries)} |\n|---|{'---|' * len(libraries)}\n")
    sys.stdout.writelines(f"| {name} | {' | '.join(cells)} |\n" for name, cells in table.items())


@pytest.mark.bench
def test_quotes_and_pages(libraries: dict[str, Library], encoder: Remembering, tmp_path: Path) -> None:
    """Quotes from all over the PDFs stand on their pages, and the pages of what is shown are those that hold it."""
    held = libraries["pdf"]
    verified, ocr, quotes, right = 0, 0, 0, []
    with searching(held.reports, tmp_path / "pdf", encoder, Analyzer()) as searcher:
        for one in held.judged:
            for hit in searcher.search(one.query).hits:
                wanted = [r for r in one.relevant if holds(hit, r) and r.quote in hit.shown.text]
                texts = [searcher._store.page(hit.report.id, page).text for page in hit.shown.pages]
                right += [any(_solid(r.quote) in _solid(text) for text in texts) for r in wanted]
        for question in _headings(held, QUOTES):
            for hit in searcher.search(question, k=3).hits:
                quotes, verified, ocr = quotes + 1, verified + hit.verified, ocr + hit.ocr
            if quotes >= QUOTES:
                break
    sys.stdout.write(
        f"\n{quotes} quotes over the PDFs: {verified} verified, {ocr} on pages without a second reader; "
        f"{sum(right)} of {len(right)} judged quotes on a page that the hit names\n"
    )
    assert quotes >= QUOTES
    assert verified + ocr == quotes
    assert all(right)


def _headings(held: Library, most: int) -> list[str]:
    """Headings from all reports by turns, as questions."""
    rows = [[s.heading for s in report.sections if len(s.heading) > 8] for report in held.reports.values()]
    longest = max(map(len, rows))
    return [row[at][:200] for at in range(longest) for row in rows if at < len(row)][:most]


def _solid(text: str) -> str:
    """A text's letters and digits."""
    return "".join(filter(str.isalnum, text))
