from __future__ import annotations

from itertools import pairwise

from tests.build import a_report
from tests.lineage.world import MEDIA, OCTOBER, Telling, exactly, traced
from tumen.lineage import trees
from tumen.records import Basis, Branch, Lineage, Origin, Retelling


def claims_of(branch: Branch) -> list[str]:
    return [branch.claim, *(claim for child in branch.children for claim in claims_of(child))]


def test_a_tree_shows_who_repeats_whom_in_the_order_of_printing():
    first = Telling("Daily NK", "2020-10-16").says(exactly(200), period=OCTOBER)
    later = Telling("SBS", "2020-10-20").says(
        exactly(200), period=OCTOBER, by=(("Daily NK", MEDIA),)
    )
    sooner = Telling("BBC", "2020-10-18").says(
        exactly(200), period=OCTOBER, by=(("Daily NK", MEDIA),)
    )
    told = (later, first, sooner)

    (tree,) = trees(
        traced(*told), [c for t in told for c in t.claims], [telling.report for telling in told]
    )

    assert tree.retelling is None
    assert claims_of(tree) == [telling.claims[0].id for telling in (first, sooner, later)]
    assert all(child.retelling and child.retelling.basis is Basis.CITED for child in tree.children)


def test_every_claim_stands_in_one_tree_and_the_fullest_tree_comes_first():
    lone = Telling("KBS", None).says(exactly(9), kind="arrived")
    first = Telling("Daily NK", "2020-10-16").says(exactly(200), period=OCTOBER)
    first.says(exactly(200), kind="return_refused", period=OCTOBER)
    told = (lone, first)
    claims = [claim for telling in told for claim in telling.claims]

    drawn = trees(traced(*told), claims, [telling.report for telling in told])

    assert sorted(c for tree in drawn for c in claims_of(tree)) == sorted(c.id for c in claims)
    assert [len(claims_of(tree)) for tree in drawn] == [2, 1]


def test_a_claim_with_a_second_parent_hangs_below_the_first():
    first, second = (Retelling(child="c", parent=up, basis=Basis.CITED) for up in ("a", "b"))
    origins = tuple(
        Origin(id=f"o-{claims[0]}", claims=claims, root=claims[0], speaker="")
        for claims in (("a", "c"), ("b",))
    )

    drawn = trees(Lineage(retellings=(first, second), origins=origins), [], [a_report()])

    assert [claims_of(tree) for tree in drawn] == [["a", "c"], ["b"]]


def test_a_very_long_line_is_no_trouble():
    names = [f"c-{n:05}" for n in range(5000)]
    lineage = Lineage(
        retellings=tuple(
            Retelling(child=child, parent=parent, basis=Basis.CITED)
            for parent, child in pairwise(names)
        ),
        origins=(Origin(id="o-1", claims=tuple(names), root=names[0], speaker=""),),
    )

    (tree,) = trees(lineage, [], [a_report()])

    depth = 1
    while tree.children:
        (tree,) = tree.children
        depth += 1
    assert depth == 5000
