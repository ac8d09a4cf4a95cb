"""Verification of quotes: what must be found, and above all what must never be."""

import re
import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from corpus.model import Box, Page, Source, Span
from corpus.quotes import Verifier, boxes_of, is_verbatim, locate

PAGE = """Regionens årsredovisning
Utbyggnaden av bredband gick framåt. I Över-
torneå har 55 procent av hushållen fått IT-
stöd, men målet nås inte under 2021. Små- och
medelstora företag fick 1 675 Mkr åren 2014-
2020, och resultatet blev –5 Mkr. Andelen var 7,5 procent och/
eller 12 procent.
\uf0b7 Fler tåg går
\uf0b7 Färre bussar går
14
"""

FOUND = [
    "Utbyggnaden av bredband gick framåt.",
    "I Övertorneå har 55 procent av hushållen fått IT-stöd, men målet nås inte under 2021.",
    "I Övertorneå har 55 procent",
    "I Över-torneå har",
    "I  Övertorneå\nhar\u00a055 procent",
    "I Över\u00adtorneå har",
    "Små- och medelstora företag fick 1 675 Mkr åren 2014-2020, och",
    "resultatet blev –5 Mkr.",
    "7,5 procent och/eller 12 procent",
    "7,5 procent och/ eller 12 procent",
    "• Fler tåg går\n• Färre bussar går",
    "Fler tåg går • Färre bussar går",
    "Fler tåg går",
    "IT-stöd",
    unicodedata.normalize("NFD", "I Övertorneå har 55 procent"),
]

NOT_FOUND = [
    "",
    "   ",
    "I Övertorneå har 56 procent av hushållen",
    "I Övertorneå har 5 procent av hushållen",
    "I Övertorneå har 55procent",
    "5 procent av hushållen",  # A number cut at its start,
    "7,5 procent och/eller 1",  # at its end,
    "Andelen var 7",  # before its decimals,
    "5 procent och/eller",  # and after the comma.
    "5 Mkr.",  # The minus lost.
    "2020, och resultatet",  # Half a period.
    "675 Mkr åren 20142020",
    "åren 20142020",
    "målet nås under 2021",
    "målet nås inte under 2020",
    "I Overtornea har 55 procent",
    "torneå har 55 procent",
    "bredban",
    "i Övertorneå har 55 procent",
    "Små-och medelstora",
    "Smoch medelstora",
    "Utbyggnaden av bredband gick framåt I Övertorneå",
]


@pytest.mark.parametrize("quote", FOUND)
def test_what_stands_on_the_page_is_found(quote: str) -> None:
    assert is_verbatim(quote, [PAGE])


@pytest.mark.parametrize("quote", NOT_FOUND)
def test_what_does_not_stand_there_is_not(quote: str) -> None:
    assert not is_verbatim(quote, [PAGE])


def test_decomposed_page_text_is_the_same_text() -> None:
    assert is_verbatim("I Övertorneå har 55 procent", [unicodedata.normalize("NFD", PAGE)])


def test_it_does_not_matter_on_which_of_the_pages() -> None:
    assert is_verbatim("Fler tåg går", ["Annat.", PAGE])
    assert not is_verbatim("Fler tåg går", [])


FIRST = "Region Nord\nÅret som gick\nMålet är att alla ska ha till-\nRegion Nord 14\n"
SECOND = "Region Nord\ngång till bredband.\nNästa mål är ett annat.\nRegion Nord 15\n"


def test_a_quote_goes_over_a_page_break_past_running_lines() -> None:
    assert is_verbatim("Målet är att alla ska ha tillgång till bredband.", [FIRST, SECOND])


def test_running_lines_that_differ_on_facing_pages_are_known_from_the_others() -> None:
    first = FIRST.replace("Region Nord 14", "Nords årsredovisning | 14")
    quote = "Målet är att alla ska ha tillgång till bredband."
    assert not is_verbatim(quote, [first, SECOND])
    assert is_verbatim(quote, [first, SECOND], ["Något.\nNords årsredovisning | 16"])


def test_a_footnote_may_come_between() -> None:
    first = "Målet är att alla ska ha\n1 Enligt överenskommelsen från 2019,\nsom förlängts.\n14\n"
    assert is_verbatim("Målet är att alla ska ha bredband.", [first, "bredband.\n"])
    assert is_verbatim("Målet är att alla ska ha bredband.", [first.replace("1 Enligt", "1\nEnligt"), "bredband.\n"])


