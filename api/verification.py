"""Verification of the whole knowledge base: the store, its indexes, and on demand the vectors themselves."""

from collections.abc import Iterator

import numpy as np

from api.knowledge import Knowledge
from corpus.context import contextualise
from corpus.store import Finding
from corpus.store.check import check as check_store
from search.soundness import check as check_indexes

#: The least cosine of a vector made again to the one kept: a batch's make-up moves the last digits only (design.md).
SAME = 0.9999


def verify(knowledge: Knowledge, deep: bool = False) -> list[Finding]:
    """Everything that is wrong, in a fixed order; empty where nothing is.

    Args:
        knowledge: what is verified.
        deep: compute every vector again.

    Raises:
        ModelError: the embedding model is missing or damaged.
    """
    store, model = knowledge.store, knowledge.encoder.model
    found = [*check_store(store, model), *check_indexes(store, model)]
    return [*found, *_vectors_anew(knowledge)] if deep else found


def _vectors_anew(knowledge: Knowledge) -> Iterator[Finding]:
    store, encoder = knowledge.store, knowledge.encoder
    titles = {report.id: report.metadata.title for report in store.reports()}
    for numbers, kept in store.current_vectors(encoder.model, 512):
        stored = store.passages(numbers)
        texts = [contextualise(titles[item.report_id], item.passage.section_path, item.passage.text) for item in stored]
        # What is kept as 16-bit floats is not quite of unit length any more.
        cosines = np.einsum("ij,ij->i", encoder.encode_passages(texts), kept) / np.linalg.norm(kept, axis=1)
        for item, cosine in zip(stored, cosines, strict=True):
            if cosine < SAME:
                message = (
                    f"Vektorn till passagen {item.passage.id} blir en annan när den räknas om (cosinus {cosine:.4f})."
                )
                yield Finding("vector_value", item.passage.id, message)
