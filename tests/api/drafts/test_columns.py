"""How wide columns are made, and which of them are numbers."""

import pytest

from api.drafts.document.columns import numeric, widths

#: The width of an A4 page's text, in EMU.
WHOLE = 5_760_000


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        (("Kommun", "2023"), [("Älvhamra", "95"), ("Ö", "7")]),
        ((), [("a", "b", "c")]),
        (("Mått",), [("",)]),
        (tuple(f"K{number}" for number in range(30)), [("1 012 000",) * 30]),
    ],
)
def test_columns_fill_the_whole(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    made = widths(header, rows, WHOLE)
    assert len(made) == len(rows[0])
    assert sum(made) == WHOLE
    assert min(made) > 0


def test_a_long_word_and_a_grouped_number_have_room_before_long_lines_do() -> None:
    line = "Andel hushåll med tillgång till eller absolut närhet till bredband om 100 Mbit/s"
    word, said, number = widths(("Framgångsfaktor", "Styrmått", "Utfall"), [("Resor", line, "1 012 000")], WHOLE)
    assert said > word > number
    narrow = widths((), [("1 012 000", "ett två tre fyra fem sex sju åtta nio tio")] * 2, 1_000_000)
    split = widths((), [("1 a 012 a 000", "ett två tre fyra fem sex sju åtta nio tio")] * 2, 1_000_000)
    assert narrow[0] > 1.5 * split[0]


def test_columns_of_numbers_are_told_by_every_cell() -> None:
    rows = [("Älvhamra", "1 012 000", "95 %", "9"), ("Länet", "−12,4", "..", "ca nio"), ("Riket", "", "-", "8")]
    assert numeric(rows) == [False, True, True, False]
    assert numeric([("", "-")]) == [False, False]
