"""What a model was trained to see before a text."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

CONFIG = "config_sentence_transformers.json"
#: The names under which sentence-transformers models keep the prompt of what is searched, in its own order.
PASSAGE_NAMES = ("document", "passage", "corpus")


@dataclass(frozen=True, slots=True)
class Prompts:
    """Put before every query and every passage; empty where the model wants none."""

    query: str = ""
    passage: str = ""


#: https://huggingface.co/intfloat/multilingual-e5-small, section FAQ: both prefixes belong, in every language.
E5 = Prompts("query: ", "passage: ")
_E5_NAME = re.compile(r"(?<![^\W_])e5(?![^\W_])", re.IGNORECASE)


def prompts_of(folder: Path, name: str) -> Prompts:
    """The prompts in the model's own configuration; e5's where it has none but is an e5 by name.

    An instruction-tuned e5 is left alone: its queries begin with a task description that is the user's to choose.
    """
    own = _configured(folder)
    if own != Prompts():
        return own
    plain_e5 = _E5_NAME.search(name) and "instruct" not in name.lower()
    return E5 if plain_e5 else Prompts()


def _configured(folder: Path) -> Prompts:
    try:
        prompts = json.loads((folder / CONFIG).read_text(encoding="utf-8")).get("prompts") or {}
        query = str(prompts.get("query") or "")
        passage = next((str(prompts[key]) for key in PASSAGE_NAMES if prompts.get(key)), "")
    except (OSError, ValueError, AttributeError):
        return Prompts()
    return Prompts(query, passage)
