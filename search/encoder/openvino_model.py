"""OpenVINO in the place of a PyTorch network. Import this module inside functions, for it imports torch."""

from typing import Any

import numpy as np
import torch

from search.encoder.openvino_session import OpenVinoSession


class OpenVinoModel(torch.nn.Module):
    """Stands where the `Transformer` module of sentence-transformers keeps its PyTorch model.

    Args:
        session: the same network, compiled.
        config: the replaced model's configuration, which sentence-transformers reads.
    """

    def __init__(self, session: OpenVinoSession, config: Any) -> None:  # noqa: ANN401 - each model has a class of its own
        super().__init__()
        self.config = config
        self._session = session

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor, **_: object) -> dict[str, torch.Tensor]:
        """One vector per token, shape (texts, tokens, hidden); zeros where the mask is zero."""
        ids, mask = input_ids.numpy(), attention_mask.numpy().astype(bool)
        found = self._session.token_vectors([row[kept] for row, kept in zip(ids, mask, strict=True)])
        vectors = np.zeros((*ids.shape, found[0].shape[1]), np.float32)
        vectors[mask] = np.concatenate(found)
        return {"last_hidden_state": torch.from_numpy(vectors)}
