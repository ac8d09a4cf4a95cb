"""Goal tables whose status is a coloured dot, as a browser prints them."""

import pytest
from playwright.sync_api import Browser

from corpus.settings import Settings
from ingest.document import TableBlock
from ingest.formats.pdf import read

DOTS = {"Bredband": "#2e8b57", "Resor": "#e0b000", "Service": "#c0182b"}
STYLE = "td,th{padding:4pt 8pt;text-align:left} i{display:inline-block;width:9pt;height:9pt;border-radius:50%}"
ROWS = "".join(
    f'<tr><td>{name}<td>{number}<td><i style="background:{color}"></i><td>egen uppgift'
    for number, (name, color) in enumerate(DOTS.items(), start=7)
)


@pytest.mark.parametrize("rules", ["", "td,th{border:.5pt solid #888}"], ids=["open", "ruled"])
@pytest.mark.parametrize("tagged", [True, False], ids=["tagged", "untagged"])
def test_coloured_dots_are_named(browser: Browser, rules: str, tagged: bool) -> None:
    page = browser.new_page()
    page.set_content(
        f"<style>{STYLE}{rules}</style><h1>Rapport</h1><p>En text om året som gick och vad som hände under det.</p>"
        f"<table><tr><th>Mål<th>Utfall<th>Status<th>Källa{ROWS}</table>"
    )
    content = page.pdf(print_background=True, tagged=tagged)
    page.close()
    (table,) = (block for block in read(content, "a.pdf", Settings()).blocks if isinstance(block, TableBlock))
    assert [row[2] for row in table.rows] == ["● (grön)", "● (gul)", "● (röd)"]
