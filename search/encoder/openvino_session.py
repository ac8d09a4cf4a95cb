"""A transformer compiled by OpenVINO: token ids in, one vector per token out."""

import threading
from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.errors import ModelError
from search.encoder.environment import import_openvino

#: Passages are encoded in bf16 where the processor has it: 1.6 times as fast, at a cosine of 0.99998 or more to 32 bits
#: (915 passages, EPYC with avx512_bf16), where vectors may differ by 0.0001. Queries take 5 ms anyway and stay exact.
FAST = "bf16"
EXACT = "f32"


class Load(Enum):
    """What a session is for; the values are OpenVINO's performance hints.

    On two cores a lone query takes 5.3 ms with both cores on it and 8.7 ms with one stream a core; passages take 12.0 s
    of processor time with the first and 10.3 s with the second (160 passages of 124 tokens on average).
    """

    QUERY = "LATENCY"
    PASSAGES = "THROUGHPUT"


class OpenVinoSession:
    """Runs one compiled graph; several threads may share it.

    Each text runs by itself: there is no padding to compute, and its vectors are the same to the last bit whatever
    else is encoded with it. Padded batches of any size took as long or longer (10.6-12.9 s on the passages above).

    Args:
        graph: the `.xml` of a graph with the inputs `input_ids` and `attention_mask`.
        load: what it will be used for.

    Raises:
        ModelError: the graph cannot be loaded.
    """

    def __init__(self, graph: Path, load: Load) -> None:
        openvino = import_openvino()
        core = openvino.Core()
        has_fast = FAST.upper() in core.get_property("CPU", "OPTIMIZATION_CAPABILITIES")
        precision = FAST if has_fast and load is Load.PASSAGES else EXACT
        properties = {"INFERENCE_PRECISION_HINT": precision, "PERFORMANCE_HINT": load.value}
        try:
            compiled = core.compile_model(str(graph), "CPU", properties)
        except RuntimeError as error:
            raise ModelError(
                f"Modellen {graph} kan inte laddas. Ta bort mappen {graph.parent} och kör igen, så görs den om."
            ) from error
        self._queue = openvino.AsyncInferQueue(compiled)
        self._queue.set_callback(_keep)
        self._lock = threading.Lock()

    def token_vectors(self, texts: Sequence[NDArray[np.int64]]) -> list[NDArray[np.float32]]:
        """Run texts.

        Args:
            texts: token ids, each of shape (tokens,).

        Returns:
            For each text in the order given, shape (tokens, hidden).
        """
        results: dict[int, NDArray[np.float32]] = {}
        with self._lock:
            for number, ids in enumerate(texts):
                inputs = {"input_ids": ids[None, :], "attention_mask": np.ones((1, len(ids)), np.int64)}
                self._queue.start_async(inputs, (results, number))
            self._queue.wait_all()
        return [results[number] for number in range(len(texts))]


def _keep(request: Any, target: tuple[dict[int, NDArray[np.float32]], int]) -> None:  # noqa: ANN401 - openvino is untyped
    """Copy a finished request's result, for the next request overwrites it."""
    results, number = target
    results[number] = request.get_output_tensor(0).data[0].copy()
