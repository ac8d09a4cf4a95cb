"""Whether the corpus answers at all."""

from collections.abc import Mapping, Sequence

from corpus.swedish.analysis import Analyzer, Term
from search.answers import Hit

#: A hit answers when its passage holds this share of what the question's words are worth, or when its vector lies this
#: near. On the judged development queries these two keep quiet on .83 (report texts) and .75 (PDFs) of the unanswerable
#: and speak on .83 and .93 of the others; .5 and .89 keep as quiet and speak on .83 and .78.
ENOUGH_WORDS = 0.45
NEAR_ENOUGH = 0.88


def is_confident(
    terms: Sequence[Term],
    best_cosine: float,
    weights: Mapping[str, float],
    hits: Sequence[Hit],
    analyzer: Analyzer,
) -> bool:
    """True where one of the three first hits holds the rare words of the question, or is near in meaning."""
    if not hits:
        return False
    if best_cosine >= NEAR_ENOUGH:
        return True
    return max(coverage(terms, weights, _read(hit), analyzer) for hit in hits[:3]) >= ENOUGH_WORDS


def coverage(terms: Sequence[Term], weights: Mapping[str, float], text: str, analyzer: Analyzer) -> float:
    """Share of the question's words, weighed by rarity, that the text holds.

    A word that the corpus lacks altogether weighs as much as its rarest word: it is what was asked for.
    """
    held = {form for term in analyzer.terms(text) for form in term.forms}
    rarest = max(weights.values(), default=0.0) or 1.0
    total = found = 0.0
    for term in terms:
        worth = weights.get(term.forms[0], 0.0) or rarest
        total += worth
        found += worth * _share_held(term.forms, held)
    return found / total if total else 0.0


def _share_held(forms: tuple[str, ...], held: set[str]) -> float:
    """1 where the word itself is held; otherwise the share of its compound parts: "kraft" is half of "kärnkraft"."""
    whole, *parts = forms
    if whole in held:
        return 1.0
    return sum(part in held for part in parts) / len(parts) if parts else 0.0


def _read(hit: Hit) -> str:
    """What a reader sees of a hit: headings and passage."""
    return "\n".join((*hit.passage.section_path, hit.passage.text))
