"""Tillgänglighetsredogörelse: what the law asks of the organisation that runs this, filled in from the settings."""

from starlette.requests import Request

from api.knowledge import Knowledge
from corpus.settings import Settings
from web.answer import Answer

#: What stands where nothing has been filled in.
BLANK = "ej ifylld"


def respond(knowledge: Knowledge, request: Request) -> Answer:
    """The statement."""
    settings = knowledge.settings
    values: dict[str, object] = {
        "organisation": settings.accessibility_organisation or BLANK,
        "contact": settings.accessibility_contact or BLANK,
        "date": settings.accessibility_date or BLANK,
        "shortcomings": shortcomings(settings),
        "blank": BLANK,
        "complete": all(
            (settings.accessibility_organisation, settings.accessibility_contact, settings.accessibility_date)
        ),
    }
    return Answer("accessibility.html", values)


def shortcomings(settings: Settings) -> list[str]:
    """The known shortcomings, one by one."""
    return [one.strip() for one in settings.accessibility_shortcomings.split(";") if one.strip()]
