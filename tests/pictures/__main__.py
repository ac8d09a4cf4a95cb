"""`python -m tests.pictures`: read the sample reports, serve them, and take the pictures that the help page shows."""

import io
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from api.drafts import editing, starting
from api.drafts.borrowing import borrow
from api.knowledge import Knowledge
from corpus.model import Period
from corpus.settings import Settings
from corpus.store import Store
from ingest.pipeline import ingest
from tests.conftest import FLAGS, ROOT
from tests.web.conftest import serving
from tests.web.pages import INTERIM, REPORT, SEARCH
from web import links
from web.app import create_app
from web.pages.guide import PICTURES, SIZE

#: Colours that a picture keeps: enough for pages of text, and a quarter of the bytes.
COLOURS = 96


#: Name of the picture → the address that it shows; the help page says which there are. A draft's is known once it is
#: made.
VIEWS = {
    "search": SEARCH,
    "reader": f"{REPORT}?ord=bredband",
    "figures": f"/siffror?rapport={INTERIM}",
    "adding": "/lagg-till",
    "home": "/",
}


def main() -> None:
    """Make every picture anew.

    Raises:
        SystemExit: there is no Chromium to take them with.
    """
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("no program named chromium is installed to take the pictures with")
    samples = ROOT / "corpus" / "reports"
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data=Path(folder))
        with Knowledge.open(settings, create=True) as knowledge:
            reports = [file for file in samples.iterdir() if file.suffix in (".pdf", ".docx", ".txt")]
            ingest(reports, knowledge.store, knowledge.encoder, knowledge.publisher, settings)
            views = VIEWS | {"draft": a_draft(knowledge.store)}
        with serving(create_app(settings)) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
            page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]}, base_url=address, locale="sv-SE")
            page.goto(SEARCH)  # The first question waits for the model.
            for name in PICTURES:
                take(page, views[name], ROOT / "web" / "static" / "pictures" / f"{name}.png")
            browser.close()


def a_draft(store: Store) -> str:
    """The address of a draft's heading under which something is borrowed."""
    year = Period(date(2025, 1, 1), date(2025, 12, 31), "2025")
    report = store.resolve("arsredovisning-2022")
    draft = starting.from_report(store, report, "Årsredovisning 2025", year)
    section = next(one for one in store.sections(report) if one.heading == "Besöksnäring")
    heading = next(one for one in draft.headings if one.title == "Besöksnäring")
    draft = editing.add_blocks(draft, heading.id, borrow(store, f"text:{section.id}"))
    return links.draft(store.begin_draft(draft).id, rubrik=heading.id)


def take(page: Page, address: str, file: Path) -> None:
    """Take one picture."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.activeElement.blur()")
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    file.parent.mkdir(exist_ok=True)
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)


if __name__ == "__main__":
    main()
