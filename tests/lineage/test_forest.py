from __future__ import annotations

from hypothesis import given, strategies as st

from tests.lineage.world import MEDIA, OCTOBER, Telling, exactly, sketches
from tumen.lineage.evidence import Evidence
from tumen.lineage.forest import Groups, Link, choose_parents
from tumen.lineage.sketch import Sketch

MANY = sketches(
    *(
        Telling("RFA", f"2020-10-{11 + n}", name=f"{n}.txt").says(exactly(200), period=OCTOBER)
        for n in range(8)
    )
)


def link(
    child: Sketch, parent: Sketch, score: float = 5.0, codes: tuple[str, ...] = ("cited",)
) -> Link:
    return Link(child=child, parent=parent, evidence=Evidence(score=score, codes=codes))


def parents(*links: Link) -> dict[str, str]:
    return {chosen.child.id: chosen.parent.id for chosen in choose_parents(links)}


def test_the_parent_for_which_most_speaks_is_chosen():
    first, second, third = MANY[:3]

    chosen = parents(link(third, first, 4.0), link(third, second, 7.0))

    assert chosen == {third.id: second.id}


def test_of_parents_for_which_as_much_speaks_the_first_printed_is_chosen():
    first, second, third = MANY[:3]

    assert parents(link(third, second), link(third, first)) == {third.id: first.id}


def test_a_report_is_taken_to_retell_one_account_rather_than_two():
    source = Telling("Daily NK", "2020-10-16")
    source.says(exactly(20), by=(("RFA", MEDIA),)).says(exactly(20)).says(exactly(200))
    retold = Telling("BBC", "2020-10-31").says(exactly(20)).says(exactly(200))
    by_rfa, own, own_more, child, other = sketches(source, retold)

    chosen = parents(link(child, by_rfa, 5.2), link(child, own, 5.0), link(other, own_more))

    assert chosen[child.id] == own.id


def test_of_one_outlets_texts_the_one_that_is_retold_anyway_is_chosen():
    march = Telling("Daily NK", "2020-03-05").says(None, kind="border_closed")
    october = Telling("Daily NK", "2020-10-16").says(None, kind="border_closed").says(exactly(200))
    retold = Telling("BBC", "2020-10-31").says(None, kind="border_closed").says(exactly(200))
    old, own, own_more, child, other = sketches(march, october, retold)

    chosen = parents(link(child, old), link(child, own), link(other, own_more))

    assert chosen[child.id] == own.id


def test_the_pages_of_one_text_are_one_text():
    """A headline on the first page says just what is said; the body on the second hedges."""
    first = Telling("BBC", "2020-10-31", name="1").says(exactly(20))
    second = Telling("BBC", "2020-10-31", name="2").says(exactly(20))
    retold = Telling("KBS", "2020-11-05").says(exactly(20))
    headline, body, child = sketches(first, second, retold)

    for better, other in ((headline, body), (body, headline)):
        assert parents(link(child, better, 5.2), link(child, other, 5.0)) == {child.id: better.id}


@given(
    st.lists(
        st.tuples(st.integers(0, 7), st.integers(0, 7), st.floats(3, 9)).filter(
            lambda t: t[0] != t[1]
        ),
        max_size=40,
    )
)
def test_whatever_cites_whatever_the_answer_is_a_forest(
    drawn: list[tuple[int, int, float]],
) -> None:
    links = [link(MANY[child], MANY[parent], score) for child, parent, score in drawn]

    chosen = parents(*links)

    assert chosen == parents(*reversed(links))
    assert chosen.keys() <= {made.child.id for made in links}
    for claim in chosen:
        seen = [claim]
        while seen[-1] in chosen:
            seen.append(chosen[seen[-1]])
            assert len(seen) == len(set(seen))


def test_what_fits_only_a_copy_fits_by_chance():
    first, copy, other = MANY[:3]
    inferred = link(other, copy, 9.0, codes=("same_figure",))

    assert parents(link(copy, first), inferred) == {copy.id: first.id}
    assert parents(inferred) == {other.id: copy.id}


def test_what_is_cited_outweighs_what_is_inferred():
    first, second, third = MANY[:3]

    chosen = parents(link(third, first, 3.0), link(third, second, 9.0, codes=("same_figure",)))

    assert chosen == {third.id: first.id}


def test_a_ring_loses_its_weakest_link():
    a, b, c = MANY[:3]

    assert parents(link(a, b, 9.0), link(b, c, 8.0), link(c, a, 7.0)) == {a.id: b.id, b.id: c.id}


def test_groups_are_joined_once():
    groups = Groups()

    assert groups.join("a", "b")
    assert groups.join("c", "b")
    assert not groups.join("a", "c")
    assert len({groups.find(item) for item in "abc"}) == 1
    assert groups.find("d") == "d"