@pytest.mark.parametrize("number", ["14", "- 14 -", "Sida 14", "sid 14 (26)", "14/26", "14 av 26", "14 [26]"])
def test_page_numbers_may_come_between(number: str) -> None:
    first = f"Målet är att alla ska ha\n{number}\n"
    assert is_verbatim("Målet är att alla ska ha bredband.", [first, f"{number}\nbredband.\n"])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Målet nås\ninte\n14", "under året.\n"),
        ("Målet nås inte\n14", "under året.\n"),
        ("Målet nås\n14", "inte\nunder året.\n"),
        ("Målet nås\n2014\n", "under året.\n"),
        ("Målet nås i\nLuleå men inte\n", "under året.\n"),
        ("Målet nås", "inte under året."),
    ],
)
def test_what_is_dropped_at_a_page_break_is_noticed(first: str, second: str) -> None:
    assert not is_verbatim("Målet nås under året.", [first, second])


def test_a_minus_at_the_page_break_is_noticed() -> None:
    assert is_verbatim("blev –5 Mkr", ["Resultatet blev\n", "–5 Mkr\n"])
    assert not is_verbatim("blev 5 Mkr", ["Resultatet blev\n", "–5 Mkr\n"])


def test_a_minus_at_a_line_s_start_is_no_list_mark() -> None:
    assert not is_verbatim("blev 5 Mkr", ["Resultatet blev\n–5 Mkr"])
    assert not is_verbatim("blev 5 Mkr", ["Resultatet blev\n- 5 Mkr"])
    assert is_verbatim("Vi ska • bygga • odla", ["Vi ska\n- bygga\n– odla"])


def test_pages_must_follow_each_other() -> None:
    assert not is_verbatim("ett två", ["ett\n", "tre\n", "två\n"])


ROWS = "Kommun Andel Mål\nLuleå 88 % 90 %\nÖvertorneå\n55 %\n80 %\nBoden 155 %\n"


@pytest.mark.parametrize("row", ["Luleå\t88 %\t90 %", "Övertorneå\t55 %\t80 %", "Luleå\t\t90 %", "Luleå\t88 %\t-"])
def test_a_row_stands_on_its_page_cell_by_cell(row: str) -> None:
    assert is_verbatim(row, [ROWS])


@pytest.mark.parametrize("row", ["Luleå\t89 %\t90 %", "90 %\t88 %", "Boden\t55 %", "\t\t", "Lule\t88 %"])
def test_a_row_with_other_cells_does_not(row: str) -> None:
    assert not is_verbatim(row, [ROWS])


def test_the_cells_of_a_row_stand_on_one_page() -> None:
    assert not is_verbatim("Luleå\t88 %", ["Luleå\n", "88 %\n"])


def test_the_verifier_says_the_same() -> None:
    verifier = Verifier([Page(14, "14", 0, 0, FIRST), Page(15, None, 0, 0, SECOND)])
    quote = "Målet är att alla ska ha tillgång till bredband."
    assert verifier.holds(quote, Source(14, "14", (14, 15)))
    assert not verifier.holds(quote, Source(14, "14", (14,)))
    assert not verifier.holds(quote, Source(99, None, (99,)))
    assert Verifier([Page(None, None, 0, 0, PAGE)]).holds("Fler tåg går", Source())


def test_a_quote_is_located_in_the_text_as_given() -> None:
    text = unicodedata.normalize("NFD", "Åre är en ort. I Över-\ntorneå bor många.")
    found = locate("I Övertorneå bor", text)
    assert found is not None
    assert unicodedata.normalize("NFC", text[slice(*found)]) == "I Över-\ntorneå bor"
    assert locate("I Luleå bor", text) is None


NOTED = (
    "Alla kommuner1 har en plan.2 Strategin (RUS)\n3\n\n. Den gäller CO2 och 7,5 procent, år 2\n4\nGäller* ej 21 maj.\n"
)


@pytest.mark.parametrize(
    ("quote", "marks"),
    [
        ("Alla kommuner har en plan.", "1"),
        ("Alla kommuner har en plan. Strategin (RUS). Den", "123"),
        ("år 2 Gäller ej 21 maj.", "124*"),
        ("Alla kommuner1 har en plan.2", "12"),
    ],
)
def test_a_quote_may_leave_out_note_marks(quote: str, marks: str) -> None:
    assert is_verbatim(quote, [NOTED], marks=marks)
    assert Verifier([Page(1, None, 0, 0, NOTED)], marks).holds(quote, Source(1, None, (1,)))


@pytest.mark.parametrize(
    ("quote", "marks"),
    [
        ("Alla kommuner har en plan.", ""),
        ("Alla kommuner har en plan.", "2a"),
        ("gäller CO2 och 7, procent", "5"),
        ("gäller CO2 och 7,5 procent, år Gäller", "124*"),
        ("ej 1 maj", "2"),
        ("ej maj", ("21",)),
    ],
)
def test_no_other_number_may_be_left_out(quote: str, marks: Sequence[str]) -> None:
    assert not is_verbatim(quote, [NOTED], marks=marks)
    assert not Verifier([Page(1, None, 0, 0, NOTED)], marks).holds(quote, Source(1, None, (1,)))


