"""Any sentence-transformers model as an encoder."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np

from corpus.errors import ModelError
from corpus.protocols import Vectors
from search.encoder.batches import plan
from search.encoder.environment import third_party
from search.encoder.prompts import Prompts

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer


class Engine(Protocol):
    """What runs a loaded model's network."""

    @property
    def batch_tokens(self) -> int:
        """Most tokens to give it at a time, padding included."""

    def install(self, model: "SentenceTransformer") -> None:
        """Make the model run in this engine."""


class TorchEngine:
    """PyTorch, as sentence-transformers loads it."""

    #: Short batches waste less on padding: 160 passages of 124 tokens on average took 7.0 s; 8.8 s by 32 texts.
    batch_tokens = 2048

    def install(self, model: "SentenceTransformer") -> None:
        """Leave the model as it is."""


class SentenceEncoder:
    """A sentence-transformers model in a folder; loaded when the first text is encoded.

    Args:
        model: identity of the model, for the index.
        folder: of the model.
        prompts: put before each text.
        engine: runs it.
    """

    def __init__(self, model: str, folder: Path, prompts: Prompts, engine: Engine) -> None:
        self.model = model
        self._folder = folder
        self._prompts = prompts
        self._engine = engine

    @cached_property
    def dimensions(self) -> int:
        """The length of a vector.

        Raises:
            ModelError: the model cannot be loaded.
        """
        dimensions = self._sentence_transformer.get_embedding_dimension()
        if dimensions is None:
            raise ModelError(f"Modellen i {self._folder} säger inte hur långa dess vektorer är. Välj en annan modell.")
        return dimensions

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Encode texts that are searched; shape (len(texts), dimensions), in the order given.

        Raises:
            ModelError: the model cannot be loaded.
        """
        return self._encode(texts, self._prompts.passage)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Encode questions; shape (len(texts), dimensions), in the order given.

        Raises:
            ModelError: the model cannot be loaded.
        """
        return self._encode(texts, self._prompts.query)

    @cached_property
    def _sentence_transformer(self) -> "SentenceTransformer":
        model = load(self._folder)
        self._engine.install(model)
        return model

    def _encode(self, texts: Sequence[str], prompt: str) -> Vectors:
        if not texts:
            return np.empty((0, self.dimensions), np.float32)
        model = self._sentence_transformer
        vectors = np.empty((len(texts), self.dimensions), np.float32)
        for batch in plan(_lengths(model, texts), self._engine.batch_tokens):
            vectors[batch] = model.encode(
                [texts[number] for number in batch],
                prompt=prompt,
                batch_size=len(batch),
                show_progress_bar=False,
                normalize_embeddings=True,
            )
        return vectors


def load(folder: Path) -> "SentenceTransformer":
    """Load a model from disk, and only from there; code that a folder may bring is not run.

    Raises:
        ModelError: the folder does not hold a model that can be loaded.
    """
    with third_party():
        from sentence_transformers import SentenceTransformer

        try:
            return SentenceTransformer(str(folder), device="cpu", local_files_only=True, trust_remote_code=False)
        except Exception as error:  # a folder can be wrong in as many ways as there are libraries reading it
            raise ModelError(
                f"Modellen i {folder} kan inte laddas ({type(error).__name__}). Kontrollera att mappen är en hel "
                "sentence-transformers-modell, eller ta bort den så görs den medföljande modellen om."
            ) from error


def _lengths(model: "SentenceTransformer", texts: Sequence[str]) -> list[int]:
    """Tokens in each text; characters for a model whose tokenizer is not of transformers' kind."""
    from transformers import PreTrainedTokenizerBase

    if isinstance(model.tokenizer, PreTrainedTokenizerBase):
        return [len(ids) for ids in model.tokenizer(list(texts), truncation=True)["input_ids"]]
    return [len(text) for text in texts]
