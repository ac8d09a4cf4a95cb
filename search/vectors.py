"""Nearest neighbours among passage vectors, by FAISS.

Up to `EXACT_LIMIT` vectors are compared one and all as 16-bit floats; above it an inverted file with 8-bit vectors
answers, which loses a little recall and keeps the time of a query flat. HNSW is not used: it cannot delete.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from corpus.errors import VersionMismatch
from corpus.protocols import Vectors

#: Exact search over 200 000 x 384 fp16 reads 154 MB a query: about 30 ms on two cores.
EXACT_LIMIT = 200_000
#: Vectors a cell of the inverted file should hold on average; FAISS advises 4*sqrt(n) to 16*sqrt(n) cells.
CELLS_PER_ROOT = 4
#: Share of cells that a query visits.
PROBED_SHARE = 0.05

#: Exact search over this many fp16 vectors takes one thread about 4 ms.
ONE_THREAD = 50_000

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A passage's number and its cosine to the query."""

    number: int
    cosine: float


class VectorIndex:
    """Passage vectors by passage number; cosine is the inner product of unit vectors."""

    def __init__(self, index: "faiss.Index") -> None:
        self._index = index

    @classmethod
    def build(cls, numbers: Numbers, vectors: Vectors, exact_limit: int = EXACT_LIMIT) -> "VectorIndex":
        """An index over `vectors` of shape (n, dimensions), row i under `numbers[i]`."""
        count, dimensions = vectors.shape
        cells = max(1, int(CELLS_PER_ROOT * count**0.5))
        recipe = "IDMap2,SQfp16" if count <= exact_limit else f"IVF{cells},SQ8"
        index = faiss.index_factory(dimensions, recipe, faiss.METRIC_INNER_PRODUCT)
        if not index.is_trained:
            index.train(vectors)
        if count:
            index.add_with_ids(vectors, numbers)
        return cls(index)

    @classmethod
    def read(cls, path: Path) -> "VectorIndex":
        """The index that `write` wrote.

        Raises:
            VersionMismatch: the file is damaged or not FAISS's.
        """
        try:
            return cls(faiss.read_index(str(path)))
        except RuntimeError as error:
            message = "Vektorindexet går inte att läsa. Kör ”arsringar reindex” så byggs det om."
            raise VersionMismatch(message) from error

    def write(self, path: Path) -> None:
        """Write the index to a new file."""
        faiss.write_index(self._index, str(path))

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        return int(self._index.d)

    def numbers(self) -> Numbers:
        """All passage numbers, in no order."""
        if isinstance(self._index, faiss.IndexIVF):
            lists = self._index.invlists
            ids = [faiss.rev_swig_ptr(lists.get_ids(i), lists.list_size(i)) for i in range(self._index.nlist)]
            return np.concatenate([part for part in ids if len(part)] or [np.zeros(0, dtype=np.int64)])
        numbers: Numbers = faiss.vector_to_array(self._index.id_map)
        return numbers

    def greatest(self) -> int:
        """The greatest passage number; 0 for an empty index."""
        return int(self.numbers().max(initial=0))

    def vectors(self, numbers: Numbers) -> Vectors:
        """The vectors as the index holds them, in the order of `numbers`, all of which it must hold."""
        if isinstance(self._index, faiss.IndexIVF):
            self._index.make_direct_map()
        found: Vectors = self._index.reconstruct_batch(numbers)
        return found

    def extended(self, numbers: Numbers, vectors: Vectors) -> "VectorIndex":
        """This index with `vectors` under `numbers` too; the index itself is consumed."""
        if len(numbers):
            self._index.add_with_ids(vectors, numbers)
        return self

    def search(self, query: Vectors, k: int, allowed: Numbers | None = None) -> list[Neighbour]:
        """The `k` nearest to one query vector of shape (dimensions,), nearest first, among `allowed` numbers only."""
        k = min(k, len(self), *(() if allowed is None else (len(allowed),)))
        if k <= 0:
            return []
        # On few vectors, starting threads takes longer than comparing them; and callers bring threads of their own.
        faiss.omp_set_num_threads(1 if len(self) <= ONE_THREAD else os.cpu_count() or 1)
        cosines, found = self._index.search(query[None, :], k, params=self._parameters(allowed))
        pairs = zip(found[0].tolist(), cosines[0].tolist(), strict=True)
        return [Neighbour(number, cosine) for number, cosine in pairs if number >= 0]

    def cosines(self, query: Vectors, numbers: Iterable[int]) -> dict[int, float]:
        """The cosine of `query` to each of `numbers`; numbers that the index lacks are left out."""
        wanted = np.fromiter(numbers, dtype=np.int64)
        return {n.number: n.cosine for n in self.search(query, len(wanted), allowed=wanted)}

    def _parameters(self, allowed: Numbers | None) -> "faiss.SearchParameters | None":
        selector = None if allowed is None else faiss.IDSelectorBatch(allowed)
        if isinstance(self._index, faiss.IndexIVF):
            # A restricted search visits every cell: what is allowed may lie in any of them.
            share = PROBED_SHARE if selector is None else 1.0
            return faiss.SearchParametersIVF(sel=selector, nprobe=max(1, int(self._index.nlist * share)))
        return None if selector is None else faiss.SearchParameters(sel=selector)
