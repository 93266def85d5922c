# `typing.override` comes with Python 3.12 only.
# mypy: disable-error-code="explicit-override"

from dataclasses import fields, replace
from typing import ClassVar

from tests.build import a_report
from tests.reconcile.situation import (
    GAZETTEER,
    REPORT,
    a_codebook,
    alone,
    expected,
    headline,
    named,
    outcome,
    said,
)
from tumen.reconcile.disagreements import disagreements_of
from tumen.reconcile.place_tree import PlaceTree, place_tree
from tumen.reconcile.standing import standing_claims
from tumen.records import Claim, Contradiction, Report

OTHER = a_report("Another paper.", published="2020-10-28", name="c.txt")


def found(*claims: Claim, extra: tuple[Report, ...] = ()) -> tuple[Contradiction, ...]:
    numbered = [named(f"c-{i}", claim) for i, claim in enumerate(claims, start=1)]
    return outcome(
        *numbered, reports=tuple({r.id: r for r in (REPORT, OTHER, *extra)}.values())
    ).contradictions


def types(*claims: Claim, extra: tuple[Report, ...] = ()) -> list[tuple[str, tuple[str, ...], int]]:
    return [(c.type, c.claims, c.gap) for c in found(*claims, extra=extra)]


# --- within one report -------------------------------------------------------------------


def test_more_than_1000_already_against_expected_to_exceed_1000():
    # §3.8
    told = headline(said(low=1001, high=None, at="CN"))
    awaited = expected(said(low=1001, high=None, at="CN"))

    assert types(told, awaited) == [("headline_body", ("c-1", "c-2"), 1)]
    assert "only expects" in found(told, awaited)[0].reason


def test_in_one_part_of_a_report_it_is_a_conflict_of_counts():
    told, awaited = said(low=1001, high=None), expected(said(low=1001, high=None))

    assert types(told, awaited) == [("count_conflict", ("c-1", "c-2"), 1)]


def test_what_another_report_expects_may_have_come_true():
    awaited = expected(said(low=1001, high=None, report=OTHER))

    assert types(said(low=1001, high=None), awaited) == []


def test_fewer_now_than_expected_is_no_conflict():
    assert types(said(low=800), expected(said(low=1001, high=None))) == []


def test_a_headline_above_all_its_text_is_one():
    told = headline(said("arrested", 100, 100, at="CN"))

    assert types(told, said("arrested", 60, 80, at="CN")) == [("headline_body", ("c-1", "c-2"), 20)]
    assert types(told, said("arrested", 60, at="CN"), said("arrested", 40, at="CN")) == []


def test_parts_that_fall_short_of_a_headline_say_nothing_against_it():
    # 200 and 20 against 1,000 is no contradiction by itself
    told = headline(said(low=1001, high=None, at="CN"))

    assert types(told, said(low=200), said(low=20, at="CN-LN")) == []
    assert types(said(low=1000, at="CN"), said(low=200), said(low=20, at="CN-LN")) == []


def test_parts_beyond_their_whole_are_a_sum_gone_wrong():
    whole = said("arrested", 33, at="CN")
    parts = (said("arrested", 20), said("arrested", 15, at="CN-LN"))

    assert types(whole, *parts) == [("arithmetic", ("c-1", "c-2", "c-3"), 2)]


def test_parts_far_beyond_were_not_meant_to_be_its_parts():
    whole = said("arrested", 20, at="CN")

    assert types(whole, said("arrested", 18), said("arrested", 15, at="CN-LN")) == []


def test_a_whole_that_fits_clears_the_other():
    fits = said("arrested", 35, at="CN", wording="in all")
    parts = (said("arrested", 20), said("arrested", 15, at="CN-LN"))

    assert types(said("arrested", 33, at="CN"), fits, *parts) == []


def test_parts_of_another_time_are_no_parts():
    whole = said(low=None, high=33, at="CN", on="2020-10-27")

    assert types(whole, said(low=20), said(low=15, at="CN-LN")) == []


def test_acts_inside_the_time_of_the_whole_are_its_parts():
    whole = said("arrested", 33, at="CN", on=("2020-10-01", "2020-10-28"))
    parts = (said("arrested", 20), said("arrested", 15, at="CN-LN", on="2020-10-02"))

    assert [t for t, _, _ in types(whole, *parts)] == ["arithmetic"]


def test_a_refusal_says_nothing_against_as_many_who_are_thought_to_be_held() -> None:
    assert types(said("return_refused", 20), expected(said("detained", 20))) == []


def test_acts_that_are_expected_are_other_acts() -> None:
    assert types(said("arrested", 30), expected(said("arrested", 30))) == []


