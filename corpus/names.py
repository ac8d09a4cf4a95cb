"""What people call codes: of facts, of reports, of comparisons; in files, on pages, in what a comparison says."""

from collections.abc import Mapping

from corpus.model import ReportKind

REPORT_KINDS: Mapping[ReportKind, str] = {
    "annual_report": "Årsredovisning",
    "interim_report": "Delårsrapport",
    "follow_up": "Uppföljning",
    "budget": "Budget",
    "plan": "Plan",
    "strategy": "Strategi",
    "minutes": "Protokoll",
    "audit": "Revision",
    "investigation": "Utredning",
    "statistics": "Statistik",
    "other": "Annat",
}
FIGURE_KINDS: Mapping[str, str] = {
    "outcome": "utfall",
    "target": "mål",
    "forecast": "prognos",
    "budget": "budget",
    "grant": "bidrag",
    "estimate": "uppskattning",
}
PERIOD_BASES: Mapping[str, str] = {
    "point": "vid en tidpunkt",
    "period": "under perioden",
    "full_year": "helår",
}
STATUSES: Mapping[str, str] = {
    "planned": "planerat",
    "not_started": "inte påbörjat",
    "started": "pågår",
    "delayed": "försenat",
    "partly": "delvis uppnått",
    "done": "uppnått",
    "not_met": "inte uppnått",
}
UNITS: Mapping[str, str] = {
    "SEK": "kronor",
    "EUR": "euro",
    "percent": "procent",
    "percentage_points": "procentenheter",
    "count": "antal",
    "years": "år",
    "months": "månader",
    "weeks": "veckor",
    "days": "dagar",
    "hours": "timmar",
    "minutes": "minuter",
    "seconds": "sekunder",
}
ROW_STATES: Mapping[str, str] = {
    "reported": "uppgift finns",
    "no_statement": "ingen uppgift",
    "no_report": "ingen rapport inläst",
    "unreadable": "sidan kunde inte läsas",
}
EVENTS: Mapping[str, str] = {
    "set": "lovat",
    "repeated": "upprepat",
    "reworded": "omformulerat",
    "moved": "flyttat",
    "followed_up": "uppföljt",
    "done": "uppnått",
    "not_met": "inte uppnått",
    "last_mentioned": "senast nämnt",
}
LINKS: Mapping[str, str] = {
    "found": "funnen av programmet",
    "confirmed": "bekräftad för hand",
    "added": "tillagd för hand",
}
#: Fields of a report's metadata and of facts, as corrections name them.
REPORT_FIELDS: Mapping[str, str] = {
    "title": "titel",
    "publisher": "utgivare",
    "kind": "slag",
    "period": "period",
    "registration_number": "diarienummer",
    "language": "språk",
}
FACT_FIELDS: Mapping[str, str] = {
    "value": "värde",
    "value_max": "högst",
    "unit": "enhet",
    "qualifier": "förbehåll",
    "measure": "mått",
    "place": "plats",
    "period": "period",
    "period_basis": "periodens grund",
    "kind": "slag",
    "actor": "aktör",
    "action": "åtagande",
    "topic": "ämne",
    "due": "senast",
    "target": "mål",
    "status": "status",
    "forecast": "prognos",
}
#: What stands before the first heading of a report.
PREAMBLE = "Inledande text"
#: What became of a section from one report to the next, and why two sections are held to be one.
OUTCOMES: Mapping[str, str] = {
    "same": "oförändrat",
    "changed": "ändrat",
    "parted": "delat",
    "joined": "sammanslaget",
    "gone": "borttaget",
    "new": "nytt",
    "empty": "utan egen text",
}
REASONS: Mapping[str, str] = {
    "heading": "samma rubrik",
    "like_heading": "liknande rubrik",
    "content": "liknande innehåll",
    "below": "samma underavsnitt",
    "part": "en del av det andra",
}
