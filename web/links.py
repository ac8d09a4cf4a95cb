"""Every address of the site is made here, so that it can change in one place."""

from collections.abc import Iterable, Mapping
from urllib.parse import quote, urlencode

HOME = "/"
REPORTS = "/rapporter"
FIGURES = "/siffror"
PROJECTS = "/projekt"
COMMITMENTS = "/ataganden"
COMPARE = "/jamfor"
#: Below it: two reports section by section, and the same section in two reports.
BY_SECTION = f"{COMPARE}/rapporter"
SECTIONS = f"{COMPARE}/avsnitt"
DRAFTS = "/utkast"
CORRECTIONS = "/ratta"
ADD = "/lagg-till"
HELP = "/hjalp"
ACCESSIBILITY = "/tillganglighet"
#: Below a report: the form of what it says of itself.
MEND = "ratta"
#: Below a report: the form by which it is removed.
REMOVE = "ta-bort"
SIMILAR = "/liknande"
WATCHES = "/bevakningar"
#: Of all drafts: the form that begins one, the form that puts something into one. Of one draft: what is done to it,
#: and the page before it is taken out.
NEW = "nytt"
BORROW = "lana"
UNDO = "angra"
REDO = "gor-om"
DELETE = "ta-bort"
EXPORT = "ladda-ned"
GOALS = "maluppfyllelse"
STATIC = "/static"
API = "/api/v1"
#: Of the list of reports: the files that could not be read, and what `visa` says.
FAILURES = "misslyckade"
WITH_PROBLEMS = "anmarkningar"
WITHOUT_PERIOD = "utan-period"
#: Elements of a report's page: the section shown, the first of the words marked, the picture.
SECTION = "avsnitt"
MARKED = "markerat"
PICTURE = "sidan"


#: The value of a parameter; several make it stand several times.
Value = str | int | tuple[str, ...] | None


def home(query: str | None = None, anchor: str | None = None, **limits: Value) -> str:
    """The search page, with a question in its address; at an element of the page."""
    return HOME + _query({"q": query, **limits}) + (f"#{anchor}" if anchor else "")


def similar(passage_id: str) -> str:
    """The passages that say nearly what this one says."""
    return f"{SIMILAR}/{quote(passage_id)}"


def watches(search_id: str | None = None) -> str:
    """The saved searches; at one of them."""
    return WATCHES + (f"#b-{quote(search_id)}" if search_id else "")


def reports(anchor: str | None = None, **limits: str | int | None) -> str:
    """The list of reports; of a publisher (`utgivare`), of a year (`ar`), or those that want a look (`visa`)."""
    return REPORTS + _query(limits) + (f"#{anchor}" if anchor else "")


def report(
    report_id: str,
    *,
    section: str | None = None,
    page: int | None = None,
    passage: str | None = None,
    start: int | None = None,
    end: int | None = None,
    version: int | None = None,
    fact: str | None = None,
    words: str | None = None,
    mention: int | None = None,
    picture: bool = False,
) -> str:
    """A report; at a section, at a page, with the words `[start, end)` of a passage marked; an earlier version.

    Where `words` are looked for in it, at one of their mentions, counted from 1.

    The browser goes to the marked words, or to the page's picture.
    """
    parameters = {
        "avsnitt": section,
        "sida": page,
        "stycke": passage,
        "fran": start if passage else None,
        "till": end if passage else None,
        "version": version,
        "uppgift": fact,
        "ord": words,
        "nr": mention,
    }
    anchor = PICTURE if picture else MARKED if passage or mention else SECTION if section or page else ""
    return f"{REPORTS}/{quote(report_id)}{_query(parameters)}{f'#{anchor}' if anchor else ''}"


def fact(fact_id: str, page: int | None) -> str:
    """A fact in its report: the page with its words marked, or the text where there are no pages."""
    report_id = fact_id.partition("-")[0]
    anchor = PICTURE if page else SECTION
    return f"{REPORTS}/{quote(report_id)}{_query({'uppgift': fact_id})}#{anchor}"


def report_form(report_id: str) -> str:
    """The form by which what a report says of itself is corrected."""
    return f"{REPORTS}/{quote(report_id)}/{MEND}"


def removal(report_id: str) -> str:
    """The form by which a report is removed."""
    return f"{REPORTS}/{quote(report_id)}/{REMOVE}"


def add() -> str:
    """The page by which reports are added."""
    return ADD


def upload(job: str, number: int | None = None) -> str:
    """An upload; at one of its files."""
    return f"{ADD}/{quote(job)}" + (f"#fil-{number}" if number else "")


