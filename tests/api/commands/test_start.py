"""Commands that need no model start without its libraries."""

import os
import subprocess
import sys
from pathlib import Path

HEAVY = ("torch", "transformers", "sentence_transformers", "openvino", "spacy", "faiss", "tantivy", "pdfplumber")

PROBE = """
import sys
from api.commands.program import run
run({arguments!r})
print([name for name in {heavy!r} if name in sys.modules])
"""


def loaded(arguments: list[str], root: Path) -> str:
    """The heavy libraries that a command imports."""
    probe = PROBE.format(arguments=arguments, heavy=HEAVY)
    environment = os.environ | {"ARSRINGAR_MODEL": "hash"}
    done = subprocess.run(
        [sys.executable, "-c", probe], cwd=root, env=environment, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout.splitlines()[-1]


def test_listing_loads_nothing_heavy(made: Path, root: Path) -> None:
    assert loaded(["--data", str(made), "list"], root) == "[]"


def test_showing_loads_nothing_heavy(made: Path, root: Path) -> None:
    assert loaded(["--data", str(made), "show", "rapport-2016"], root) == "[]"


def test_reading_processes_load_nothing_of_the_models(root: Path) -> None:
    probe = f"import sys, ingest.reading, ingest.formats.pdf\nprint([m for m in {HEAVY[:6]!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", probe], cwd=root, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "[]"
