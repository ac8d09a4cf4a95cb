from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from ingest.layout.columns import reading_order


@dataclass(frozen=True)
class Slab:
    name: str
    x0: float
    top: float
    x1: float
    bottom: float
    is_label: bool = False


def row(name: str, x0: float, x1: float, number: int, height: float = 10.0) -> Slab:
    top = 100.0 + 14 * number
    return Slab(name, x0, top, x1, top + height)


def names(items: list[Slab]) -> list[str]:
    return [one.name for flow in reading_order(items) for one in flow.items]


def test_left_column_is_read_before_the_right_one() -> None:
    left = [row(f"l{i}", 50, 280, i) for i in range(6)]
    right = [row(f"r{i}", 300, 530, i) for i in range(6)]
    assert names([*right, *left]) == [f"l{i}" for i in range(6)] + [f"r{i}" for i in range(6)]


def test_a_heading_over_both_columns_parts_them() -> None:
    upper = [row(f"a{i}", 50, 280, i) for i in range(4)] + [row(f"b{i}", 300, 530, i) for i in range(4)]
    heading = row("rubrik", 50, 500, 5)
    lower = [row(f"c{i}", 50, 280, i) for i in range(7, 11)] + [row(f"d{i}", 300, 530, i) for i in range(7, 11)]
    assert names([*upper, heading, *lower]) == (
        ["a0", "a1", "a2", "a3", "b0", "b1", "b2", "b3", "rubrik", "c7", "c8", "c9", "c10", "d7", "d8", "d9", "d10"]
    )


def test_a_short_heading_over_both_columns_parts_them_too() -> None:
    upper = [row(f"a{i}", 50, 280, i) for i in range(5)] + [row(f"b{i}", 300, 530, i) for i in range(5)]
    heading = row("rubrik", 50, 200, 6, height=16)
    lower = [row(f"c{i}", 50, 280, i) for i in range(8, 12)] + [row(f"d{i}", 300, 530, i) for i in range(8, 12)]
    read = names([*upper, heading, *lower])
    assert read.index("b4") < read.index("rubrik") < read.index("c8") < read.index("d8")


def test_a_lead_over_both_columns_keeps_its_short_last_line() -> None:
    lead = [row("lead0", 50, 530, 0), row("lead1", 50, 530, 1), row("lead2", 50, 90, 2)]
    columns = [row(f"{side}{i}", x, x + 230, i) for side, x in (("l", 50), ("r", 300)) for i in range(4, 10)]
    flows = reading_order([*columns, *lead])
    assert [one.name for one in flows[0].items] == ["lead0", "lead1", "lead2"]


def test_what_names_a_table_over_both_columns_stands_before_it() -> None:
    columns = [row(f"{side}{i}", x, x + 230, i) for side, x in (("l", 50), ("r", 300)) for i in range(5)]
    columns.append(row("r5", 300, 420, 5))
    heading, caption = row("rubrik", 50, 200, 8, height=14), row("namn", 50, 200, 10)
    table = row("tabell", 50, 530, 11, height=80)
    assert names([table, caption, heading, *columns])[-4:] == ["r5", "rubrik", "namn", "tabell"]
    # A column's own last line is as near to what stands above it.
    assert names([table, *columns, row("r6", 300, 420, 6), row("r7", 300, 420, 7), row("r8", 300, 420, 8)])[5] == "r0"


def test_labels_that_end_with_colons_are_no_column() -> None:
    labels = [replace(row(f"etikett{i}", 50, 130, i), is_label=True) for i in range(5)]
    values = [row(f"v{i}", 150, 500, i) for i in range(5)]
    assert names([*labels, *values]) == [name for i in range(5) for name in (f"etikett{i}", f"v{i}")]


def test_labels_beside_texts_are_read_row_by_row() -> None:
    labels = [row("Risk:", 50, 90, 0), row("Sårbarhet:", 50, 110, 4)]
    texts = [row(f"t{i}", 150, 500, i) for i in (0, 1, 4, 5)]
    assert names([*labels, *texts]) == ["Risk:", "t0", "t1", "Sårbarhet:", "t4", "t5"]


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(5, 95), st.integers(0, 60)), max_size=25))
def test_nothing_is_lost_or_doubled(places: list[tuple[int, int, int]]) -> None:
    items = [row(str(i), x, x + width, number) for i, (x, width, number) in enumerate(places)]
    assert sorted(names(items)) == sorted(one.name for one in items)
