import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Box, Source, Span
from corpus.store.packing import FARTHEST, pack_sources, pack_spans, unpack_sources, unpack_spans

POINTS = st.integers(-100_000, 500_000).map(lambda hundredths: hundredths / 100)
BOXES = st.builds(Box, st.integers(1, 3000), POINTS, POINTS, POINTS, POINTS)
SPANS = st.builds(Span, st.integers(0, 2**30), st.integers(0, 2**30), BOXES)
PAGES = st.none() | st.integers(1, 3000)
SOURCES = st.builds(
    Source,
    PAGES,
    st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    st.lists(st.integers(1, 3000), max_size=4).map(tuple),
    st.lists(BOXES, max_size=4).map(tuple),
)


@given(st.lists(SPANS, max_size=30).map(tuple))
def test_spans_come_back(spans: tuple[Span, ...]) -> None:
    assert unpack_spans(pack_spans(spans)) == spans


@given(st.lists(SPANS, max_size=30).map(tuple), st.integers(0, 2**30), st.integers(0, 2**30))
def test_spans_within_a_stretch_are_those_that_have_a_character_there(
    spans: tuple[Span, ...], start: int, end: int
) -> None:
    inside = tuple(span for span in spans if span.end > start and span.start < end)
    assert unpack_spans(pack_spans(spans), (start, end)) == inside


@given(st.lists(SOURCES, max_size=10).map(tuple))
def test_sources_come_back(sources: tuple[Source, ...]) -> None:
    assert unpack_sources(pack_sources(sources)) == sources


def test_coordinates_are_rounded_to_hundredths() -> None:
    (span,) = unpack_spans(pack_spans([Span(0, 1, Box(1, 70.12345, 1 / 3, 71.999, 2 / 3))]))
    assert span.box == Box(1, 70.12, 0.33, 72.0, 0.67)


def test_no_coordinate_is_too_wild() -> None:
    (span,) = unpack_spans(pack_spans([Span(0, 1, Box(1, math.inf, -1e300, math.nan, 5.0))]))
    assert span.box == Box(1, FARTHEST, -FARTHEST, 0.0, 5.0)


def test_a_page_of_words_takes_a_fourth_of_its_integers() -> None:
    words = [(line, word) for line in range(40) for word in range(10)]
    spans = [
        Span(i * 7, i * 7 + 6, Box(3, 72 + word * 45.33, 90 + line * 14.2, 112.5 + word * 45.33, 101 + line * 14.2))
        for i, (line, word) in enumerate(words)
    ]
    assert len(pack_spans(spans)) < len(spans) * 28 / 4


@pytest.mark.parametrize("pages", [(), (1, 2)])
def test_a_source_without_boxes_is_small(pages: tuple[int, ...]) -> None:
    assert len(pack_sources([Source(1, None, pages)])) == 20 + 4 * len(pages)
