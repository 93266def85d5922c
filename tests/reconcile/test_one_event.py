from __future__ import annotations

from dataclasses import replace

from tests.build import a_report
from tests.reconcile.situation import REPORT, from_origins, named, outcome, said
from tumen.records import Claim, Lineage

OTHER = a_report("Another paper.", published="2020-10-30", name="b.txt")
TUMEN, DANDONG = "CN-JL-TM", "CN-LN-DD"


def types(*claims: Claim, origins: int = 1) -> list[tuple[str, set[str], int]]:
    """Return the conflicts of the claims, which have one origin or each its own."""
    numbered = [named(f"c-{i}", claim) for i, claim in enumerate(claims, start=1)]
    ids = tuple(c.id for c in numbered)
    lineage: Lineage = from_origins(ids) if origins == 1 else from_origins(*((c,) for c in ids))
    result = outcome(*numbered, reports=(REPORT, OTHER), lineage=lineage, as_of="2020-10-31")
    return [(c.type, set(c.claims), c.gap) for c in result.contradictions]


def here(low: int, **how: object) -> Claim:
    return said("arrested", low, **{"at": TUMEN, "on": "2020-10-08", **how})  # type: ignore[arg-type]


def there(low: int, **how: object) -> Claim:
    return here(low, report=OTHER, **how)


def test_one_event_with_two_numbers_is_a_conflict_of_counts() -> None:
    # §3.8
    assert types(here(12), there(10)) == [("count_conflict", {"c-1", "c-2"}, 2)]


def test_it_is_one_whoever_the_origins_are_where_place_and_days_are_close() -> None:
    assert types(here(12), there(10), origins=2) == [("count_conflict", {"c-1", "c-2"}, 2)]


def test_numbers_of_other_origins_must_be_nearer() -> None:
    assert len(types(here(100), there(55))) == 1
    assert types(here(100), there(55), origins=2) == []


def test_numbers_that_meet_are_none() -> None:
    assert types(here(12), there(12, high=19)) == []
    assert types(here(12), there(10, wording="about", high=12)) == []


def test_another_place_or_month_is_another_event() -> None:
    assert types(here(12), there(10, at=DANDONG)) == []
    assert types(here(12), there(10, on="2020-09-08")) == []


def test_the_whole_country_is_one_place_only_for_wholes_of_one_origin_and_time() -> None:
    whole = ("2020-10-08", "2020-10-13")
    wholes = here(33, at=("CN-JL", "CN-LN"), on=whole), there(31, at="CN", on=whole)

    assert [t for t, _, _ in types(*wholes)] == ["count_conflict"]
    assert types(*wholes, origins=2) == []
    assert types(here(33), there(31, at="CN", on=("2020-09-01", "2020-10-20"))) == []


def test_a_number_of_less_than_half_is_a_part_or_another_group() -> None:
    assert types(here(12), there(5)) == []


def test_who_tells_both_numbers_knows_of_two_groups() -> None:
    assert types(here(12), there(10), here(10, at="CN-JL")) == []


def test_of_two_groups_only_the_nearer_is_the_other_s() -> None:
    assert types(here(12), there(10), here(7)) == [("count_conflict", {"c-1", "c-2"}, 2)]


def test_one_event_on_two_days_is_a_conflict_of_dates() -> None:
    assert types(here(7), there(7, on="2020-10-09")) == [("date_conflict", {"c-1", "c-2"}, 0)]


def test_days_of_two_origins_or_that_are_told_loosely_conflict_in_nothing() -> None:
    assert types(here(7), there(7, on="2020-10-09"), origins=2) == []
    assert types(here(7), there(7, on=("2020-10-09", "2020-10-15"))) == []
    assert types(here(7), there(7, on="2020-10-28")) == []


def test_as_many_somewhere_in_the_country_on_another_day_may_be_others() -> None:
    assert types(here(12), there(12, at="CN", on="2020-10-12")) == []


def test_a_day_that_only_the_report_has_is_no_date() -> None:
    undated = replace(there(7), period=None)

    assert types(here(7, on="2020-10-28"), undated) == []


def test_two_of_three_people_are_too_few_to_be_known_again() -> None:
    assert types(here(3), there(3, on="2020-10-09")) == []


def test_as_many_women_are_the_same_people_and_other_numbers_of_women_are_not() -> None:
    assert [t for t, _, _ in types(here(7), there(7, subject="women", on="2020-10-09"))] == [
        "date_conflict"
    ]
    assert types(here(7), there(5, subject="women")) == []
    assert types(here(7), there(7, subject="helpers", on="2020-10-09")) == []


def test_a_state_told_weeks_apart_with_half_the_people_is_a_conflict_of_one_origin() -> None:
    held = said(low=92, at="CN", on="2020-10-08")
    left = said(low=46, at="CN", on="2020-10-18", report=OTHER)

    assert [t for t, _, _ in types(held, left)] == ["count_conflict"]
    assert types(held, left, origins=2) == []
    assert types(held, replace(left, period=None)) == []


def test_a_list_of_towns_may_lose_one_in_retelling() -> None:
    three, two = (TUMEN, DANDONG, "CN-JL-HL"), (TUMEN, DANDONG)

    assert [t for t, _, _ in types(here(33, at=three), there(31, at=two))] == ["count_conflict"]
    assert types(here(33, at=three), there(31, at=TUMEN)) == []
