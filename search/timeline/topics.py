"""What a comparison is about: the words of a question that name its matter, without those that only ask for it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from corpus.model import Period
from corpus.swedish.analysis import STOP_WORDS, Analyzer, Term
from search.coverage import forms_of
from search.query import Query
from search.timeline.ranking import Ranked

#: How a question begins, and lemmas that in a question ask how something went: they say nothing of what it is.
_QUESTION = re.compile(r"\s*(?:hur|vad|vilk(?:en|et|a)|vem|när|var|kunde|kan|har|blev|är)\b", re.IGNORECASE)
_ASKING = frozenset(
    "förändra ändra utveckla gå komma se få bli ligga många mycket mycken stor stora lång långt hög djup djupt "
    "reviderad revidera skjuta växa nå redan senast sedan kunna sköta framtid".split()
)
#: When something was is no part of what it is: years, and lemmas that only tell a time.
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-–](?:19|20)?\d\d)?")
_TIMES = frozenset("år början mitten slut slutet vår våren sommar sommaren höst hösten vinter vintern".split())

#: A shorter word that ends in "ning" has no verb before it ("ning" itself, "aning").
_SHORTEST = 6


@dataclass(frozen=True, slots=True)
class Topic:
    """What is compared: the question as understood, what its words are worth, and the reports' periods by id."""

    query: Query
    ranked: Ranked
    analyzer: Analyzer
    periods: Mapping[str, Period | None] = field(default_factory=dict)

    def held_by(self, text: str) -> float:
        """The share of the topic's words, by rarity, that the text holds."""
        return self.ranked.wanted.share(forms_of(text, self.analyzer))

    def share_of(self, text: str) -> float:
        """The share of the text's words that are the topic's; function words are not counted."""
        words = [term.forms for term in self.analyzer.terms(text) if term.forms[0] not in STOP_WORDS]
        return sum(self.ranked.wanted.share(forms) > 0 for forms in words) / len(words) if words else 0.0


def without_asking(query: Query) -> Query:
    """The query with the terms that name its matter only, all of them where none would be left."""
    asks = bool(_QUESTION.match(query.text))
    named = tuple(
        term for term in query.terms if not _is_time(term.forms[0]) and not (asks and term.forms[0] in _ASKING)
    )
    return replace(query, terms=tuple(map(_with_verb, named or query.terms)))


def _with_verb(term: Term) -> Term:
    """The term under its verb's form too: what is asked of as a "räntehöjning" is told as "räntan höjs"."""
    verbs = (f"{form.removesuffix('ning')}a" for form in term.forms if form.endswith("ning") and len(form) > _SHORTEST)
    return replace(term, forms=tuple(dict.fromkeys((*term.forms, *verbs))))


def _is_time(form: str) -> bool:
    return form in _TIMES or bool(_YEAR.fullmatch(form))
