from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from tests.build import a_report
from tumen.records import Period, Precision, Span

POINTS = st.integers(min_value=0, max_value=40)
# What breaks programs that count bytes or UTF-16 units instead of code points.
WORDS = st.text(alphabet=st.sampled_from("a 가한二百名𝔸é\u0301👩\u200d👧\n"), min_size=1)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(POINTS)
    return Span(start, start + 1 + draw(POINTS))


@given(text=WORDS, data=st.data())
def test_a_passage_equals_the_text_it_points_to(text: str, data: st.DataObject) -> None:
    report = a_report(text)
    start = data.draw(st.integers(min_value=0, max_value=len(text) - 1))
    end = data.draw(st.integers(min_value=start + 1, max_value=len(text)))
    passage = report.passage(start, end)

    assert passage.exact == report.text[passage.span.start : passage.span.end]
    assert passage.prefix + passage.exact + passage.suffix in report.text
    assert passage.report == report.id


@given(one=spans(), other=spans())
def test_two_spans_overlap_when_they_share_a_character(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))

    assert one.overlaps(other) == other.overlaps(one) == bool(shared)


@given(one=spans(), other=spans())
def test_a_span_contains_another_when_all_its_characters_are_inside(one: Span, other: Span) -> None:
    inside = set(range(other.start, other.end)) <= set(range(one.start, one.end))

    assert one.contains(other) == inside


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 2), (-1, 2)])
def test_a_span_that_is_empty_reversed_or_negative_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="A span needs 0 <= start < end"):
        Span(start, end)


def test_a_period_cannot_end_before_it_begins():
    with pytest.raises(ValueError, match="cannot end"):
        Period(first_day=date(2020, 10, 2), last_day=date(2020, 10, 1))


def test_a_period_with_one_end_is_resolved_and_one_with_none_is_not():
    since = Period(first_day=date(2020, 1, 1), last_day=None, precision=Precision.OPEN)
    unresolved = Period(first_day=None, last_day=None, precision=Precision.UNRESOLVED)

    assert since.resolved
    assert not unresolved.resolved
