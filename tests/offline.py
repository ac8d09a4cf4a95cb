"""A machine without a network, for programs that tests start."""

import os
from pathlib import Path

#: Loaded by every Python process at its start, those that read files too.
CLOSED = """
import socket

ADDRESSES = ("127.0.0.1", "::1", "localhost")


def refuse(*arguments, **options):
    raise SystemExit(f"the network was reached for: {arguments}")


connect = socket.socket.connect


def connect_near(self, address):
    if isinstance(address, tuple) and address[0] not in ADDRESSES:
        refuse(address)
    return connect(self, address)


socket.socket.connect = socket.socket.connect_ex = connect_near
socket.getaddrinfo = socket.gethostbyname = socket.gethostbyname_ex = refuse
socket.socket.sendto = refuse
"""


def closed_environment(folder: Path, more: str = "") -> dict[str, str]:
    """Variables under which every Python process finds the ways out closed.

    Args:
        folder: where what closes them is put.
        more: code to run after that.
    """
    (folder / "sitecustomize.py").write_text(CLOSED + more)
    return {"PYTHONPATH": os.pathsep.join(filter(None, [str(folder), os.environ.get("PYTHONPATH")]))}
