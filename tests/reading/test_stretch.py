from hypothesis import given, strategies as st

from tumen.reading.stretch import starts_before, within
from tumen.records import Span

SPANS = st.lists(
    st.builds(
        lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 9)
    ),
    max_size=20,
).map(sorted)


@given(SPANS, st.integers(0, 70), st.integers(0, 70))
def test_it_finds_what_a_walk_through_everything_finds(
    spans: list[Span], start: int, end: int
) -> None:
    assert within(spans, start, end) == [s for s in spans if start <= s.start and s.end <= end]
    assert starts_before(spans, start) == sum(s.start < start for s in spans)
