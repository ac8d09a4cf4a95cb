"""OpenVINO in the place of PyTorch inside a sentence-transformers model.

The `[openvino]` extra of sentence-transformers needs an older transformers; this is the part of it that is used.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.errors import ModelError
from search.encoder.conversion import UNSUITABLE, convert, graph_path, text_transformer
from search.encoder.openvino_session import Load, OpenVinoSession
from search.encoder.sentence_encoder import load

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer


class OpenVinoEngine:
    """One model's graph, and its place inside a sentence-transformers model.

    Args:
        folder: of the sentence-transformers model.
        digest: of the model, which names its graph.
        models: the cache of models, where the graph is kept.
        required: refuse a model without a transformer (static word vectors); otherwise it is left as it is.
    """

    #: Texts run one by one and are padded only on the way out, so a batch is as long as its result is small (25 MB).
    batch_tokens = 16_384

    def __init__(self, folder: Path, digest: str, models: Path, required: bool = True) -> None:
        self._folder = folder
        self._digest = digest
        self._models = models
        self._required = required

    def graph(self) -> Path:
        """The graph; converted first where it is not there yet.

        Raises:
            ModelError: OpenVINO cannot run this model, or the cache cannot be written.
        """
        made = graph_path(self._models, self._digest)
        return made if made.is_file() else convert(load(self._folder), self._digest, self._models)

    def install(self, model: "SentenceTransformer") -> None:
        """Let the model's transformer run here; tokenising, pooling, normalising and prompts stay its own.

        Raises:
            ModelError: OpenVINO cannot run this model, or the cache cannot be written.
        """
        from search.encoder.openvino_model import OpenVinoModel

        first = text_transformer(model)
        if first:
            stand_in: Any = OpenVinoModel(OpenVinoSession(self.graph(), Load.PASSAGES), first.model.config)
            first.model = stand_in
        elif self._required:
            raise ModelError(UNSUITABLE)
