"""What was asked on the command line, answered on standard output one after another: for people, or as JSON."""

import json
from collections.abc import Callable, Iterable
from typing import Generic, Protocol, TypeVar

from rich.console import RenderableType

from api.commands.terminal import say, show, write_text
from api.queries import Question
from api.schemas.common import ErrorShape, Shape
from corpus.errors import UsageError

T = TypeVar("T")
In = TypeVar("In", contravariant=True)


class Printer(Protocol[In]):
    """Prints answers of one kind, one after another."""

    def answer(self, question: Question, answer: In) -> None:
        """Print an answer."""

    def refuse(self, question: Question, error: UsageError) -> None:
        """Print that a question could not be answered."""


def answer_all(questions: Iterable[Question], ask: Callable[[str], T], printer: Printer[T]) -> int:
    """Ask and print; a question that cannot be answered does not stop the others.

    Returns:
        The exit status.

    Raises:
        UsageError: the only question, given on the command line, cannot be answered.
    """
    status = 0
    for question in questions:
        try:
            answer = ask(question.text)
        except UsageError as error:
            if question.id is None:
                raise
            printer.refuse(question, error)
            say(f"{question.id}: {error.message}")
            status = 1
        else:
            printer.answer(question, answer)
    return status


class JsonPrinter(Generic[T]):
    """One JSON document."""

    def __init__(self, shape_of: Callable[[T], Shape]) -> None:
        self._shape_of = shape_of

    def answer(self, question: Question, answer: T) -> None:
        """Print an answer."""
        write_text(self._shape_of(answer).to_json())

    def refuse(self, question: Question, error: UsageError) -> None:
        """Print that a question could not be answered."""
        write_text(ErrorShape.of(error).to_json())


class LinesPrinter(Generic[T]):
    """One line of JSON for each question."""

    def __init__(self, shape_of: Callable[[T], Shape]) -> None:
        self._shape_of = shape_of

    def answer(self, question: Question, answer: T) -> None:
        """Print an answer."""
        self._line(question, self._shape_of(answer))

    def refuse(self, question: Question, error: UsageError) -> None:
        """Print that a question could not be answered."""
        self._line(question, ErrorShape.of(error))

    def _line(self, question: Question, shape: Shape) -> None:
        write_text(f'{{"id":{json.dumps(question.id, ensure_ascii=False)},{shape.to_json(indent=None)[1:]}')


class TextPrinter(Generic[T]):
    """For people."""

    def __init__(self, rendered: Callable[[T], RenderableType]) -> None:
        self._rendered = rendered

    def answer(self, question: Question, answer: T) -> None:
        """Print an answer."""
        show(self._rendered(answer))

    def refuse(self, question: Question, error: UsageError) -> None:
        """Nothing: the sentence goes to standard error."""
