"""One order from two kinds of evidence: nearness of meaning and agreement of words."""

from collections.abc import Mapping

#: Share of the lexical score in the fused one; search/README.md has the measurements of others.
LEXICAL_WEIGHT = 0.4


def fuse(
    cosines: Mapping[int, float], bm25: Mapping[int, float], lexical_weight: float = LEXICAL_WEIGHT
) -> dict[int, float]:
    """A score between 0 and 1 for every passage that has a cosine.

    Cosines are spread over 0..1 between the least and the greatest candidate, for those of e5 crowd between 0.75 and
    0.9; BM25 scores are divided by the greatest, for their zero already means "no word in common".
    """
    if not cosines:
        return {}
    least, greatest = min(cosines.values()), max(cosines.values())
    spread = (greatest - least) or 1.0
    top = max(bm25.values(), default=0.0) or 1.0
    return {
        number: (1 - lexical_weight) * (cosine - least) / spread + lexical_weight * bm25.get(number, 0.0) / top
        for number, cosine in cosines.items()
    }
