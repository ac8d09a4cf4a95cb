"""Whether a passage is about the years that a question names."""

import re

from corpus.context import contextualise
from corpus.model import Metadata, Passage
from search.query import Query

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def share_missing(query: Query, report: Metadata, passage: Passage) -> float:
    """The share of the years and spans of a question that a passage has nothing of; 0 where it names none.

    A passage has something of them where its report's period touches them, or where the title, the headings or its own
    words name one of them: last year's figure stands in this year's report.
    """
    asked = [frozenset(it.years) for it in query.understood if it.kind == "year" and it.used]
    if not asked:
        return 0.0
    text = contextualise(report.title, passage.section_path, passage.text)
    named = {int(year) for year in _YEAR.findall(text)}
    if report.period is not None:
        named.update(range(report.period.start.year, report.period.end.year + 1))
    return sum(years.isdisjoint(named) for years in asked) / len(asked)
