from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Box, Metadata, Page, Report, Section, Source, Span, Table
from corpus.swedish.sentences import split
from ingest.passages import passages, stretches

SENTENCE = "Kommunen byggde ut nätet. "


def report_of(sections: tuple[Section, ...], tables: tuple[Table, ...] = (), pages: tuple[Page, ...] = ()) -> Report:
    return Report(Metadata("R"), pages, sections, tables)


def pieces(text: str, limit: int) -> list[str]:
    return [text[start:end] for start, end in stretches(text, limit)]


def test_small_paragraphs_are_merged_and_large_ones_kept_whole() -> None:
    text = "Kort ett.\n\nKort två.\n\nEtt längre stycke som fyller ut raden.\n\nSlut."
    assert pieces(text, 44) == ["Kort ett.\n\nKort två.", "Ett längre stycke som fyller ut raden.", "Slut."]
    assert pieces(text, 45) == ["Kort ett.\n\nKort två.", "Ett längre stycke som fyller ut raden.\n\nSlut."]


def test_a_long_paragraph_is_cut_between_sentences_into_like_parts() -> None:
    text = (SENTENCE * 6).strip()
    parts = pieces(text, 110)
    assert parts == [(SENTENCE * 3).strip()] * 2


def test_a_list_stays_with_its_lead_in() -> None:
    text = "Inledande stycke som är långt nog.\n\nTre saker gjordes:\n\n• fiber\n• buss\n• bibliotek"
    assert pieces(text, 60) == [
        "Inledande stycke som är långt nog.",
        "Tre saker gjordes:\n\n• fiber\n• buss\n• bibliotek",
    ]


def test_a_list_that_must_be_cut_is_cut_between_items_and_never_after_its_lead_in() -> None:
    text = "Tre saker gjordes:\n\n" + "\n".join(f"• en punkt om sak nummer {n}" for n in range(6))
    parts = pieces(text, 80)
    assert parts[0].startswith("Tre saker gjordes:\n\n• en punkt")
    assert all(part.startswith("• ") for part in parts[1:])


def test_a_long_lead_in_keeps_its_first_item_though_the_parts_become_uneven() -> None:
    lead, item = "Under det gångna året genomfördes följande för länets byar:", "• en punkt om nät och bussar i byar"
    assert pieces(f"{lead}\n\n{item}\n{item}", 110) == [f"{lead}\n\n{item}", item]


def test_an_overlong_sentence_is_cut_after_a_clause_and_else_after_a_word() -> None:
    assert pieces("ord " * 6 + "slut, fortsatt mening utan slut", 36) == [
        "ord ord ord ord ord ord slut,",
        "fortsatt mening utan slut",
    ]
    assert pieces("abcdef ghijkl mnopqr", 14) == ["abcdef ghijkl", "mnopqr"]
    assert pieces("x" * 25, 10) == ["x" * 10, "x" * 10, "x" * 5]


words = st.sampled_from(["bredband", "i", "Övertorneå", "ca", "55 procent", "1 675 Mkr", "och", "x" * 40])
ends = st.sampled_from([". ", "? ", ", ", ": ", "\n\n", "\n• ", "\n2. ", " "])
texts = st.lists(st.tuples(words, ends), max_size=80).map(lambda parts: "".join(a + b for a, b in parts))


@given(texts | st.text(max_size=300), st.integers(20, 200))
def test_passages_cover_the_text_exactly_and_never_overlap(text: str, limit: int) -> None:
    borders = stretches(text, limit)
    assert all(before[1] <= after[0] for before, after in pairwise(borders))
    covered = {at for start, end in borders for at in range(start, end)}
    assert all(character.isspace() for at, character in enumerate(text) if at not in covered)
    for start, end in borders:
        assert text[start:end].strip() == text[start:end] != ""
        assert end - start <= limit


@given(texts, st.integers(60, 200))
def test_borders_are_those_of_sentences_unless_a_sentence_is_too_long(text: str, limit: int) -> None:
    sentences = split(text)
    for _, end in stretches(text, limit):
        inside = [(a, b) for a, b in sentences if a < end < b]
        assert all(b - a > limit or "\n" in text[a:b] for a, b in inside)


def test_passages_tell_their_place_and_path() -> None:
    line = [Box(5, 10 * n, 100, 10 * n + 8, 110) for n in range(2)]
    below = Box(6, 10, 20, 30, 30)
    text = "Fiber byggs. Klart."
    spans = (Span(0, 5, line[0]), Span(6, 12, line[1]), Span(13, 19, below))
    report = report_of(
        (
            Section("s1", None, 1, "Mål", ""),
            Section("s2", "s1", 2, "Nät", text, Source(5), spans),
        ),
        pages=(Page(5, "3", 1, 1, ""), Page(6, "4", 1, 1, "")),
    )
    (whole,) = passages(report)
    assert (whole.id, whole.section_id, whole.section_path, whole.text) == ("p1", "s2", ("Mål", "Nät"), text)
    assert whole.source == Source(5, "3", (5, 6), (Box(5, 0, 100, 18, 110), below))
    first, second = passages(report, limit=12)
    assert (first.source.pages, second.source) == ((5,), Source(6, "4", (6,), (below,)))


def test_a_table_is_passages_of_its_own_with_caption_and_header_repeated() -> None:
    rows = tuple((f"Kommun {n}", f"{n} %") for n in range(4))
    sources = tuple(Source(7 + n // 2, None, (7 + n // 2,), (Box(7, 0, n, 1, n + 1),)) for n in range(4))
    table = Table("t1", "s1", "Tabell 1", ("Kommun", "Andel"), rows, Source(7), sources)
    report = report_of((Section("s1", None, 1, "Nät", "Text."),), (table,), (Page(8, "6", 1, 1, ""),))
    text, first, second = passages(report, limit=50)
    assert text.table_id is None
    assert first.text == "Tabell 1\nKommun\tAndel\nKommun 0\t0 %\nKommun 1\t1 %"
    assert (first.table_id, first.start, first.end, first.section_path) == ("t1", 0, 2, ("Nät",))
    assert second.text == "Tabell 1\nKommun\tAndel\nKommun 2\t2 %\nKommun 3\t3 %"
    assert second.source == Source(8, "6", (8,), (Box(7, 0, 2, 1, 3), Box(7, 0, 3, 1, 4)))


def test_a_table_before_the_first_heading_and_one_without_rows_are_found() -> None:
    report = report_of((), (Table("t1", None, None, ("Mål", "Utfall"), ()),))
    (passage,) = passages(report)
    assert (passage.section_id, passage.text, passage.start, passage.end) == (None, "Mål\tUtfall", 0, 0)


@pytest.mark.parametrize("text", ["", "\n\n", " \t\n "])
def test_empty_text_makes_no_passage(text: str) -> None:
    assert passages(report_of((Section("s1", None, 1, "Tom", text),))) == ()
