"""All that a knowledge base answers, in a form that two of them can be compared in."""

from pathlib import Path

from api.knowledge import Knowledge
from api.schemas.reports import ReportContents
from corpus.settings import Settings

QUERIES = ("bredband Övertorneå", "vad kostade kollektivtrafiken", "mål för vindkraft 2020", "skolskjuts i Boden")


def snapshot(settings: Settings, queries: tuple[str, ...] = QUERIES) -> dict[str, object]:
    """Reports with everything in them, passages, and the ranking of some queries with its scores."""
    with Knowledge.open(settings) as knowledge:
        store = knowledge.store
        reports = store.reports()
        return {
            "reports": {report.id: ReportContents.of(store, report).model_dump() for report in reports},
            "passages": {report.id: [stored.passage for stored in store.passages_of(report.id)] for report in reports},
            "ranking": {query: ranking(knowledge, query) for query in queries},
        }


def ranking(knowledge: Knowledge, query: str) -> list[tuple[str, float, str]]:
    """Passage, score and quote of every hit; scores as far as 16-bit vectors carry."""
    hits = knowledge.searcher.search(query, 10).hits
    return [(hit.passage.id, round(hit.score, 4), hit.quote) for hit in hits]


def leftovers(folder: Path) -> list[str]:
    """What lies in a knowledge base's folder without being of use: unfinished copies, old generations."""
    current = (folder / "index" / "CURRENT").read_text().strip()
    generations = [entry.name for entry in (folder / "index").iterdir() if entry.name not in ("CURRENT", current)]
    return sorted([*generations, *(str(part) for part in folder.rglob("*.part"))])