def watch(job: str) -> str:
    """The stream that tells of an upload's changes."""
    return f"{API}/jobs/{quote(job)}/events"


def goals(report_id: str) -> str:
    """The goals of a report with what became of them."""
    return f"{REPORTS}/{quote(report_id)}/{GOALS}"


def figures(**limits: str | int | None) -> str:
    """The figures of all reports, limited."""
    return FIGURES + _query(limits)


def projects(**limits: str | int | None) -> str:
    """The projects of all reports, limited."""
    return PROJECTS + _query(limits)


def project(name: str, publisher: str | None = None) -> str:
    """Everything that is said of a project; of a publisher's, where its name may be another's too."""
    return f"{PROJECTS}/{quote(name, safe='')}{_query({'utgivare': publisher})}"


def commitments(**limits: str | int | None) -> str:
    """The commitments of all reports, limited."""
    return COMMITMENTS + _query(limits)


def compare(topic: str | None = None, **limits: str | int | None) -> str:
    """A topic compared through the years; the address reopens exactly this comparison."""
    return COMPARE + _query({"amne": topic, **limits})


def compare_reports(before: str | None = None, after: str | None = None) -> str:
    """Two reports section by section; the form that chooses them where one is missing."""
    return BY_SECTION + _query({"fran": before, "till": after})


def compare_sections(before: Iterable[str], after: Iterable[str]) -> str:
    """The same section in two reports; the address reopens exactly this comparison, in these versions."""
    return SECTIONS + _query({"fran": tuple(before), "till": tuple(after)})


def counterpart(section_id: str, report_id: str) -> str:
    """A section set against the same in another report, which the page looks for."""
    return SECTIONS + _query({"avsnitt": section_id, "mot": report_id})


def comparison_file(topic: str, file_format: str, **limits: str | int | None) -> str:
    """A comparison as a file, by the limits of the HTTP API."""
    return f"{API}/compare{_query({'topic': topic, **limits, 'format': file_format})}"


def proof(what: str, fact_id: str) -> str:
    """The file that proves a fact (`figures`, `commitments`)."""
    return f"{API}/{what}/{quote(fact_id)}/proof.html"


def correction(fact_id: str) -> str:
    """The form by which a fact is corrected."""
    return f"{CORRECTIONS}/{quote(fact_id)}"


def drafts() -> str:
    """The list of drafts."""
    return DRAFTS


def new_draft(report_id: str | None = None) -> str:
    """The form that begins a draft; from a report's headings."""
    return f"{DRAFTS}/{NEW}{_query({'rapport': report_id})}"


def borrowing(reference: str) -> str:
    """The form that puts something found in a report into a draft (`api.drafts.borrowing.borrow`)."""
    return f"{DRAFTS}/{BORROW}{_query({'vad': reference})}"


def draft(draft_id: str, *, anchor: str | None = None, **shown: str | int | None) -> str:
    """A draft: at a heading (`rubrik`), with a question of the writer's own (`fraga`); at an element of the page."""
    return f"{DRAFTS}/{quote(draft_id)}{_query(shown)}{f'#{anchor}' if anchor else ''}"


def draft_step(draft_id: str, step: str, **shown: str | int | None) -> str:
    """What is done to a draft as a whole: `UNDO`, `REDO`, `DELETE`, `EXPORT`."""
    return f"{DRAFTS}/{quote(draft_id)}/{step}{_query(shown)}"


def draft_document(draft_id: str) -> str:
    """A draft as a Word document."""
    return f"{API}/drafts/{quote(draft_id)}/document.docx"


def download(what: str, file_format: str, **limits: str | int | None) -> str:
    """A list of facts (`figures`, `projects`, `commitments`) as a file, by the limits of the HTTP API."""
    return f"{API}/{what}{_query({**limits, 'format': file_format})}"


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
    fact: str | None = None,
    version: int | None = None,
    section: str | None = None,
    table: str | None = None,
) -> str:
    """The picture of a page, with words `[start, end)` of a passage or section marked, such rows, or a fact's words."""
    said_in = passage or section or table
    parameters = {
        "passage": passage,
        "section": section,
        "table": table,
        "start": start if said_in else None,
        "end": end if said_in else None,
        "fact": fact,
        "version": version,
    }
    return f"{API}/reports/{quote(report_id)}/pages/{page}.png{_query(parameters)}"


def static(name: str) -> str:
    """A file of the site's own."""
    return f"{STATIC}/{quote(name)}"


def _query(parameters: Mapping[str, Value]) -> str:
    given = {name: value for name, value in parameters.items() if value not in (None, "", ())}
    return f"?{urlencode(given, doseq=True)}" if given else ""
