"""Choosing the points of a row: the few stretches of a report that tell most of a topic."""

import re
from collections.abc import Sequence

from corpus.model import Figure, Period, Source
from corpus.swedish.analysis import STOP_WORDS, Analyzer
from search.evidence import Quote
from search.timeline.comparison import Point
from search.timeline.measures import THRESHOLDS
from search.timeline.periods import same_time
from search.timeline.statements import Statement
from search.timeline.topics import Topic

#: What a reader sees of a row.
MOST_POINTS = 6
#: Longest quote, in characters.
LONGEST_QUOTE = 400
#: What a statement's own words, its surroundings and its passage's score are worth. Chosen on the two judged
#: development sets of comparisons; the table stands in this package's README.
OWN, AROUND, PASSAGE = 0.5, 0.15, 0.45
#: What is said under a heading that holds the topic's words is of the topic as what says them is.
UNDER_HEADING = 1.0
#: What a figure and a commitment add: both can be followed from year to year, words alone cannot.
FIGURE_BONUS, COMMITMENT_BONUS = 0.1, 0.04
#: What a figure adds whose measure is the topic and nothing else, in full where it tells a level as it is and half
#: where it looks ahead; what words add that tell what was decided or turned out; what is said of a year asked for.
MEASURE_BONUS, TOLD_BONUS, YEAR_BONUS = 0.3, 0.1, 0.1
#: A year that is named is that year's, though not as surely as a figure's own period.
_NAMED_YEAR = 0.6
#: Words that a statement shares with one chosen before count against it by this much.
REPEATED = 0.3
#: Units that tell a change, not where a thing stands; where a sentence has both, it is the level that is followed.
_CHANGES = ("percentage_points",)
_LEVEL_BONUS = 0.25
#: Of a goal table's row it is the outcome that is followed, not the target; and of a row of years it is the year asked
#: for, else the report's own.
_OUTCOME_BONUS, _ASKED_BONUS, _OWN_TIME_BONUS = 0.2, 0.3, 0.15
_AHEAD = ("target", "forecast")
_TELLS_OUTCOME = re.compile(r"\b(?:beslut\w*|uppgå\w*|uppgick|blev|utgör\w*|har \w+(?:ts|its|ats))\b", re.IGNORECASE)
#: Further figures of a statement that are shown, and the units that they have: amounts, shares and numbers of things.
_OTHERS = 1
_POINTS_BACK = re.compile(
    r"(?:Det|Den|De|Detta|Denna|Dessa|Dess|Där|Därefter|Därmed|Därför|Därtill|Då|Här|Härigenom|Samtidigt|Han|Hon|Varav"
    r"|Motsvarande|Resten|Återstående|Övriga|Även|Också|Dock|Däremot|Bland annat)\b"
)
_TELLING_UNITS = frozenset({"SEK", "EUR", "percent", "count"})


def choose(statements: Sequence[Statement], topic: Topic, most: int = MOST_POINTS) -> list[tuple[Statement, Point]]:
    """The most telling of a report's statements, the best first; what says the same again comes once."""
    rates = {id(one): rate(one, topic) for one in statements}
    rated = sorted(statements, key=lambda one: (-rates[id(one)], one.passage.number, one.quote.start))
    bags = {id(one): _content(with_what_it_leans_on(one), topic.analyzer) for one in rated[: most * 8]}
    left = [one for one in rated[: most * 8] if bags[id(one)]]
    chosen: list[Statement] = []
    while left and len(chosen) < most:
        best = max(left, key=lambda one: rates[id(one)] - REPEATED * _repeated(bags[id(one)], chosen, bags))
        left.remove(best)
        if any(bags[id(best)] == bags[id(one)] for one in chosen):
            continue
        chosen.append(best)
    points = [(one, _point(one, figure, topic)) for one in chosen for figure in _told_figures(one, topic)]
    return points[:most]


def rate(statement: Statement, topic: Topic) -> float:
    """How much a statement tells of the topic, 0 to about 1.4."""
    return (
        OWN * max(statement.held, UNDER_HEADING * statement.headed)
        + AROUND * statement.about
        + PASSAGE * statement.fused
        + FIGURE_BONUS * bool(statement.figures)
        + MEASURE_BONUS * max((_measures_topic(figure, topic) for figure in statement.figures), default=0.0)
        + COMMITMENT_BONUS * bool(statement.commitments)
        + TOLD_BONUS * bool(_TELLS_OUTCOME.search(statement.quote.text))
        + YEAR_BONUS * _tells_asked_year(statement, topic)
    )


def _measures_topic(figure: Figure, topic: Topic) -> float:
    """The share of the topic that a figure measures, less for what else it measures ("sjukfrånvaro bland kvinnor").

    Nothing where it tells a step, half where it looks ahead.
    """
    if figure.unit in _CHANGES or not figure.measure:
        return 0.0
    exactly = topic.held_by(figure.measure) * topic.share_of(figure.measure)
    return exactly * (0.5 if figure.kind in _AHEAD else 1.0)


def _tells_asked_year(statement: Statement, topic: Topic) -> float:
    """Whether it is of a year that the question names: 1 by a figure's period, less where the year is only named."""
    years = topic.query.years
    if any(_is_of(figure, years) for figure in statement.figures):
        return 1.0
    return _NAMED_YEAR * any(str(year) in statement.quote.text for year in years)


