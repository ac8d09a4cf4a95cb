"""A knowledge base for tests that only read: five sample reports, and a few that try what a page can stand."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from api.drafts import editing, starting
from api.drafts.borrowing import borrow
from api.knowledge import Knowledge
from corpus.drafts import Block
from corpus.model import Period
from corpus.saved_searches import SearchRequest
from corpus.settings import Settings
from corpus.store import Store
from ingest.pipeline import ingest

#: Tagged and untagged PDF, Word, text: one of each way in.
SAMPLES = (
    "norrbotten-2017.pdf",
    "norrbotten-delarsrapport-april-2021.pdf",
    "arsredovisning-2022.pdf",
    "arsredovisning-2021.docx",
    "arsredovisning-2023.txt",
)
#: A name that needs quoting in a header, a page and an address.
AWKWARD = 'Uppföljning "Åre" <i>&1.txt'
SCRIPT = "<script>alert(1)</script>"
#: Base name of two reports.
TWIN = "protokoll.txt"
#: Searches that were saved before any report came in: one has much that is new, one can no longer be asked.
WATCHED = (SearchRequest(query="bredband"), SearchRequest(query="kultur", place="Atlantis"))
#: An original that must never run in the site's name.
LIVE = "levande.html"
BROKEN = "trasig.pdf"
#: Where the test client says that it is.
HERE = "http://127.0.0.1:8000"

_AWKWARD_TEXT = f"""Uppföljning {SCRIPT} av kvastbinderiet 2020

Om \"><img src=x onerror=alert(2)> kvastar

Kvastbinderiet i byn använde taggen {SCRIPT} i sin webbplats under 2020. Nio kvastar såldes.

Vara\tAntal
Kvast <b>stor</b>\t9
Kvast liten\t12
"""
_LIVE_TEXT = f"""<!doctype html><html lang="sv"><head><title>Levande rapport 2019</title>{SCRIPT}</head>
<body><h1>Levande rapport 2019</h1><h2>Vindmätning</h2><p>Vindmätaren på taket visade nitton sekundmeter.</p>
</body></html>
"""


def make(samples: Path, folder: Path) -> Settings:
    """Make the knowledge base in `folder`; returns its settings."""
    given = folder / "rapporter"
    for name in ("ett", "två"):
        (given / name).mkdir(parents=True)
        (given / name / TWIN).write_text(
            f"Protokoll {name} från nämnden\n\nNämnden i {name} beslutade att bygga {name} gångbroar under 2020.\n",
            encoding="utf-8",
        )
    (given / AWKWARD).write_text(_AWKWARD_TEXT, encoding="utf-8")
    (given / LIVE).write_text(_LIVE_TEXT, encoding="utf-8")
    (given / BROKEN).write_bytes(b"%PDF-1.7\nnothing")
    settings = Settings(data=folder / "data", model="hash", jobs=2)
    with Knowledge.open(settings, create=True) as knowledge:
        for search in WATCHED:
            knowledge.store.save_search(search)
        paths = [samples / name for name in SAMPLES]
        ingest([*paths, given], knowledge.store, knowledge.encoder, knowledge.publisher, settings)
        _write_a_draft(knowledge.store)
    return settings


def _write_a_draft(store: Store) -> None:
    """A draft with something of everything: borrowed words, kept and changed, a table, its own, a requirement."""
    year = Period(date(2025, 1, 1), date(2025, 12, 31), "2025")
    report = store.resolve("arsredovisning-2023.txt")
    draft = starting.from_report(store, report, f"Utkast {SCRIPT} 2025", year)
    section = next(one for one in store.sections(report) if one.heading == "Bredband")
    heading = next(one.id for one in draft.headings if one.title == "Bredband")
    draft = editing.put_heading(draft, replace(draft.headings[0], requirement=f"Redovisa {SCRIPT}."))
    draft = editing.add_blocks(draft, heading, borrow(store, f"section:{section.id}"))
    text = draft.headings[3].blocks[0]
    draft = editing.put_block(draft, replace(text, text=text.text.replace("fyra procentenheter", f"två {SCRIPT}")))
    own = Block("", "text", "## Läget\n\nEget.\n\n• en punkt", note="Egen källa")
    draft = editing.add_blocks(draft, heading, [own, Block("", "figure", "Antal byar: 14", note="Egen räkning")])
    store.begin_draft(replace(draft, headings=(draft.headings[3], *draft.headings[:3], *draft.headings[4:])))
