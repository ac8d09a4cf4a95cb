"""Whether the corpus answers at all: a calibrated score of the first hit."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from corpus.swedish.analysis import STOP_WORDS, Analyzer
from search.coverage import Wanted, forms_of
from search.query import Query

#: How a question is put. Who asks by keywords or names wants those very words: each that is missing weighs much. Who
#: puts a phrase in everyday words ("färre åker buss och tåg") may be answered in others. Who asks a whole question
#: ("hur får tonåringar vara med") says more of what is wanted, and some of it will be found.
Manner = Literal["keywords", "question", "phrase"]

_ASKING = frozenset("hur när vad var varför varifrån vart vem vems vilka vilken vilket".split())
#: A question begins with an asking word or with a preposition before it ("i vilka kommuner").
_FIRST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic rule: what each trait of question and first hit adds to the logarithm of the odds that it answers.

    Attributes:
        base: what any first hit has.
        nearness: for each unit of cosine between question and passage.
        missing: taken off for the share of what the question's words are worth that neither passage nor headings hold.
    """

    base: float
    nearness: float
    missing: Mapping[Manner, float]


#: By the name that stands in a model's identity, for every model has cosines of its own. Fitted to 634 questions,
#: answerable and not (search/README.md tells how, and how well they do on questions that they were not fitted to).
CALIBRATIONS: Mapping[str, Calibration] = {
    "multilingual-e5-small": Calibration(-24.3, 30.0, {"keywords": 5.0, "question": 3.0, "phrase": 2.0}),
}
#: For a model whose cosines are not known: by words alone.
BY_WORDS = Calibration(2.3, 0.0, {"keywords": 6.5, "question": 4.2, "phrase": 3.6})
#: The product speaks from this probability on. Half of the questions above had no answer, of those that people ask most
#: have one; and a wrong silence hides what is there, while a wrong hit can be seen to be one.
ENOUGH = 0.27


def confidence(query: Query, wanted: Wanted, text: str, cosine: float, model: str, analyzer: Analyzer) -> float:
    """The probability that the first hit answers, were answerable and unanswerable questions equally common.

    Args:
        query: the question.
        wanted: what its words are worth.
        text: the passage that was found, with its headings.
        cosine: of its vector to the question's.
        model: identity of the model of the vectors.
        analyzer: what the index was made with.
    """
    rule = next((rule for name, rule in CALIBRATIONS.items() if name in model), BY_WORDS)
    missing = 1.0 - wanted.share(forms_of(text, analyzer))
    weight = rule.missing[manner_of(query.sought, analyzer)]
    return 1 / (1 + math.exp(-(rule.base + rule.nearness * cosine - weight * missing)))


def manner_of(text: str, analyzer: Analyzer) -> Manner:
    """How a question is put: by keywords or names, as a whole question, or as a phrase in everyday words."""
    if not _is_everyday(text, analyzer):
        return "keywords"
    first = re.findall(r"\w+", text.casefold())[:_FIRST_WORDS]
    return "question" if text.endswith("?") or not _ASKING.isdisjoint(first) else "phrase"


def _is_everyday(text: str, analyzer: Analyzer) -> bool:
    """Whether a question is put in running words rather than keywords: it has function words, and no names.

    A name is a word with a capital; the first word may have one for being the first if it is a function word.
    """
    terms = analyzer.terms(text)
    functional = [term.forms[0] in STOP_WORDS for term in terms]
    capital = [text[term.start].isupper() for term in terms]
    named = any(capital[1:]) or (capital[:1] == [True] and not functional[0])
    return any(functional) and not named
