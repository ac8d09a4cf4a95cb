"""The bundled model without PyTorch, for a question at the command line.

Importing sentence-transformers takes 5 s and openvino 0.3 s (two cores), so queries take this way: the model folder's
own tokenizer, the same compiled graph, mean pooling and normalisation. A test holds the two ways to the same vectors.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from corpus.errors import ModelError
from corpus.protocols import Vectors
from search.encoder.environment import stay_offline
from search.encoder.openvino_session import Load, OpenVinoSession

if TYPE_CHECKING:
    from tokenizers import Tokenizer

TOKENIZER = "tokenizer.json"


class DirectEncoder:
    """Mean of the token vectors, normalised.

    Args:
        tokenizer: cuts texts that are too long.
        session: of the same model.
        prompt: put before each text.
    """

    def __init__(self, tokenizer: "Tokenizer", session: OpenVinoSession, prompt: str) -> None:
        self._tokenizer = tokenizer
        self._session = session
        self._prompt = prompt

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Encode at least one text; shape (len(texts), hidden), in the order given."""
        encodings = self._tokenizer.encode_batch([self._prompt + text for text in texts])
        tokens = self._session.token_vectors([np.array(encoding.ids, np.int64) for encoding in encodings])
        means: Vectors = np.stack([vectors.mean(axis=0) for vectors in tokens])
        unit: Vectors = means / np.linalg.norm(means, axis=1, keepdims=True)
        return unit


def open_direct(folder: Path, graph: Path, prompt: str, most_tokens: int) -> DirectEncoder:
    """Open the bundled model for queries (1.1 s).

    Args:
        folder: of the model; its `tokenizer.json` is read.
        graph: of the same model.
        prompt: put before each text.
        most_tokens: longer texts are cut.

    Raises:
        ModelError: the model cannot be loaded.
    """
    stay_offline()
    from tokenizers import Tokenizer

    with ThreadPoolExecutor(1) as pool:
        # openvino compiles without holding Python's lock while tokenizers reads its 17 MB holding it.
        opening = pool.submit(OpenVinoSession, graph, Load.QUERY)
        try:
            tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        except Exception as error:  # tokenizers raises nothing narrower
            raise ModelError(
                f"Filen {folder / TOKENIZER} kan inte läsas. Ta bort mappen {folder} och kör igen, så görs den om."
            ) from error
        tokenizer.enable_truncation(most_tokens)
        return DirectEncoder(tokenizer, opening.result(), prompt)
