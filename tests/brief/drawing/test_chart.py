from __future__ import annotations

from datetime import date

from hypothesis import given, strategies as st

from tests.brief.drawing.parse import parsed
from tumen.brief.drawing.chart import chart_of, describe, span_of
from tumen.brief.words import load_words
from tumen.records import BoundPoint, Series

ENDS = st.one_of(st.none(), st.integers(0, 10**9))


def a_series(*points: tuple[str, int | None, int | None]) -> Series:
    return Series(
        place="CN-JL",
        name="Jilin",
        state="detained",
        what="people in detention",
        points=tuple(
            BoundPoint(day=date.fromisoformat(day), low=low, high=high) for day, low, high in points
        ),
    )


def test_an_open_end_fades_and_has_an_arrow_but_no_number(english):
    series = a_series(("2020-10-05", 200, None))
    drawn = chart_of(english, series, 1, (date(2020, 10, 5), date(2020, 10, 5)))

    assert 'fill="url(#fade-1-up)"' in drawn
    assert drawn.count('class="arrow"') == 1
    assert drawn.count('class="number"') == 1


def test_a_closed_bar_has_both_its_ends(english):
    series = a_series(("2020-10-05", 200, 800))
    drawn = chart_of(english, series, 1, (date(2020, 10, 5), date(2020, 10, 5)))

    assert 'class="bar"' in drawn
    assert ">200<" in drawn
    assert ">800<" in drawn


def test_the_drawing_is_told_in_words(english):
    series = a_series(("2020-10-05", 200, None), ("2020-11-05", 200, 800))

    assert describe(english, series) == (
        "Bounds over time: 5 October 2020: at least 200; 5 November 2020: 200 to 800."
    )


def test_all_drawings_share_their_days():
    series = (a_series(("2020-10-05", 1, 2)), a_series(("2020-11-05", 1, 2)))

    assert span_of(series) == (date(2020, 10, 5), date(2020, 11, 5))
    assert span_of(()) is None


@given(
    st.lists(st.tuples(st.dates(date(2019, 1, 1), date(2024, 1, 1)), ENDS, ENDS), min_size=1),
    st.sampled_from(["en", "ko"]),
)
def test_any_bounds_can_be_drawn(points, language):
    days = {}
    for day, low, high in points:
        ordered = high if low is None or high is None else max(low, high)
        days[day] = BoundPoint(day=day, low=low, high=ordered)
    series = Series(
        place="P", name="P", state="s", what="w", points=tuple(days[d] for d in sorted(days))
    )

    drawn = chart_of(load_words(language), series, 1, (min(days), max(days)))
    parsed(drawn)
