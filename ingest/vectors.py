"""Vectors for the passages that have none, in large batches, kept batch by batch so that a kill loses one at most."""

from corpus.context import contextualise
from corpus.protocols import Encoder
from corpus.store import Store, StoredPassage

#: Passages a batch: enough for the encoder to sort them into parts of like length, and about ten seconds' work.
BATCH = 512


def encode_batch(store: Store, encoder: Encoder) -> int:
    """Encode the next batch of passages without vectors; returns how many there were, 0 when all have one."""
    batch = next(iter(store.passages_without_vectors(encoder.model, BATCH)), [])
    if batch:
        _encode(store, encoder, batch)
    return len(batch)


def _encode(store: Store, encoder: Encoder, batch: list[StoredPassage]) -> None:
    titles = {report: store.report(report).metadata.title for report in {stored.report_id for stored in batch}}
    texts = {
        stored.number: contextualise(titles[stored.report_id], stored.passage.section_path, stored.passage.text)
        for stored in batch
    }
    missing = store.reuse_vectors(encoder.model, texts)
    wanted = {number: text for number, text in texts.items() if number in missing}
    if wanted:
        store.save_vectors(encoder.model, wanted, encoder.encode_passages(list(wanted.values())))
