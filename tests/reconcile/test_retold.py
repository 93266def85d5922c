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
