"""Every error that Årsringar raises on purpose, as one tree.

    ArsringarError
    ├── InputError            a file, page or value that was given cannot be used
    │   ├── UnreadableFile    the file cannot be read as a report
    │   ├── BlockedContent    the content was removed and is not let in again
    │   └── LimitExceeded     larger, longer or slower than the settings allow
    ├── UsageError            the call itself is wrong (an option, a query, an address)
    │   └── AmbiguousName     a base name that several reports bear
    ├── Conflict              what was to be changed is not what it was
    ├── NotFound              no such report, section, page or file
    ├── StoreError            the knowledge base cannot be opened or written
    │   ├── StoreBusy         another process is writing
    │   └── VersionMismatch   the store or index was made by another version
    └── ModelError            the embedding or language model is missing or another one

The message is one Swedish sentence or two for people: what was wrong, in which file and on which page, and what to
do. `code` is the stable English name that programs see; `message` never holds a traceback.
"""

from typing import ClassVar


class ArsringarError(Exception):
    """The root: anything that went wrong and can be said in a sentence."""

    code: ClassVar[str] = "error"
    #: HTTP status under which the API reports the error.
    http_status: ClassVar[int] = 500
    #: Exit status of a command that the error stops (contracts.md).
    exit_status: ClassVar[int] = 2

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class InputError(ArsringarError):
    """A file, page or value that was given cannot be used."""

    code = "bad_input"
    http_status = 422


class UnreadableFile(InputError):
    """The file cannot be read as a report.

    Args:
        message: Swedish sentence for people.
        reason: stable English code for programs, such as `encrypted` or `damaged`.
    """

    code = "unreadable_file"

    def __init__(self, message: str, reason: str = "unreadable_file") -> None:
        super().__init__(message)
        self.reason = reason

    def __reduce__(self) -> tuple[type, tuple[str, str]]:
        """Keep the reason when the error travels from a worker process."""
        return type(self), (self.message, self.reason)


class BlockedContent(InputError):
    """The content was removed and is not let in again until it is unblocked."""

    code = "blocked"
    http_status = 409


class LimitExceeded(InputError):
    """Larger, longer or slower than the settings allow."""

    code = "limit_exceeded"
    http_status = 413


class UsageError(ArsringarError):
    """The call itself is wrong: an option, a query, an address."""

    code = "usage"
    http_status = 422


class AmbiguousName(UsageError):
    """A base name that several reports bear; the message lists their ids.

    Args:
        message: Swedish sentence for people.
        ids: the reports' ids.
    """

    code = "ambiguous_name"
    http_status = 409

    def __init__(self, message: str, ids: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.ids = ids


class Conflict(ArsringarError):
    """What was to be changed is no longer what it was."""

    code = "conflict"
    http_status = 409


class NotFound(ArsringarError):
    """No such report, section, page or file."""

    code = "not_found"
    http_status = 404


class StoreError(ArsringarError):
    """The knowledge base cannot be opened or written."""

    code = "store"
    http_status = 503


class StoreBusy(StoreError):
    """Another process is writing; the message names it."""

    code = "store_busy"
    http_status = 409


class VersionMismatch(StoreError):
    """The store or an index was made by another version of the program."""

    code = "version_mismatch"


class ModelError(ArsringarError):
    """The embedding or language model is missing, damaged, or not the one the index was made with."""

    code = "model"
    http_status = 503
