"""What a comparison is about: the words of a question that name its matter, without those that only ask for it."""

import re
from dataclasses import dataclass, replace

from corpus.swedish.analysis import Analyzer
from search.confidence import coverage
from search.query import Query
from search.searcher import Ranked

#: How a question begins, and lemmas that in a question ask how something went: they say nothing of what it is.
_QUESTION = re.compile(r"\s*(?:hur|vad|vilk(?:en|et|a)|vem|när|var|kunde|kan|har|blev|är)\b", re.IGNORECASE)
_ASKING = frozenset(
    "förändra ändra utveckla gå komma se få bli ligga många mycket mycken stor stora lång långt hög djup djupt "
    "reviderad revidera skjuta växa sjunka öka minska höja sänka nå redan senast sedan".split()
)


@dataclass(frozen=True, slots=True)
class Topic:
    """What is compared: the question as understood, and what its words are worth."""

    query: Query
    ranked: Ranked
    analyzer: Analyzer

    def held_by(self, text: str) -> float:
        """The share of the topic's words, by rarity, that the text holds."""
        return coverage(self.query.terms, self.ranked.weights, text, self.analyzer)


def without_asking(query: Query) -> Query:
    """The question with the terms that name its matter only; unchanged where none would be left, or it asks nothing."""
    if not _QUESTION.match(query.text):
        return query
    named = tuple(term for term in query.terms if term.forms[0] not in _ASKING and not term.forms[0].isdigit())
    return replace(query, terms=named) if named else query
