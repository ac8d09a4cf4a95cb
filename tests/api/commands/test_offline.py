"""With every way out closed, the program works: nothing reaches for the network or looks up a host."""

import os
from pathlib import Path

from tests.api.commands.conftest import call_apart

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


def test_ingest_and_search_reach_for_nothing(tmp_path: Path, reports: Path, root: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(CLOSED)
    path = os.pathsep.join(filter(None, [str(tmp_path), os.environ.get("PYTHONPATH")]))
    home = tmp_path / "home"
    home.mkdir()
    closed = {"PYTHONPATH": path, "HOME": str(home)}
    base = tmp_path / "data"
    for arguments in (("ingest", reports), ("search", "bredband Övertorneå"), ("verify",)):
        done = call_apart(base, *arguments, root=root, environment=closed)
        assert done.status == 0, done.err
        assert "the network was reached for" not in done.err
    assert list(home.iterdir()) == []


def test_the_closing_closes(tmp_path: Path, root: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(CLOSED + "socket.create_connection(('192.0.2.1', 80))\n")
    done = call_apart(tmp_path / "data", "list", root=root, environment={"PYTHONPATH": str(tmp_path)})
    assert "the network was reached for" in done.err
