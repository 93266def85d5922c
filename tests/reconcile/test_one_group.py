"""One group told by several papers at several places is not added up (§3.7)."""

from __future__ import annotations

from hypothesis import given, strategies as st

from tests.build import a_report
from tests.reconcile.situation import flow, from_origins, named, outcome, said
from tumen.records import Bound, Claim, Lineage, Report

PAPERS = tuple(a_report(f"Paper {n}.", published="2020-10-28", name=f"{n}.txt") for n in range(5))
TUMEN, DANDONG = "CN-JL-TM", "CN-LN-DD"
DAY = "2020-10-09"


def back(low: int, at: str, paper: int, on: str = DAY) -> Claim:
    return named(f"c-{paper}-{at}", said("returned", low, None, at=at, on=on, report=PAPERS[paper]))


def sent_back(
    *claims: Claim, lineage: Lineage | None = None, papers: tuple[Report, ...] = PAPERS
) -> Bound:
    """Return the bound of those sent back from all of China on the day."""
    asked = said("returned", 1, None, at="CN", on=DAY, report=papers[-1])
    result = outcome(*claims, named("c-all", asked), lineage=lineage, reports=papers)
    return flow(result, place="CN")


def test_as_many_from_two_towns_told_by_two_origins_may_be_one_group() -> None:
    bound = sent_back(back(500, TUMEN, 0), back(480, DANDONG, 1))

    assert bound.low == 480
    assert len(bound.low_claims) == 1


def test_a_report_that_tells_both_knows_of_two_groups() -> None:
    told_apart = back(500, TUMEN, 0), back(480, DANDONG, 0)

    assert sent_back(*told_apart).low == 980
    assert sent_back(*told_apart, back(490, TUMEN, 1), back(470, DANDONG, 2)).low == 980


def test_what_cannot_be_one_group_is_added_up() -> None:
    assert sent_back(back(500, TUMEN, 0), back(100, DANDONG, 1)).low == 600  # too far apart
    one_origin = from_origins((f"c-0-{TUMEN}", f"c-1-{DANDONG}"), ("c-all",))
    assert sent_back(back(500, TUMEN, 0), back(480, DANDONG, 1), lineage=one_origin).low == 980


def test_each_place_keeps_what_is_told_of_it() -> None:
    result = outcome(back(500, TUMEN, 0), back(480, DANDONG, 1), reports=PAPERS)

    assert flow(result, place=TUMEN).low == 500
    assert flow(result, place=DANDONG).low == 480


@given(
    truth=st.integers(min_value=10, max_value=1000),
    told=st.lists(
        st.tuples(st.sampled_from([TUMEN, DANDONG, "CN-JL", "CN-LN"]), st.integers(70, 100)),
        min_size=1,
        max_size=4,
    ),
)
def test_however_one_event_is_placed_no_more_than_it_had_is_concluded(
    truth: int, told: list[tuple[str, int]]
) -> None:
    claims = [
        back(max(4, truth * percent // 100), place, paper)
        for paper, (place, percent) in enumerate(told)
    ]

    low = sent_back(*claims).low

    assert low is not None
    assert low <= truth
