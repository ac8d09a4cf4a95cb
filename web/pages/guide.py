"""Hjälp: a short guide with pictures of the running program."""

from dataclasses import dataclass

from starlette.requests import Request

from api.knowledge import Knowledge
from web.answer import Answer

#: Names of the pictures, in the guide's order; `make pictures` takes them.
PICTURES = ("home", "search", "reader", "figures", "draft", "adding")
#: Width and height of a picture, in pixels.
SIZE = (1120, 700)


@dataclass(frozen=True, slots=True)
class Tip:
    """What can be written in a question, and what it does."""

    written: str
    does: str


TIPS = (
    Tip("bredband i glesbygd", "Vanliga ord. Böjningar och sammansättningar hittas också: bredbandsutbyggnad."),
    Tip("hur många företag fick stöd", "En fråga. Frågar du efter ett antal kommer stycken med tal först."),
    Tip('"regional utvecklingsstrategi"', "En exakt fras, inom citattecken."),
    Tip("bredband -fiber", "Utan ett ord: sätt ett minustecken före."),
    Tip(
        "bredband Övertorneå 2021",
        "En plats och ett år i frågan förstås som plats och år. Klicka bort det om det blev fel.",
    ),
)


def respond(knowledge: Knowledge, request: Request) -> Answer:
    """The guide."""
    return Answer("help.html", {"tips": TIPS, "width": SIZE[0], "height": SIZE[1]})
