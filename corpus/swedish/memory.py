"""Analysed words kept on disk, so that a short-lived process need not load the dictionaries.

The caller names the file (an index keeps one beside itself); a file made with other dictionaries is not used.
"""

import json
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

#: Raise when the analysis changes in a way that changes forms.
_ANALYSIS = 2
_MAKERS = ("hunspell-sv", "simplemma", "snowballstemmer", "wordfreq")


def save(path: Path, forms: Mapping[str, tuple[str, ...]]) -> None:
    """Write the forms of words (`Analyzer.known_forms`) to a file, the same bytes for the same forms."""
    document = {"made_with": _made_with(), "forms": {word: forms[word] for word in sorted(forms)}}
    path.write_text(json.dumps(document, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def load(path: Path) -> dict[str, tuple[str, ...]]:
    """The forms that a file keeps; none where there is no such file, it is damaged, or other dictionaries made it."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(document, dict) or document.get("made_with") != _made_with():
        return {}
    return {str(word): tuple(map(str, forms)) for word, forms in document["forms"].items()}


def _made_with() -> dict[str, str]:
    return {"analysis": str(_ANALYSIS), **{package: version(package) for package in _MAKERS}}
