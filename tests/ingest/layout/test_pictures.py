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
