"""Made-up reports as PDF files, through Chromium or WeasyPrint."""

from playwright.sync_api import Browser

from tests.ingest.styles.report import Made


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
