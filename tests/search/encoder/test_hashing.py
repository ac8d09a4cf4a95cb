"""The encoder without a model."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from search.encoder.hashing import HashingEncoder


def test_one_word_lies_where_its_hashes_say() -> None:
    """CRC-32 of the word " å" is 2171030552: even, so minus, and its half is 4 modulo 8; weight 3.

    That of its trigram "<å>" is 440526107: odd, so plus, and its half is 5 modulo 8; weight 1.
    """
    vector = HashingEncoder(8).encode_queries(["Å"])[0]
    assert np.allclose(vector, np.array([0, 0, 0, 0, -3, 1, 0, 0]) / 10**0.5)


def test_common_words_and_parts_of_words_bring_texts_nearer() -> None:
    encoder = HashingEncoder()
    question = encoder.encode_queries(["bredband i byarna"])[0]
    same, part, other = encoder.encode_passages(
        ["Alla byarna får bredband.", "Bredbandsutbyggnaden fortsätter.", "Simhallen stängdes."]
    )
    assert question @ same > question @ part > question @ other


def test_the_identity_names_the_recipe() -> None:
    assert HashingEncoder().model.startswith("hash#")
    assert HashingEncoder(64).model != HashingEncoder().model
    assert HashingEncoder(64).dimensions == 64


@given(st.lists(st.text()))
def test_every_text_has_a_vector_of_unit_length(texts: list[str]) -> None:
    vectors = HashingEncoder(32).encode_passages(texts)
    assert vectors.shape == (len(texts), 32)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