def test_who_is_counted_must_be_the_same():
    told = headline(said(low=1001, high=None, at="CN", subject="helpers"))

    assert types(told, expected(said(low=1001, high=None, at="CN"))) == []


def test_parts_of_one_place_on_days_of_their_own_are_added() -> None:
    whole = said("arrested", 33, at="CN", on=("2020-10-01", "2020-10-28"))
    parts = [said("arrested", n, on=f"2020-10-{n}") for n in (18, 17)]

    assert types(whole, *parts) == [("arithmetic", ("c-1", "c-2", "c-3"), 2)]


def test_a_breakdown_in_the_words_of_a_part_is_not_added() -> None:
    report = a_report(
        "In all 31 arrested: 20 (8 men and 12 women) and later 13.",
        published="2020-10-28",
        name="b.txt",
    )
    spans = {31: (0, 20), 20: (20, 45), 8: (24, 29), 13: (50, 58)}
    days: dict[int, str | tuple[str | None, str | None]] = {
        31: ("2020-10-01", "2020-10-28"),
        13: "2020-10-20",
    }
    claims = [
        replace(
            said(
                "arrested", n, at="CN", on=days.get(n, "2020-10-05"), report=report, group=f"g{n}"
            ),
            passage=report.passage(*spans[n]),
        )
        for n in spans
    ]

    assert types(*claims, extra=(report,)) == [("arithmetic", ("c-1", "c-2", "c-4"), 2)]


def test_parts_some_of_which_are_the_whole_are_no_sum_gone_wrong() -> None:
    # 51 in one year and 41 in the next are the 92; the 16 children are among them.
    whole = said("arrested", 92, at="CN", on=("2019-07-01", "2020-10-28"))
    parts = (
        said("arrested", 51, on=("2019-07-01", "2020-06-30"), at="CN"),
        said("arrested", 41, on=("2020-07-01", "2020-10-28"), at="CN"),
        said("arrested", 16, on="2020-07-01", at="CN-LN"),
    )

    assert types(whole, *parts) == []


def test_groups_of_one_place_and_day_prove_a_sum_wrong_only_where_there_are_three() -> None:
    report = a_report(
        "Held were 9, then 7; first 5, next 3, last 2.", published="2020-10-28", name="b.txt"
    )

    def arrested(number: int) -> Claim:
        start = report.text.index(str(number))
        claim = said("arrested", number, at="CN", report=report, group=f"g{number}")
        return replace(claim, passage=report.passage(start, start + 1))

    two = types(arrested(7), arrested(5), arrested(3), extra=(report,))
    three = types(*(arrested(n) for n in (9, 5, 3, 2)), extra=(report,))

    assert two == []
    assert three == [("arithmetic", ("c-1", "c-2", "c-3", "c-4"), 1)]


def test_a_group_that_left_before_it_came_is_a_conflict_of_dates() -> None:
    # §3.8
    gone = said("returned", 7, on="2020-10-03", group="g-1")
    came = said("arrested", 7, on="2020-10-09", group="g-1")

    assert types(gone, came) == [("date_conflict", ("c-1", "c-2"), 0)]
    assert "left before they came" in found(gone, came)[0].reason


def test_who_came_and_then_left_or_is_another_group_is_no_conflict() -> None:
    gone = said("returned", 7, on="2020-10-09", group="g-1")
    came = said("arrested", 7, on="2020-10-03", group="g-1")
    others = said("arrested", 7, on="2020-10-20", group="g-2")

    assert types(gone, came) == []
    assert types(gone, others) == []


class CountingTree(PlaceTree):
    """A tree of places that counts how often two places are compared."""

    asked: ClassVar[list[tuple[str, str]]] = []

    def related(self, one: str, other: str) -> bool:
        self.asked.append((one, other))
        return super().related(one, other)


def test_a_report_of_many_counts_is_not_held_against_itself_pair_by_pair() -> None:
    many = 200
    report = a_report("x" * many, published="2020-10-28")
    spell = ("2020-01-01", "2020-10-28")
    claims = [
        said(
            "arrested", n, on=spell, report=report, group=f"g-{n}", passage=report.passage(n, n + 1)
        )
        for n in range(2, many)
    ]
    standing = standing_claims(
        [report], claims, alone(*claims), codebook=a_codebook(), gazetteer=GAZETTEER, as_of=None
    )
    plain = place_tree((p for s in standing for p in s.places), "CN", GAZETTEER)
    tree = CountingTree(**{f.name: getattr(plain, f.name) for f in fields(plain)})

    assert disagreements_of(standing, tree) == ()
    assert len(tree.asked) <= 8 * many
