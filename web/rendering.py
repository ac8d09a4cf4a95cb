"""Templates as HTML: everything is escaped, and a value that a template lacks is an error."""

from collections.abc import Collection, Sequence

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from api.errors import Fault
from web import links, words
from web.answer import Answer
from web.pages.meant import Meant
from web.shortcuts import SHORTCUTS

#: The main menu: name and address, in its order; those are shown whose address has a page.
MENU = (
    ("Sök", links.HOME),
    ("Rapporter", links.REPORTS),
    ("Jämför", links.COMPARE),
    ("Åtaganden", links.COMMITMENTS),
    ("Siffror", links.FIGURES),
    ("Projekt", links.PROJECTS),
    ("Utkast", links.DRAFTS),
    ("Bevakningar", links.WATCHES),
)

#: Headings of error pages by status or, before that, code; `_OTHERWISE` for the rest.
_HEADINGS = {404: "Det här finns inte", 500: "Något gick fel"}
_BY_CODE = {"ambiguous_name": "Flera rapporter heter så", "conflict": "Uppgiften är inte längre densamma"}
_OTHERWISE = "Det gick inte"


class Templates:
    """The site's templates.

    Args:
        pages: the addresses that have pages, to which the menu may lead.
    """

    def __init__(self, pages: Collection[str]) -> None:
        self._menu = tuple((name, href) for name, href in MENU if href in pages)
        self._environment = Environment(
            loader=PackageLoader("web"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals |= {"links": links, "count": words.count, "shortcuts": SHORTCUTS}

    def prepare(self) -> None:
        """Compile every template, so that no reader waits for it."""
        for name in self._environment.list_templates():
            self._environment.get_template(name)

    def respond(self, request: Request, answer: Answer) -> HTMLResponse:
        """A page as a response."""
        html = self._environment.get_template(answer.template).render(
            answer.values, menu=self._menu_at(request.url.path)
        )
        return HTMLResponse(html, answer.status)

    def error(self, request: Request, fault: Fault, meant: Sequence[Meant] = ()) -> HTMLResponse:
        """What went wrong, as a page; `meant` are the reports of which one may be meant."""
        heading = _BY_CODE.get(fault.code) or _HEADINGS.get(fault.status, _OTHERWISE)
        values = {"heading": heading, "message": fault.message, "meant": meant}
        response = self.respond(request, Answer("error.html", values, fault.status))
        response.headers.update(fault.headers)
        return response

    def _menu_at(self, path: str) -> list[tuple[str, str, str | None]]:
        """The menu for the page at `path`: name, address, and `page` or `true` (below it) where the reader is."""
        return [(name, href, _here(href, path)) for name, href in self._menu]


def _here(href: str, path: str) -> str | None:
    if path == href:
        return "page"
    return "true" if href != links.HOME and path.startswith(f"{href}/") else None