# A page of words and numbers, broken into lines at random.
LETTERS = st.text(alphabet="abcdeåäö", min_size=1, max_size=7)
NUMBERS = st.integers(0, 99_999).map(str)
WORDS = st.lists(LETTERS | NUMBERS, min_size=3, max_size=40)


@st.composite
def pages(draw: st.DrawFn) -> tuple[list[str], str]:
    words = draw(WORDS)
    return words, "".join(word + draw(st.sampled_from([" ", "\n", "  ", "\u00a0"])) for word in words)


@given(pages(), st.data())
def test_any_stretch_of_whole_words_is_found(page: tuple[list[str], str], data: st.DataObject) -> None:
    words, text = page
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    quote = " ".join(words[start:end])
    assert is_verbatim(quote, [text])
    found = locate(quote, text)
    assert found is not None
    assert text[slice(*found)].split() == words[start:end]


@given(pages(), st.data())
def test_a_word_broken_at_a_line_s_end_is_found_mended_and_not(
    page: tuple[list[str], str], data: st.DataObject
) -> None:
    words, text = page
    long = [word for word in words if word.isalpha() and len(word) > 3]
    assume(long)
    word = data.draw(st.sampled_from(long))
    cut = data.draw(st.integers(1, len(word) - 1))
    broken = re.sub(rf"\b{word}\b", f"{word[:cut]}-\n{word[cut:]}", text)
    assert is_verbatim(" ".join(words), [broken])
    assert (
        is_verbatim(" ".join(words).replace(word, f"{word[:cut]}-{word[cut:]}"), [broken])
        or words.count(word) > 1
        or (sum(word in other for other in words) > 1)
    )


@given(pages(), st.data())
def test_a_changed_digit_never_is(page: tuple[list[str], str], data: st.DataObject) -> None:
    words, text = page
    numbers = [index for index, word in enumerate(words) if word.isdigit()]
    assume(numbers)
    index = data.draw(st.sampled_from(numbers))
    place = data.draw(st.integers(0, len(words[index]) - 1))
    digit = data.draw(st.sampled_from("0123456789").filter(lambda d: d != words[index][place]))
    changed = words[index][:place] + digit + words[index][place + 1 :]
    assume(changed not in words)
    quote = " ".join([*words[:index], changed, *words[index + 1 :]])
    assert not is_verbatim(quote, [text])
    half = data.draw(st.integers(0, len(text)))
    assert not is_verbatim(quote, [text[:half], text[half:]])


@given(pages(), st.data())
def test_a_dropped_negation_or_year_never_is(page: tuple[list[str], str], data: st.DataObject) -> None:
    words, _ = page
    dropped = data.draw(st.sampled_from(["inte", "ej", "utan", "2021"]))
    assume(dropped not in words)
    place = data.draw(st.integers(1, len(words) - 1))
    lines = data.draw(st.sampled_from([" ", "\n"]))
    full = lines.join([*words[:place], dropped, *words[place:]])
    assert not is_verbatim(" ".join(words), [full])
    cut = full.index(dropped) + data.draw(st.sampled_from([0, len(dropped)]))
    assert not is_verbatim(" ".join(words), [full[:cut], full[cut:]])
    assert is_verbatim(" ".join([*words[:place], dropped, *words[place:]]), [full[:cut], full[cut:]])


def test_boxes_are_one_for_each_line() -> None:
    spans = (
        Span(0, 3, Box(1, 10, 100, 30, 110)),
        Span(4, 8, Box(1, 34, 101, 60, 111)),
        Span(9, 12, Box(1, 10, 114, 30, 124)),
        Span(13, 17, Box(2, 10, 50, 30, 60)),
    )
    assert boxes_of(0, 17, spans) == (Box(1, 10, 100, 60, 111), Box(1, 10, 114, 30, 124), Box(2, 10, 50, 30, 60))
    assert boxes_of(5, 9, spans) == (spans[1].box,)
    assert boxes_of(3, 4, spans) == ()
    assert boxes_of(12, 14, spans) == (spans[3].box,)
    assert boxes_of(0, 5, ()) == ()


def test_a_column_to_the_left_is_another_line() -> None:
    spans = (Span(0, 3, Box(1, 300, 100, 330, 110)), Span(4, 8, Box(1, 10, 100, 60, 110)))
    assert boxes_of(0, 8, spans) == (spans[0].box, spans[1].box)
