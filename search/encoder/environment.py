"""The libraries below the encoder, kept offline and silent.

Each of these is set before the library is imported, for each reads it then:

- the model hub's clients would look up a host for anything not found on disk;
- importing openvino imports `openvino_telemetry`, which writes an identity to the home folder and sends an event;
  a name that is None in `sys.modules` cannot be imported (Python's own rule), and openvino then uses its stub;
- tokenizers would print a warning in a process forked after it had used threads.
"""

import importlib.util
import logging
import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import cast

OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "TRANSFORMERS_VERBOSITY": "error",
    "TOKENIZERS_PARALLELISM": "false",
}


def stay_offline() -> None:
    """Tell the libraries, before they are imported, to look at this machine only and to be silent."""
    os.environ.update(OFFLINE)


@contextmanager
def third_party() -> Iterator[None]:
    """Import and run the neural libraries inside this: offline, without progress bars, and without their warnings.

    Their warnings are about their own use of each other (deprecations, tracing); ours would be errors in tests.
    """
    stay_offline()
    logging.getLogger("sentence_transformers").setLevel(logging.ERROR)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def import_openvino() -> ModuleType:
    """The `openvino` package, without its telemetry."""
    if "openvino" not in sys.modules:
        sys.modules["openvino_telemetry"] = cast(ModuleType, None)
    import openvino

    return cast(ModuleType, openvino)


def has_openvino() -> bool:
    """Whether openvino is installed here."""
    return importlib.util.find_spec("openvino") is not None
