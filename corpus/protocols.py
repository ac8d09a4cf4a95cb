"""The small interfaces between rooms that may not know each other.

`search` implements them, `api` hands them to `ingest`.
"""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """Turns text into vectors of unit length."""

    @property
    def model(self) -> str:
        """What made a vector, such as `intfloat/multilingual-e5-small#0123456789ab`."""

    @property
    def dimensions(self) -> int:
        """The length of a vector."""

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Encode texts that are searched; shape (len(texts), dimensions), in the order given."""

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Encode questions; shape (len(texts), dimensions), in the order given."""


class Publisher(Protocol):
    """Builds the indexes of what the store holds and makes them the current ones."""

    def publish(self) -> None:
        """Bring the current index generation up to the store's newest commit; nothing if it is there already."""
