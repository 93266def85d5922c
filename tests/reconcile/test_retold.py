from dataclasses import replace

import pytest

from tests.build import a_report
from tests.reconcile.situation import REPORT, from_origins, named, outcome, said
from tumen.records import Basis, Claim, Contradiction, Distortion, Retelling

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
        (said("arrested", 31), "figure_changed", "count_conflict", 2),
        (said("returned", 33), "kind_swapped", "kind_conflict", 0),
        (said("arrested", 33, on="2020-10-27"), "date_reanchored", "date_conflict", 0),
        (said("arrested", 33, on="2020-10-27"), "actor_swapped", "actor_conflict", 0),
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
        (said("arrested", 33, None), "figure_changed"),
        (said("arrested", 33), "date_reanchored"),
        (said("arrested", 33), "kind_swapped"),
        (said("arrested", 30), "approximator_dropped"),
    ],
)
def test_what_can_still_hold_is_none(child: Claim, distortion: str) -> None:
    assert retold(said("arrested", 33), child, distortion) == ()


def test_a_status_does_not_contradict_the_people_it_is_about():
    assert retold(said(low=20), said("return_refused", 20), "kind_swapped") == ()


def test_people_may_be_held_on_many_days() -> None:
    assert retold(said(low=20), said(low=20, on="2020-10-01"), "date_reanchored") == ()


def test_refused_retold_as_unanswered_is_one_contradiction_in_all():
    found = retold(
        said("return_refused", 20, at="CN-LN"),
        said("return_unanswered", 20, at="CN-LN"),
        "kind_swapped",
    )

    assert [c.type for c in found] == ["kind_conflict"]


def test_an_end_that_no_longer_stands_is_passed_over():
    lineage = replace(
        from_origins(("c-1",)),
        retellings=(Retelling(child="c-1", parent="c-gone", basis=Basis.CITED),),
    )

    assert outcome(named("c-1", said()), lineage=lineage).contradictions == ()
