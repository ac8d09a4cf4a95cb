"""Which words of a text the question found."""

from collections.abc import Sequence

from corpus.swedish.analysis import Analyzer, Term


def highlights(text: str, terms: Sequence[Term], analyzer: Analyzer) -> tuple[tuple[int, int], ...]:
    """Character ranges of the words in `text` that share a form with the question, in order.

    A compound is marked whole: "bredband" marks "bredbandsutbyggnad".
    """
    wanted = {form for term in terms for form in term.forms}
    return tuple((term.start, term.end) for term in analyzer.terms(text) if wanted & set(term.forms))
