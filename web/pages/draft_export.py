"""The page before a draft is taken out: what is not answered, what is not checked, and the file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from starlette.requests import Request

from api.drafts.standing import OpenMark, open_marks
from api.knowledge import Knowledge
from corpus.drafts import Heading, unanswered, words_of
from web import links, words
from web.answer import Answer
from web.pages.draft_view import Bit, marked_lines


@dataclass(frozen=True, slots=True)
class Group:
    """The marks under one heading, in the lines where they stand."""

    heading: str
    href: str
    marks: int
    lines: tuple[tuple[Bit, ...], ...]


def respond(knowledge: Knowledge, request: Request) -> Answer:
    """What is left to do, and the file.

    Raises:
        NotFound: there is no such draft.
    """
    stored = knowledge.store.draft(request.path_params["draft"])
    draft = stored.draft
    found = list(open_marks(draft, knowledge.project_names.now()))
    groups = [
        Group(
            heading.title,
            links.draft(stored.id, rubrik=heading.id, anchor="stycken"),
            sum(one.heading.id == heading.id for one in found),
            tuple(_lines(heading, found)),
        )
        for heading in draft.headings
    ]
    empty = [heading for heading in draft.headings if not any(words_of(block).strip() for block in heading.blocks)]
    values: dict[str, object] = {
        "title": draft.title,
        "period": words.period(draft.period),
        "back": links.draft(stored.id),
        "document": links.draft_document(stored.id),
        "asked": any(heading.requirement for heading in draft.headings),
        "unanswered": [
            (heading.title, links.draft(stored.id, rubrik=heading.id), heading.requirement)
            for heading in unanswered(draft)
        ],
        "marks": len(found),
        "groups": [group for group in groups if group.marks],
        "headings": len(draft.headings),
        "empty": len(empty),
    }
    return Answer("draft_export.html", values)


def _lines(heading: Heading, found: Sequence[OpenMark]) -> Iterator[tuple[Bit, ...]]:
    for block in heading.blocks:
        yield from marked_lines(words_of(block), [one.standing for one in found if one.block.id == block.id])
