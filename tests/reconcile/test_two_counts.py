"""§3.8: two counts, days apart, of which one is above the most of the other."""

from __future__ import annotations

from tests.reconcile.situation import named, outcome, said
from tumen.records import Claim, Hop, HopType, Reconciliation

FIRST, SECOND = "2020-10-08", "2020-10-12"


def counts(*claims: Claim) -> list[tuple[str, tuple[str, ...], int]]:
    """Return the contradictions of claims of separate speakers."""
    numbered = [named(f"c-{at}", claim) for at, claim in enumerate(claims, start=1)]
    found: Reconciliation = outcome(*numbered)
    return [(c.type, c.assumptions, c.gap) for c in found.contradictions]


def held(low: int | None, high: int | None = None, *, on: str, by: str, **how: object) -> Claim:
    if low is not None and high is None:
        high = low
    speaker = (Hop(name=by, type=HopType.ANONYMOUS, cue=None, passage=None),)
    return said("detained", low, high, on=on, attribution=speaker, **how)  # type: ignore[arg-type]


def test_a_count_above_the_most_of_another_is_a_conflict_unless_people_left() -> None:
    found = counts(held(700, 900, on=FIRST, by="A"), held(None, 299, on=SECOND, by="B"))

    assert found == [("count_conflict", ("persistence",), 401)]


def test_a_bare_number_sets_no_most() -> None:
    assert counts(held(700, on=FIRST, by="A"), held(300, on=SECOND, by="B")) == []


def test_counts_that_meet_or_are_of_another_place_or_season_are_none() -> None:
    most = held(None, 299, on=SECOND, by="B")

    assert counts(held(250, on=FIRST, by="A"), most) == []
    assert counts(held(700, on=FIRST, by="A", at="CN-LN"), most) == []
    assert counts(held(700, on="2020-08-01", by="A"), most) == []


def test_where_enough_are_told_to_have_left_nothing_is_wrong() -> None:
    gone = said("returned", 450, on="2020-10-10")
    most = held(None, 299, on=SECOND, by="B")

    assert counts(held(700, on=FIRST, by="A"), gone, most) == []
    few = said("returned", 20, on="2020-10-10")
    assert len(counts(held(700, on=FIRST, by="A"), few, most)) == 1
