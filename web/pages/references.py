"""Reports as addresses name them: by id or by base name."""

from corpus.errors import NotFound
from corpus.store import Store, StoredReport


def named(store: Store, reference: str, version: int | None = None) -> StoredReport:
    """The report that an address names.

    Raises:
        NotFound: there is none, or no such version of it.
        AmbiguousName: several reports bear the name.
    """
    try:
        id_ = store.resolve(reference)
    except NotFound as error:
        raise NotFound(f"Det finns ingen rapport ”{reference[:100]}” i kunskapsbasen.") from error
    return store.report(id_, version)
