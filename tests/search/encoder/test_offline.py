"""The first run, with every way to another machine closed."""

from pathlib import Path

from search.encoder.build import DIMENSIONS, MOST_TOKENS
from tests.search.encoder.conftest import BLOCK_SOCKETS, FirstRun, run_python


def test_the_block_is_seen_when_something_goes_outside(tmp_path: Path) -> None:
    """A test that could not fail would prove nothing: openvino as it comes does look up its host."""
    source = BLOCK_SOCKETS + "import urllib.request\nurllib.request.urlopen('http://example.org')\n"
    assert "OUTSIDE" in run_python(source, tmp_path).stderr


def test_the_first_run_looks_up_no_host_and_prints_nothing(first_run: FirstRun) -> None:
    assert first_run.output == ""


def test_the_first_run_leaves_nothing_in_the_home_folder(first_run: FirstRun) -> None:
    assert list(first_run.home.iterdir()) == []


def test_the_first_run_answers(first_run: FirstRun) -> None:
    model, dimensions, query, passage = first_run.answer
    assert str(model).startswith("intfloat/multilingual-e5-small#")
    assert dimensions == DIMENSIONS
    assert isinstance(query, list)
    assert isinstance(passage, list)
    assert sum(a * b for a, b in zip(query[0], passage[0], strict=True)) > 0.85


def test_a_question_needs_no_pytorch(first_run: FirstRun, tmp_path: Path) -> None:
    source = (
        "import sys\nfrom pathlib import Path\nfrom search.encoder.encoder import open_encoder\n"
        "open_encoder(None, Path(sys.argv[1])).encode_queries(['vad kostade bron?'])\n"
        "print([name for name in ('torch', 'transformers', 'sentence_transformers') if name in sys.modules])"
    )
    done = run_python(source, tmp_path, str(first_run.models))
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_the_made_folder_is_a_sentence_transformers_model(first_run: FirstRun) -> None:
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer

    (folder,) = first_run.models.glob("multilingual-e5-small-*")
    model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    assert [type(module) for module in model] == [Transformer, Pooling, Normalize]
    assert model[1].pooling_mode == "mean"
    assert model.prompts == {"query": "query: ", "passage": "passage: ", "document": "passage: "}
    assert model.max_seq_length == MOST_TOKENS
    assert model.get_embedding_dimension() == DIMENSIONS
    unfinished = [folder for folder in first_run.models.iterdir() if folder.name.startswith(".making-")]
    assert unfinished == []
