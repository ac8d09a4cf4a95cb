"""`python -m tests.pictures`: read the sample reports, serve them, and take the pictures that the help page shows."""

import io
import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from api.knowledge import Knowledge
from corpus.settings import Settings
from ingest.pipeline import ingest
from tests.conftest import FLAGS, ROOT
from tests.web.conftest import serving
from tests.web.pages import INTERIM, REPORT, SEARCH
from web.app import create_app
from web.pages.guide import PICTURES, SIZE

#: Colours that a picture keeps: enough for pages of text, and a quarter of the bytes.
COLOURS = 96


#: Name of the picture → the address that it shows; the help page says which there are.
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
        with serving(create_app(settings)) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
            page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]}, base_url=address, locale="sv-SE")
            for name in PICTURES:
                take(page, VIEWS[name], ROOT / "web" / "static" / "pictures" / f"{name}.png")
            browser.close()


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
