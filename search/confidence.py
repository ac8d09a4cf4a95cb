"""Whether the corpus answers at all."""

from collections.abc import Sequence

from corpus.swedish.analysis import Analyzer
from search.answers import Hit
from search.coverage import Wanted, forms_of

#: A hit answers when what is shown of it holds this share of what the question's words are worth, or when a vector lies
#: this near.
ENOUGH_WORDS = 0.45
NEAR_ENOUGH = 0.88


def is_confident(wanted: Wanted, best_cosine: float, hits: Sequence[Hit], analyzer: Analyzer) -> bool:
    """True where one of the three first hits holds the rare words of the question, or is near in meaning."""
    if not hits:
        return False
    if best_cosine >= NEAR_ENOUGH:
        return True
    return max(wanted.share(forms_of(_read(hit), analyzer)) for hit in hits[:3]) >= ENOUGH_WORDS


def _read(hit: Hit) -> str:
    """What a reader sees of a hit: headings and text."""
    return "\n".join((*hit.passage.section_path, hit.shown.text))
