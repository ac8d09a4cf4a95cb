"""A search kept, after it has been asked once: what cannot be asked is not kept."""

from api.knowledge import Knowledge
from corpus.saved_searches import SavedSearch, SearchRequest
from search.filtering import restriction_of
from search.query import Filters, understand


def save_search(knowledge: Knowledge, request: SearchRequest) -> SavedSearch:
    """Keep a search.

    Raises:
        UsageError: it cannot be asked, or is longer than can be kept.
        LimitExceeded: there are too many.
    """
    longest = knowledge.settings.max_query_characters
    query = understand(request.query, knowledge.analyzer, longest, request.overlooked)
    restriction_of(query, Filters(place=request.place), (), knowledge.analyzer)
    return knowledge.store.save_search(request)
