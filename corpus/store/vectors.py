"""Vectors of passages: kept as float16 under the hash of the very text that was embedded."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from corpus.errors import ModelError, NotFound
from corpus.protocols import Vectors as Matrix
from corpus.store import schema
from corpus.store.database import AnySelect, chunks
from corpus.store.passages import Passages, select_passages
from corpus.store.records import StoredPassage

_P, _V, _E = schema.passage.c, schema.version.c, schema.embedded.c
_VECTOR, _MODEL = schema.vector.c, schema.model.c
#: Half precision moves a cosine by less than 0.00001 (unit vectors, 384 dimensions) and halves what is stored.
_KEPT = np.dtype("<f2")


def text_hash(text: str) -> bytes:
    """The hash under which the vector of this text is kept."""
    return hashlib.sha256(text.encode("utf-8", "replace")).digest()


class Vectors(Passages):
    """What the store says of vectors; `model` is `Encoder.model`."""

    def passages_without_vectors(self, model: str, batch: int = 1000) -> Iterator[list[StoredPassage]]:
        """Current passages that have no vector of this model, by number, `batch` at a time."""
        has = sa.exists().where(_E.number == _P.number, _E.model_key == _MODEL.key, _MODEL.name == model)
        yield from self._batches(select_passages().where(_V.current, ~has), batch)

    def reuse_vectors(self, model: str, texts: Mapping[int, str]) -> set[int]:
        """Give passages the vectors that are kept for equal texts.

        Args:
            model: what made the vectors.
            texts: passage number -> the very text that is embedded (with its context).

        Returns:
            The numbers that still have none and must be encoded.
        """
        hashes = {number: text_hash(text) for number, text in texts.items()}
        with self._changing() as connection:
            key = connection.execute(sa.select(_MODEL.key).where(_MODEL.name == model)).scalar()
            kept = {} if key is None else _keys(connection, key, list(set(hashes.values())))
            found = {number: kept[hash_] for number, hash_ in hashes.items() if hash_ in kept}
            if key is not None:
                _attach(connection, key, found)
        return texts.keys() - found.keys()

    def save_vectors(self, model: str, texts: Mapping[int, str], vectors: Matrix) -> None:
        """Keep the vectors of passages.

        Args:
            model: what made the vectors.
            texts: passage number -> the very text that was embedded (with its context).
            vectors: one row for each of `texts`, in its order.

        Raises:
            ModelError: the vectors are not as many as the texts, or not as long as this model's others.
            NotFound: one of the passages has been removed.
        """
        if vectors.ndim != 2 or len(vectors) != len(texts):
            raise ModelError(f"Modellen {model} gav {len(vectors)} vektorer för {len(texts)} texter.")
        hashes = {number: text_hash(text) for number, text in texts.items()}
        rows = dict(zip(hashes.values(), np.ascontiguousarray(vectors, dtype=_KEPT), strict=True))
        with self._changing() as connection:
            _require(connection, list(texts))
            key = _model_key(connection, model, vectors.shape[1])
            kept = _keys(connection, key, list(rows))
            new = [
                {"model_key": key, "text_hash": hash_, "data": row.tobytes()}
                for hash_, row in rows.items()
                if hash_ not in kept
            ]
            if new:
                connection.execute(sa.insert(schema.vector), new)
                kept |= _keys(connection, key, [row["text_hash"] for row in new])
            _attach(connection, key, {number: kept[hash_] for number, hash_ in hashes.items()})

    def vectors(self, model: str, numbers: Sequence[int]) -> Matrix:
        """The vectors of these passages, float32, shape (len(numbers), dimensions).

        Raises:
            NotFound: a passage has no vector of this model.
        """
        found: dict[int, bytes] = {}
        with self._reading() as connection:
            dimensions = connection.execute(sa.select(_MODEL.dimensions).where(_MODEL.name == model)).scalar() or 0
            for some in chunks([int(number) for number in numbers]):
                rows = connection.execute(_select_vectors(model).where(_E.number.in_(some)))
                found.update((row.number, row.data) for row in rows)
        missing = sorted({int(number) for number in numbers} - found.keys())
        if missing:
            raise NotFound(f"{len(missing)} passager saknar vektor av modellen {model}. Kör ”arsringar reindex”.")
        return _matrix([found[int(number)] for number in numbers], dimensions)

    def current_vectors(self, model: str, batch: int = 8192) -> Iterator[tuple[tuple[int, ...], Matrix]]:
        """Numbers and vectors (float32) of all current passages that have one of this model, by number."""
        current = _select_vectors(model).join(schema.version, _P.version_key == _V.key).where(_V.current)
        last = 0
        while True:
            with self._reading() as connection:
                rows = connection.execute(current.where(_P.number > last).order_by(_P.number).limit(batch)).all()
                dimensions = connection.execute(sa.select(_MODEL.dimensions).where(_MODEL.name == model)).scalar() or 0
            if not rows:
                return
            last = rows[-1].number
            yield tuple(row.number for row in rows), _matrix([row.data for row in rows], dimensions)

    def text_hashes(self, model: str, numbers: Sequence[int]) -> dict[int, bytes]:
        """For each of these passages that has a vector of this model: the hash of the text it was made from."""
        found: dict[int, bytes] = {}
        with self._reading() as connection:
            wanted = _select_vectors(model).with_only_columns(_E.number, _VECTOR.text_hash)
            for some in chunks(list(numbers)):
                rows = connection.execute(wanted.where(_E.number.in_(some)))
                found.update((row.number, row.text_hash) for row in rows)
        return found


def sweep(connection: Connection) -> None:
    """Delete vectors that no passage has, and models that have none."""
    used = sa.exists().where(_E.vector_key == _VECTOR.key)
    connection.execute(sa.delete(schema.vector).where(~used))
    connection.execute(sa.delete(schema.model).where(~sa.exists().where(_VECTOR.model_key == _MODEL.key)))


def _select_vectors(model: str) -> AnySelect:
    return (
        sa.select(_E.number, _VECTOR.data)
        .select_from(schema.embedded)
        .join(schema.vector, _E.vector_key == _VECTOR.key)
        .join(schema.model, _E.model_key == _MODEL.key)
        .join(schema.passage, _E.number == _P.number)
        .where(_MODEL.name == model)
    )


def _model_key(connection: Connection, model: str, dimensions: int) -> int:
    known = connection.execute(sa.select(_MODEL.key, _MODEL.dimensions).where(_MODEL.name == model)).first()
    if known is None:
        new = sa.insert(schema.model).values(name=model, dimensions=dimensions).returning(_MODEL.key)
        return int(connection.execute(new).scalar_one())
    if known.dimensions != dimensions:
        raise ModelError(
            f"Modellen {model} gav vektorer med {dimensions} tal; kunskapsbasens har {known.dimensions}. "
            "Välj modellen som den gjordes med, eller kör ”arsringar reindex”."
        )
    return int(known.key)


def _keys(connection: Connection, model_key: int, hashes: list[bytes]) -> dict[bytes, int]:
    found: dict[bytes, int] = {}
    for some in chunks(hashes):
        wanted = sa.select(_VECTOR.text_hash, _VECTOR.key).where(
            _VECTOR.model_key == model_key, _VECTOR.text_hash.in_(some)
        )
        found.update((row.text_hash, row.key) for row in connection.execute(wanted))
    return found


def _attach(connection: Connection, model_key: int, keys: Mapping[int, int]) -> None:
    """Let passages (number -> key of a vector) have these vectors of the model, and no others."""
    for some in chunks(list(keys)):
        connection.execute(sa.delete(schema.embedded).where(_E.model_key == model_key, _E.number.in_(some)))
    if keys:
        rows = [{"model_key": model_key, "number": number, "vector_key": key} for number, key in keys.items()]
        connection.execute(sa.insert(schema.embedded), rows)


def _require(connection: Connection, numbers: list[int]) -> None:
    there = 0
    for some in chunks(numbers):
        there += connection.execute(sa.select(sa.func.count()).where(_P.number.in_(some))).scalar() or 0
    if there != len(numbers):
        raise NotFound("En av passagerna har tagits bort. Kör inläsningen igen.")


def _matrix(rows: Sequence[bytes], dimensions: int) -> Matrix:
    return np.frombuffer(b"".join(rows), dtype=_KEPT).astype(np.float32).reshape(len(rows), dimensions)
