"""Signs of life from deep inside a reading, so that only a page that hangs is given up and not a long report."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

#: Told how many pages are done and how many there are.
Progress = Callable[[int, int], None]


def _unheard(done: int, pages: int) -> None:
    """Nobody watches."""


_watcher: ContextVar[Progress] = ContextVar("watcher", default=_unheard)


def page_read(done: int, pages: int) -> None:
    """Say that `done` of `pages` pages have been read; a reader of a format with pages calls it after each."""
    _watcher.get()(done, pages)


@contextmanager
def watched(watcher: Progress) -> Iterator[None]:
    """Let `watcher` hear of the pages that are read in this context."""
    token = _watcher.set(watcher)
    try:
        yield
    finally:
        _watcher.reset(token)
