"""Moments, as the store keeps them."""

from datetime import UTC, datetime


def timestamp() -> str:
    """This moment: ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
