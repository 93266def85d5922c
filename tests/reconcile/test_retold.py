from dataclasses import replace

import pytest

from tests.build import a_report
from tests.reconcile.situation import REPORT, from_origins, named, outcome, said
from tumen.records import Basis, Claim, Contradiction, Distortion, Report, Retelling

OTHER = a_report("Another paper.", published="2020-10-30", name="b.txt")


def retold(parent: Claim, child: Claim, distortion: str) -> tuple[Contradiction, ...]:
    parent, child = named("c-parent", parent), named("c-child", replace(child, report=OTHER.id))
    lineage = replace(
        from_origins(("c-parent", "c-child")),
        retellings=(
            Retelling(
                child="c-child",
                parent="c-parent",
                basis=Basis.CITED,
                distortions=(
                    Distortion(type=distortion, child=child.passage, parent=parent.passage),
                ),
            ),
        ),
    )
    result = outcome(parent, child, lineage=lineage, reports=(REPORT, OTHER), as_of="2020-10-31")
    return result.contradictions


@pytest.mark.parametrize(
    ("child", "distortion", "type_", "gap"),
    [
        (said("returned", 33), "kind_swapped", "kind_conflict", 0),
        (said("arrested", 33, 39), "actor_swapped", "actor_conflict", 0),
        (said("arrested", 71), "overlap_double_counted", "arithmetic", 0),
    ],
)
def test_what_changed_on_the_way_and_cannot_hold_is_a_contradiction(
    child: Claim, distortion: str, type_: str, gap: int
) -> None:
    (found,) = retold(said("arrested", 33), child, distortion)

    assert (found.type, found.gap) == (type_, gap)
    assert set(found.claims) == {"c-parent", "c-child"}


@pytest.mark.parametrize(
    ("child", "distortion"),
    [
        (said("arrested", 33), "date_reanchored"),
        (said("arrested", 33), "kind_swapped"),
        (said("arrested", 33, 39), "approximator_dropped"),
    ],
)
def test_what_can_still_hold_is_none(child: Claim, distortion: str) -> None:
    assert retold(said("arrested", 33), child, distortion) == ()


def test_a_status_does_not_contradict_the_people_it_is_about():
    assert retold(said(low=20), said("return_refused", 20), "kind_swapped") == ()


def test_people_may_be_held_on_many_days() -> None:
    assert retold(said(low=20), said(low=20, on="2020-10-01"), "date_reanchored") == ()


def test_what_comes_of_people_does_not_contradict_what_is_planned_for_them() -> None:
    assert retold(said("returned", 13), said("at_risk", 13), "kind_swapped") == ()


def test_who_tells_of_arrest_and_return_tells_one_after_the_other() -> None:
    parent, child = named("c-1", said("arrested", 51)), named("c-2", said("returned", 51))
    child = replace(child, report=OTHER.id)
    both = named("c-3", replace(said("arrested", 51, 59), report=OTHER.id))
    link = Distortion(type="kind_swapped", child=child.passage, parent=parent.passage)
    lineage = replace(
        from_origins(("c-1", "c-2", "c-3")),
        retellings=(Retelling(child="c-2", parent="c-1", basis=Basis.CITED, distortions=(link,)),),
    )

    for claims, found in (((parent, child), 1), ((parent, child, both), 0)):
        result = outcome(*claims, lineage=lineage, reports=(REPORT, OTHER), as_of="2020-10-31")
        assert len(result.contradictions) == found


def test_an_end_that_no_longer_stands_is_passed_over():
    lineage = replace(
        from_origins(("c-1",)),
        retellings=(Retelling(child="c-1", parent="c-gone", basis=Basis.CITED),),
    )

    assert outcome(named("c-1", said()), lineage=lineage).contradictions == ()


