"""What in borrowed words may no longer be true of a later period: found without knowing what is true now."""

from api.drafts.stale.marks import Mark, MarkKind, find

__all__ = ["Mark", "MarkKind", "find"]