def _is_within(period: Period | None, whole: Period | None) -> bool:
    return period is not None and whole is not None and whole.start <= period.start and period.end <= whole.end


def _is_of(figure: Figure, years: Sequence[int]) -> bool:
    return figure.period is not None and {figure.period.start.year, figure.period.end.year} <= set(years)


def _repeated(bag: frozenset[str], chosen: Sequence[Statement], bags: dict[int, frozenset[str]]) -> float:
    """The greatest share of a statement's words that one chosen before has."""
    return max((len(bag & bags[id(one)]) / len(bag) for one in chosen), default=0.0)


def _content(text: str, analyzer: Analyzer) -> frozenset[str]:
    return frozenset(term.forms[0] for term in analyzer.terms(text) if term.forms[0] not in STOP_WORDS)


def _point(statement: Statement, figure: Figure | None, topic: Topic) -> Point:
    promise = statement.commitments[0] if statement.commitments else None
    source = figure.source if figure else promise.source if promise else statement.passage.passage.source
    quote = clipped(with_what_it_leans_on(statement), statement.quote.text)
    passage = statement.passage.passage
    return Point(
        quote=quote,
        passage_id=passage.id,
        start=max(0, passage.text.find(quote)),
        source=source or Source(),
        section_path=passage.section_path,
        value=figure.value if figure else None,
        value_max=figure.value_max if figure else None,
        unit=figure.unit if figure else None,
        qualifier=figure.qualifier if figure else None,
        measure=figure.measure if figure else None,
        place=figure.place if figure else None,
        kind=figure.kind if figure else None,
        period=figure.period if figure else None,
        period_basis=figure.period_basis if figure else None,
        status=promise.status if promise else None,
        fact_id=figure.id if figure else promise.id if promise else None,
        worth=round(min(1.0, rate(statement, topic)), 4),
    )


def _told_figures(statement: Statement, topic: Topic) -> list[Figure | None]:
    """The figures of a statement that a row shows: the one that says most of the topic, then one that says another.

    The first has a measure that does, a level rather than a step, an outcome rather than a target, the time asked for
    or the report's own. Another is shown where its unit or its time is another ("35 företag … totalt 9,6 mkr",
    "60 procent, 2020 … 90 procent").
    """
    years = topic.query.years
    own = topic.periods.get(statement.passage.report_id)

    def worth(figure: Figure) -> float:
        level = _LEVEL_BONUS * (figure.unit not in _CHANGES) + _OUTCOME_BONUS * (figure.kind not in _AHEAD)
        timely = _ASKED_BONUS * _is_of(figure, years) + _OWN_TIME_BONUS * _is_within(figure.period, own)
        return topic.held_by(figure.measure or "") + level + timely - (figure.unit in THRESHOLDS)

    figures = sorted(statement.figures, key=worth, reverse=True)
    if not figures or statement.quote.row is not None:
        return list(figures[:1]) or [None]
    first = figures[0]
    others = (one for one in figures[1:] if one.unit not in _CHANGES and _tells_another(first, one))
    return [first, *list(others)[:_OTHERS]]


def _tells_another(first: Figure, other: Figure) -> bool:
    """Whether a figure says something else than the first: of another unit or time."""
    if other.unit != first.unit:
        return other.unit in _TELLING_UNITS
    return other.period is not None and not same_time(first.period, other.period)


def with_what_it_leans_on(statement: Statement) -> str:
    """A sentence with the one before it where it only points back, and with those after that point back at it.

    Nothing is added where it would grow beyond what a quote may be; rows of tables stand alone.
    """
    siblings, first = statement.siblings, statement.at
    if statement.quote.row is not None or not siblings:
        return statement.quote.text
    text, last = statement.passage.passage.text, first
    if first and _leans(siblings, first) and _stretch(siblings, first - 1, last) <= LONGEST_QUOTE:
        first -= 1
    while (
        last + 1 < len(siblings) and _leans(siblings, last + 1) and _stretch(siblings, first, last + 1) <= LONGEST_QUOTE
    ):
        last += 1
    return text[siblings[first].start : siblings[last].end]


def _leans(siblings: Sequence[Quote], at: int) -> bool:
    """Whether a sentence begins with a word that points back at the one before, in the same paragraph."""
    return bool(_POINTS_BACK.match(siblings[at].text)) and siblings[at].start - siblings[at - 1].end <= 1


def _stretch(siblings: Sequence[Quote], first: int, last: int) -> int:
    return siblings[last].end - siblings[first].start


def clipped(text: str, around: str = "") -> str:
    """At most `LONGEST_QUOTE` characters of a text, whole words, with `around` in it where that fits."""
    text = text.strip()
    if len(text) <= LONGEST_QUOTE:
        return text
    at = max(0, text.find(around)) if around else 0
    start = max(0, min(at - (LONGEST_QUOTE - min(len(around), LONGEST_QUOTE)) // 2, len(text) - LONGEST_QUOTE))
    if start:
        start = text.find(" ", start) + 1 or start
    end = start + LONGEST_QUOTE
    return text[start:end] if end >= len(text) else text[start : text.rfind(" ", start, end)]
