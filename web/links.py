"""Every address of the site is made here, so that it can change in one place."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode

HOME = "/"
REPORTS = "/rapporter"
STATIC = "/static"
API = "/api/v1"
#: Elements of a report's page: the section shown, the first of the words marked, the picture.
SECTION = "avsnitt"
MARKED = "markerat"
PICTURE = "sidan"


def home(query: str | None = None, anchor: str | None = None, **limits: str | int | None) -> str:
    """The search page, with a question in its address; at an element of the page."""
    return HOME + _query({"q": query, **limits}) + (f"#{anchor}" if anchor else "")


def reports() -> str:
    """The list of reports."""
    return REPORTS


def report(
    report_id: str,
    *,
    section: str | None = None,
    page: int | None = None,
    passage: str | None = None,
    start: int | None = None,
    end: int | None = None,
    version: int | None = None,
    picture: bool = False,
) -> str:
    """A report; at a section, at a page, with the words `[start, end)` of a passage marked; an earlier version.

    The browser goes to the marked words, or to the page's picture.
    """
    parameters = {
        "avsnitt": section,
        "sida": page,
        "stycke": passage,
        "fran": start if passage else None,
        "till": end if passage else None,
        "version": version,
    }
    anchor = PICTURE if picture else MARKED if passage else SECTION if section or page else ""
    return f"{REPORTS}/{quote(report_id)}{_query(parameters)}{f'#{anchor}' if anchor else ''}"


def original(report_id: str, *, version: int | None = None, page: int | None = None) -> str:
    """The report's original file; at a page, which browsers understand for PDF."""
    anchor = f"#page={page}" if page else ""
    return f"{API}/reports/{quote(report_id)}/file{_query({'version': version})}{anchor}"


def page_picture(
    report_id: str,
    page: int,
    *,
    passage: str | None = None,
    start: int | None = None,
    end: int | None = None,
    version: int | None = None,
) -> str:
    """The picture of a page, with the words `[start, end)` of a passage marked."""
    parameters = {
        "passage": passage,
        "start": start if passage else None,
        "end": end if passage else None,
        "version": version,
    }
    return f"{API}/reports/{quote(report_id)}/pages/{page}.png{_query(parameters)}"


def static(name: str) -> str:
    """A file of the site's own."""
    return f"{STATIC}/{quote(name)}"


def _query(parameters: Mapping[str, str | int | None]) -> str:
    given = {name: value for name, value in parameters.items() if value not in (None, "")}
    return f"?{urlencode(given)}" if given else ""
