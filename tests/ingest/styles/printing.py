"""Made-up reports as PDF files, through Chromium or WeasyPrint."""

import shutil
import subprocess
from collections.abc import Collection

from playwright.sync_api import Browser

from tests.ingest.styles.looks import FONTS
from tests.ingest.styles.report import Made


def installed_fonts() -> frozenset[str]:
    """The families of this machine; of those asked for, all where nobody can tell."""
    lister = shutil.which("fc-list")
    if lister is None:
        return frozenset(FONTS)
    listed = subprocess.run([lister, ":", "family"], capture_output=True, text=True, check=False).stdout
    return frozenset(name.strip() for line in listed.splitlines() for name in line.split(","))


def lacking(made: Made, installed: Collection[str]) -> list[str]:
    """Fonts that the report is set in and that are not installed: in another's widths it is another report."""
    return [name for name in FONTS if f"'{name}'" in made.html and name not in installed]


def printed(made: Made, browser: Browser) -> bytes:
    """The report as PDF, with bookmarks where it is to have them."""
    if made.engine == "weasyprint":
        import weasyprint

        return bytes(weasyprint.HTML(string=made.html).write_pdf() or b"")
    page = browser.new_page()
    try:
        page.set_content(made.html)
        return page.pdf(
            prefer_css_page_size=True, print_background=True, tagged="tagged" in made.engine, outline=made.bookmarks
        )
    finally:
        page.close()
