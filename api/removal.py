"""What is decided on all that uses a report which is to be removed: drafts that borrow, links made by hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from corpus.errors import UsageError
from corpus.store import DraftUse, HandLink

#: What becomes of a use: what a draft borrowed stays in it, or goes; a link waits as keys without words until the
#: report is let in and read again, or goes.
Choice = Literal["keep", "forget"]


@dataclass(frozen=True, slots=True)
class LinkEnd:
    """One of the two that a link is about; `words` and `file` are None where its report no longer says it."""

    words: str | None
    file: str | None


@dataclass(frozen=True, slots=True)
class LinkUse:
    """A link made by hand that has an end in the report."""

    link: HandLink
    anchor: LinkEnd
    event: LinkEnd

    @property
    def id(self) -> str:
        """What it is named by."""
        return f"{self.link.anchor}-{self.link.event}"


@dataclass(frozen=True, slots=True)
class Uses:
    """What uses a report."""

    drafts: tuple[DraftUse, ...]
    links: tuple[LinkUse, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """The drafts that forget what they borrowed, by id; the links that are kept, by anchor and event."""

    forget: tuple[str, ...] = ()
    keep: tuple[tuple[str, str], ...] = ()


def decide(uses: Uses, drafts: Mapping[str, Choice | None], links: Mapping[str, Choice | None]) -> Decision:
    """What people decided; each draft and each link must be decided on.

    Args:
        uses: what uses the report.
        drafts: by the drafts' ids, what becomes of what they borrowed.
        links: by the links' ids, what becomes of them.

    Raises:
        UsageError: something is not decided on.
    """
    if any(drafts.get(use.id) is None for use in uses.drafts):
        raise UsageError("Välj för varje utkast om det som lånats ska vara kvar.")
    if any(links.get(use.id) is None for use in uses.links):
        raise UsageError("Välj för varje länk som gjorts för hand om den ska sparas eller tas bort med rapporten.")
    return Decision(
        forget=tuple(use.id for use in uses.drafts if drafts[use.id] == "forget"),
        keep=tuple((use.link.anchor, use.link.event) for use in uses.links if links[use.id] == "keep"),
    )
