"""Whether the corpus answers at all: a calibrated score of the first hit."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from corpus.swedish.analysis import STOP_WORDS, Analyzer
from search.coverage import Wanted, forms_of
from search.query import Query


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic rule: what each trait of question and first hit adds to the logarithm of the odds that it answers.

    Who asks by keywords or names wants those very words: each that is missing weighs much. Who asks in everyday words
    ("färre åker buss och tåg") may be answered in others.

    Attributes:
        base: what any first hit has.
        nearness: for each unit of cosine between question and passage.
        missing: for the share of what the question's words are worth that neither passage nor headings hold.
        missing_everyday: the same, where the question is in everyday words.
    """

    base: float
    nearness: float
    missing: float
    missing_everyday: float


#: By the name that stands in a model's identity, for every model has cosines of its own. Fitted to 634 questions,
#: answerable and not (search/README.md tells how, and how well they do on questions that they were not fitted to).
CALIBRATIONS: Mapping[str, Calibration] = {
    "multilingual-e5-small": Calibration(-24.3, 30.0, 5.0, 2.0),
}
#: For a model whose cosines are not known: by words alone.
BY_WORDS = Calibration(2.3, 0.0, 6.5, 3.6)
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
    weight = rule.missing_everyday if is_everyday(query.sought, analyzer) else rule.missing
    return 1 / (1 + math.exp(-(rule.base + rule.nearness * cosine - weight * missing)))


def is_everyday(text: str, analyzer: Analyzer) -> bool:
    """Whether a question is put in running words rather than keywords: it has function words, and no names.

    A name is a word with a capital; the first word may have one for being the first if it is a function word.
    """
    terms = analyzer.terms(text)
    functional = [term.forms[0] in STOP_WORDS for term in terms]
    capital = [text[term.start].isupper() for term in terms]
    named = any(capital[1:]) or (capital[:1] == [True] and not functional[0])
    return any(functional) and not named