def redated(child: Claim, *because: str) -> list[tuple[str, set[str]]]:
    """Return the conflicts of 20 caught in early October, held then, and retold as *child*."""
    parent = named("c-parent", said(low=20, on=("2020-10-01", "2020-10-16"), group="g"))
    arrest = named("c-arrest", said("arrested", 20, on=("2020-10-01", "2020-10-10"), group="g"))
    child = named("c-child", replace(child, report=OTHER.id))
    link = Distortion(type="date_reanchored", child=child.passage, parent=parent.passage)
    lineage = replace(
        from_origins(("c-parent", "c-arrest", "c-child")),
        retellings=(
            Retelling(
                child="c-child",
                parent="c-parent",
                basis=Basis.SAME_EVENT,
                distortions=(link,),
                because=because,
            ),
        ),
    )
    result = outcome(
        parent, arrest, child, lineage=lineage, reports=(REPORT, OTHER), as_of="2020-10-31"
    )
    return [(c.type, set(c.claims)) for c in result.contradictions]


def test_a_moved_date_that_excludes_the_arrest_is_a_conflict_of_dates() -> None:
    # §3.8
    since_february = said(low=20, on=("2020-02-01", "2020-10-28"), since="2020-02-01")

    assert redated(since_february, "companion") == [("date_conflict", {"c-arrest", "c-child"})]
    assert redated(since_february) == []


def test_a_moved_date_that_excludes_nothing_is_none() -> None:
    assert redated(said(low=20, on=("2020-10-01", "2020-10-28")), "companion") == []
    since_october = said(low=20, on=("2020-10-01", "2020-10-28"), since="2020-10-01")
    assert redated(since_october, "companion") == []


def test_a_group_with_a_moved_date_is_not_added_to_itself() -> None:
    parent = named("c-parent", said("arrested", 20, on=("2020-10-01", "2020-10-10")))
    child = named("c-child", said(low=20, on="2020-10-28", since="2020-02-01", report=OTHER))
    result = outcome(
        parent,
        child,
        lineage=from_origins(("c-parent", "c-child")),
        reports=(REPORT, OTHER),
        as_of="2020-10-31",
    )
    lows = [b.low for b in result.bounds]
    lasting = [b.if_persistence.low for b in result.bounds if b.if_persistence]

    assert max(n or 0 for n in (*lows, *lasting)) == 20


def test_refused_and_unanswered_of_one_request_is_a_conflict() -> None:
    women = said("return_refused", 20, subject="defectors;women")
    (found,) = retold(women, said("return_unanswered", 20), "kind_swapped")

    assert found.type == "kind_conflict"
    assert "one request is told to be refused" in found.reason


def test_conflicts_of_two_times_are_no_parts_of_one_another() -> None:
    def year(kind: str, low: int, span: tuple[str, str], of: str, report: Report) -> Claim:
        return named(of, said(kind, low, on=span, report=report))

    whole, summer = ("2016-07-01", "2017-06-30"), ("2017-07-01", "2017-08-31")
    claims = [
        year("arrested", 51, whole, "a-1", REPORT),
        year("returned", 51, whole, "a-2", OTHER),
        year("arrested", 41, summer, "b-1", REPORT),
        replace(year("returned", 41, summer, "b-2", OTHER), subject="defectors;women"),
    ]
    by_name = {claim.id: claim for claim in claims}
    lineage = replace(
        from_origins(tuple(by_name)),
        retellings=tuple(
            Retelling(
                child=child,
                parent=parent,
                basis=Basis.CITED,
                distortions=(
                    Distortion(
                        type="kind_swapped",
                        child=by_name[child].passage,
                        parent=by_name[parent].passage,
                    ),
                ),
            )
            for child, parent in (("a-2", "a-1"), ("b-2", "b-1"))
        ),
    )
    result = outcome(*claims, lineage=lineage, reports=(REPORT, OTHER), as_of="2020-10-31")

    assert [set(c.claims) for c in result.contradictions] == [{"a-1", "a-2"}, {"b-1", "b-2"}]
