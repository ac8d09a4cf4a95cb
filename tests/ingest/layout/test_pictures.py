from dataclasses import replace

from ingest.layout.charts import charts_of, stray_labels
from ingest.layout.content import PageContent, Rectangle, Shape
from ingest.layout.measures import measure
from ingest.layout.pictures import pictures_of
from tests.ingest.layout.sheets import BODY, SMALL, typed, typed_lines

BODY_TEXT = [typed("en rad med löpande text som är bred nog för en spalt", 50, 600 + 14 * i, BODY) for i in range(8)]
CHART = Shape(Rectangle(60, 120, 260, 300), 0x336699, curved=True, points=40)


def test_a_chart_takes_its_labels_and_its_caption() -> None:
    lines = typed_lines(
        typed("2018", 100, 290, SMALL),
        typed("Diagram 1. Resande", 60, 325, SMALL),
        typed("Källa: SCB", 60, 340, SMALL),
        *BODY_TEXT,
    )
    page = PageContent(1, 595.0, 842.0, tuple(BODY_TEXT[0]), shapes=(CHART,))
    (picture,) = pictures_of(page, lines, [], measure([lines]))
    assert [line.text for line in picture.caption] == ["Diagram 1. Resande"]
    assert [line.text for line in picture.inside] == ["2018", "Källa: SCB"]
    assert picture.bottom > 340


def test_small_print_in_another_column_does_not_go_on_with_a_charts_source() -> None:
    chart = Shape(Rectangle(300, 120, 500, 300), 0x336699, curved=True, points=40)
    remark = ("Anm. Resor med buss och båt i hela länet,", "även skolskjutsar.")
    note = "2 En fotnot i den andra spalten."
    lines = typed_lines(
        *(typed(text, 300, 315 + 10 * i, SMALL) for i, text in enumerate(remark)),
        typed(note, 50, 332, SMALL),
        *BODY_TEXT,
    )
    page = PageContent(1, 595.0, 842.0, tuple(BODY_TEXT[0]), shapes=(chart,))
    (picture,) = pictures_of(page, lines, [], measure([lines]))
    assert [line.text for line in picture.inside] == list(remark)


def test_labels_beside_an_axis_belong_to_the_chart() -> None:
    lines = typed_lines(typed("100", 40, 200, SMALL), *BODY_TEXT)
    page = PageContent(1, 595.0, 842.0, tuple(BODY_TEXT[0]), shapes=(CHART,))
    (picture,) = pictures_of(page, lines, [], measure([lines]))
    assert [line.text for line in picture.inside] == ["100"]


def test_a_box_around_running_text_is_no_picture() -> None:
    lines = typed_lines(*BODY_TEXT)
    box = Shape(Rectangle(40, 580, 400, 720), 0xDDEEDD, curved=False, points=5)
    page = PageContent(1, 595.0, 842.0, tuple(BODY_TEXT[0]), shapes=(box,))
    assert pictures_of(page, lines, [], measure([lines])) == []


def _bar(x: float, height: float) -> Shape:
    return Shape(Rectangle(x, 300 - height, x + 20, 300), 0x336699, curved=False, points=5)


def test_bars_on_one_line_are_a_chart_with_all_its_labels() -> None:
    lines = typed_lines(
        *(typed(year, 80 + 60 * i, 312, BODY) for i, year in enumerate(("2018", "2019", "2020"))),
        *(typed(name, 80 + 60 * i, 326, SMALL) for i, name in enumerate(("Orten", "Byn", "Staden"))),
        typed("Figur 1. Resande", 60, 345, SMALL),
        *BODY_TEXT,
    )
    bars = tuple(_bar(80 + 60 * i, height) for i, height in enumerate((60, 90, 120)))
    page = PageContent(1, 595.0, 842.0, tuple(BODY_TEXT[0]), shapes=bars)
    (picture,) = pictures_of(page, lines, [], measure([lines]))
    assert [line.text for line in picture.inside] == ["2018", "2019", "2020", "Orten", "Byn", "Staden"]
    assert [line.text for line in picture.caption] == ["Figur 1. Resande"]


def test_the_unit_above_an_axis_belongs_to_the_chart() -> None:
    lines = typed_lines(
        typed("procent", 40, 170, SMALL),  # In a row with the key, as far to the left as nothing that is drawn.
        typed("2020", 140, 170, SMALL),
        *(typed(number, 62, 200 + 30 * i, SMALL) for i, number in enumerate(("100", "50"))),
        *BODY_TEXT,
    )
    bars = tuple(_bar(80 + 60 * i, height) for i, height in enumerate((130, 140, 110)))
    page = PageContent(1, 595.0, 842.0, tuple(BODY_TEXT[0]), shapes=bars)
    (picture,) = pictures_of(page, lines, [], measure([lines]))
    assert sorted(line.text for line in picture.inside) == ["100", "2020", "50", "procent"]


def test_shaded_cells_are_no_bars() -> None:
    cells = tuple(Shape(Rectangle(80 + 60 * i, 270 + i, 140 + 60 * i, 300), 0x336699, False, 5) for i in range(3))
    words = [typed(name, 85 + 60 * i, 290, BODY) for i, name in enumerate(("Orten", "Byn", "Staden"))]
    page = PageContent(1, 595.0, 842.0, tuple(w for row in words for w in row), shapes=cells)
    assert charts_of(page) == []


def test_a_curve_with_grid_lines_behind_it_is_a_chart() -> None:
    curve = Shape(Rectangle(100, 140, 300, 150), None, curved=True, points=5)
    grid = tuple(Rectangle(80, 100 + 40 * i, 320, 100.5 + 40 * i) for i in range(4))
    assert charts_of(PageContent(1, 595.0, 842.0, (), grid, (curve,))) == [Rectangle(80, 100, 320, 220.5)]
    assert charts_of(PageContent(1, 595.0, 842.0, (), grid[:1], (curve,))) == []


def test_signs_and_axis_labels_without_a_chart_stray() -> None:
    rows = [typed(str(n), 60, 100 + 20 * n, replace(BODY, size=6.0)) for n in range(5)]
    lines = typed_lines(*rows, typed("## ## ## ##", 60, 300), typed("2024-06-26", 60, 320), *BODY_TEXT)
    measures = measure([lines])
    assert [line.text for line in stray_labels(lines, measures)] == ["## ## ## ##", "0", "1", "2", "3", "4"]
    assert [line.text for line in stray_labels(lines[2:], measures)] == ["## ## ## ##"]


def test_areas_of_a_diagram_and_white_grounds_are_no_bars() -> None:
    areas = tuple(replace(_bar(80 + 60 * i, 60 + 30 * i), points=200) for i in range(3))
    grounds = tuple(replace(_bar(80 + 60 * i, 60 + 30 * i), color=0xFFFFFF) for i in range(3))
    assert charts_of(PageContent(1, 595.0, 842.0, shapes=(*areas, *grounds))) == []


def test_an_image_gives_up_the_margin_that_lies_under_text() -> None:
    text = [typed("en rad med löpande text som är bred nog för en spalt", 50, 110 + 14 * i, BODY) for i in range(3)]
    lines = typed_lines(
        *text, typed("och kort slut.", 50, 152, BODY), typed("Bild 3 – Läget", 50, 400, SMALL), *BODY_TEXT
    )
    image = Rectangle(40, 100, 400, 380)
    page = PageContent(1, 595.0, 842.0, tuple(BODY_TEXT[0]), images=(image,))
    (picture,) = pictures_of(page, lines, [], measure([lines]))
    assert [line.text for line in picture.caption] == ["Bild 3 – Läget"]
    assert 152 < picture.top < 160
