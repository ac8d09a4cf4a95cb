"""The spaCy pipeline: an installed Swedish model, or the one that the project carries.

Ingestion tags the sentences with figures by it. Whoever imports this module without need waits a second for spaCy.
"""

import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import cast

from corpus.errors import ModelError
from corpus.swedish.lemmas import lemma


@contextmanager
def _absent(*names: str) -> Iterator[None]:
    """Make modules that are not loaded look as if they were not installed."""
    hidden = [name for name in names if name not in sys.modules]
    sys.modules.update((name, cast(ModuleType, None)) for name in hidden)
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


# spaCy loads torch where it is installed, which no part of ours uses: 3.5 seconds and 180 MB in every worker.
with _absent("torch"):
    import spacy
    from spacy.language import Language
    from spacy.tokens import Doc

#: Installed models that are better than ours, best first.
INSTALLED = ("sv_core_news_lg", "sv_core_news_md", "sv_core_news_sm")
OWN = Path(__file__).with_name("model")
#: What a caller may ask for → the components that give it, in ours and in spaCy's models.
PARTS = {
    "tags": ("tagger", "morphologizer", "attribute_ruler"),
    "tree": ("parser",),
    "names": ("ner",),
    "lemmas": ("swedish_lemmas",),
}


@Language.component("swedish_lemmas", assigns=["token.lemma"])
def _lemmas(doc: Doc) -> Doc:
    """Give every token the lemma that search uses too."""
    for token in doc:
        token.lemma_ = lemma(token.text)
    return doc


def load(name: str | None = None, parts: Collection[str] = ("tags", "tree", "names")) -> Language:
    """A pipeline with the parts asked for (`PARTS`).

    Args:
        name: an installed model or a folder; the best that is installed, else our own, where None.
        parts: what it shall do; the fewer, the faster.

    Raises:
        ModelError: the model is not installed, or is no Swedish pipeline.
    """
    chosen = name or next((model for model in INSTALLED if spacy.util.is_package(model)), str(OWN))
    wanted = {component for part in parts for component in PARTS[part]}
    others = {component for part in PARTS for component in PARTS[part]} | {"lemmatizer"}
    try:
        pipeline = spacy.load(chosen, exclude=sorted(others - wanted))
    except (OSError, ValueError) as error:
        raise ModelError(
            f"Språkmodellen ”{chosen}” går inte att läsa in. Installera den eller välj en annan."
        ) from error
    if pipeline.lang != "sv":
        raise ModelError(f"Språkmodellen ”{chosen}” är inte svensk. Välj en svensk modell.")
    if "lemmas" in parts:
        pipeline.add_pipe("swedish_lemmas")
    return pipeline
