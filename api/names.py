"""What people call the codes of facts, in files and on pages."""

from collections.abc import Mapping

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
