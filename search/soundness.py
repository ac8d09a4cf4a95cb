"""Verification of the indexes: that they hold the store's passages and vectors, and no others."""

from collections.abc import Iterator

import numpy as np

from corpus.errors import VersionMismatch
from corpus.store import Finding, Store
from search.generations import Generation, Generations
from search.lexical import Restriction

#: The least cosine of a vector in the index to the store's: 16-bit floats keep 0.99999, the 8-bit ones of large indexes
#: 0.999.
SAME = 0.998
WHERE = "index"


def check(store: Store, model: str) -> list[Finding]:
    """Everything in which the current index generation differs from the store, in a fixed order."""
    try:
        generation = Generations(store.folder / "index").open()
    except VersionMismatch as error:
        return [Finding("index_damaged", WHERE, error.message)]
    if generation is None:
        held = any(batch for batch in store.current_passages())
        message = "Det finns inget index över kunskapsbasen. Kör ”arsringar reindex”."
        return [Finding("index_missing", WHERE, message)] if held else []
    return [*_manifest(store, generation, model), *_numbers(store, generation), *_vectors(store, generation, model)]


def _manifest(store: Store, generation: Generation, model: str) -> Iterator[Finding]:
    made = generation.manifest
    if made.commit != store.commit_number:
        message = "Indexet speglar ett äldre läge av kunskapsbasen. Kör ”arsringar ingest” eller ”arsringar reindex”."
        yield Finding("index_behind", WHERE, message)
    if made.model != model:
        message = f"Indexet är gjort med modellen {made.model}, inte {model}. Kör ”arsringar reindex”."
        yield Finding("index_model", WHERE, message)


def _numbers(store: Store, generation: Generation) -> Iterator[Finding]:
    """Passages that an index lacks, or has though the store does not."""
    wanted = {stored.number for batch in store.current_passages() for stored in batch}
    for name, held in (
        ("Vektorindexet", generation.vectors.numbers().tolist()),
        ("Ordindexet", generation.lexical.numbers(Restriction())),
    ):
        if len(held) != len(set(held)) or set(held) != wanted:
            missing, extra = len(wanted - set(held)), len(held) - len(wanted & set(held))
            message = f"{name} saknar {missing} passager och har {extra} för mycket. Kör ”arsringar reindex”."
            yield Finding("index_passages", WHERE, message)


def _vectors(store: Store, generation: Generation, model: str) -> Iterator[Finding]:
    """Vectors that are not the store's."""
    held = set(generation.vectors.numbers().tolist())
    for numbers, vectors in store.current_vectors(model):
        rows = [row for row, number in enumerate(numbers) if number in held]
        shared = np.array([numbers[row] for row in rows], dtype=np.int64)
        if not len(shared):
            continue
        indexed, kept = generation.vectors.vectors(shared), vectors[rows]
        lengths = np.linalg.norm(indexed, axis=1) * np.linalg.norm(kept, axis=1)
        cosines = np.einsum("ij,ij->i", indexed, kept) / lengths
        wrong = int((cosines < SAME).sum())
        if wrong:
            message = f"{wrong} vektorer i indexet skiljer sig från kunskapsbasens. Kör ”arsringar reindex”."
            yield Finding("index_vectors", WHERE, message)
