from ingest.layout.content import Word
from ingest.layout.lines import Line
from ingest.layout.running_lines import set_running_lines_aside
from tests.ingest.layout.sheets import BODY, SMALL, sheet, typed, typed_lines

#: Words that many sections of a report begin with.
OPENING = "Revisionen har granskat hur nämnden"
TOPICS = ("skolan", "vården", "vatten och avlopp", "gatorna i stan", "biblioteken")


def set_aside(pages: list[list[list[Word]]]) -> list[list[str]]:
    contents = [sheet(*rows, number=number) for number, rows in enumerate(pages, start=1)]
    lines: list[list[Line]] = [typed_lines(*rows, number=number) for number, rows in enumerate(pages, start=1)]
    return [[line.text for line in aside] for aside in set_running_lines_aside(contents, lines, BODY.size).aside]


def page(number: int, *extra: list[Word]) -> list[list[Word]]:
    return [
        typed(OPENING, 50, 60, BODY),
        typed(f"arbetar med {TOPICS[number - 1]} och vad det", 50, 74, BODY),
        typed(f"har lett till för {TOPICS[number - 1]}.", 50, 88, BODY),
        typed(f"{TOPICS[number - 1].capitalize()} får mer att göra.", 50, 102, BODY),
        typed("Region Prov, årsredovisning", 50, 780, SMALL),
        typed(str(number), 500, 780, SMALL),
        *extra,
    ]


def test_a_paragraph_that_begins_alike_on_every_page_stays() -> None:
    aside = set_aside([page(number) for number in range(1, 6)])
    assert aside == [["Region Prov, årsredovisning", str(number)] for number in range(1, 6)]


def test_an_address_below_the_footer_goes_with_it() -> None:
    pages = [page(1, typed("brev@region.example", 50, 792, SMALL)), *(page(number) for number in range(2, 6))]
    assert set_aside(pages)[0] == ["Region Prov, årsredovisning", "1", "brev@region.example"]


def test_a_heading_above_a_low_header_stays() -> None:
    heading = typed("Ekonomi", 50, 40, BODY)
    rows = [[typed("Kapitel", 300, 50, SMALL), typed(f"text {number} av många", 50, 300)] for number in range(1, 6)]
    rows[2].insert(0, heading)
    assert set_aside(rows) == [["Kapitel"]] * 5


def test_charts_that_stand_at_one_height_keep_their_names_and_units() -> None:
    def charts(number: int) -> list[list[Word]]:
        name = [typed(f"Diagram {number}. Antal {TOPICS[number - 1]}", 50, 60, SMALL), typed("Procent", 50, 70, SMALL)]
        return [*name, typed("Källor: Region Prov", 50, 250, SMALL), typed(f"Mer om {TOPICS[number - 1]}.", 50, 400)]

    assert set_aside([charts(number) for number in range(1, 6)]) == [[]] * 5


def test_rows_of_figures_at_one_height_stay_but_numbers_that_run_with_the_pages_go() -> None:
    pages = [
        [typed(f"{3 * number},4", 50, 120), typed(str(number + 7), 500, 780), *page(number)[:4]]
        for number in range(1, 6)
    ]
    assert set_aside(pages) == [[str(number + 7)] for number in range(1, 6)]


def test_a_date_on_every_page_goes() -> None:
    pages = [[typed("2024-03-19", 50, 40), *page(number)[:4]] for number in range(1, 6)]
    assert set_aside(pages) == [["2024-03-19"]] * 5


def test_a_page_number_that_stands_elsewhere_is_known_by_counting() -> None:
    pages = [[typed(f"Mer om {topic}.", 50, 400), typed(str(n), 500, 780)] for n, topic in enumerate(TOPICS, start=1)]
    last = [typed("6", 300, 800), typed("Året 2023 hade 52", 50, 500)]
    assert set_aside([*pages, last])[-1] == ["6"]
