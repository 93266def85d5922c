from tests.build import a_report
from tests.reconcile.situation import (
    REPORT,
    ends,
    expected,
    from_origins,
    headline,
    held,
    named,
    outcome,
    said,
)

OTHER = a_report("Another paper.", published="2020-10-28", name="b.txt")


def test_ties_are_all_listed_and_the_first_is_in_force():
    # §3.9
    result = outcome(
        named("c-1", said(low=200)),
        named("c-2", said(low=None, high=100, report=OTHER)),
        reports=(REPORT, OTHER),
    )

    assert result.corrections == (("c-1",), ("c-2",))
    assert result.set_aside == ("c-1",)
    assert ends(held(result, "CN-JL")) == (0, 100)


def test_a_daily_running_total_is_one_witness_and_not_many():
    totals = [named(f"c-{i}", said(low=200 + i, on="2020-10-28")) for i in range(3)]
    cap = named("c-cap", said(low=None, high=100, report=OTHER))

    result = outcome(
        *totals,
        cap,
        lineage=from_origins(("c-0", "c-1", "c-2"), ("c-cap",)),
        reports=(REPORT, OTHER),
    )

    assert set(result.corrections) == {("c-0", "c-1", "c-2"), ("c-cap",)}


def test_a_reading_is_lighter_than_a_claim():
    bare = named("c-1", said(low=100))
    more = named("c-2", said(low=150, report=OTHER))

    result = outcome(bare, more, on=("exhaustive",), reports=(REPORT, OTHER))

    assert result.corrections == (("c-1:exhaustive",),)
    assert (result.set_aside, result.relaxed) == ((), ("c-1:exhaustive",))
    assert ends(held(result, "CN-JL")) == (150, 150)


def test_a_headline_gives_way_before_its_body():
    result = outcome(
        named("c-1", expected(said(low=1001, high=None, at="CN"))),
        named("c-2", headline(said(low=1001, high=None, at="CN"))),
    )

    assert result.corrections == (("c-1",), ("c-2",))
    assert result.set_aside == ("c-2",)


def test_refused_against_unanswered_sets_no_number_aside():
    result = outcome(
        named("c-1", said("return_refused", 20)), named("c-2", said("return_unanswered", 20))
    )

    assert [c.type for c in result.contradictions] == ["kind_conflict"]
    assert (result.set_aside, result.corrections) == ((), ())


def test_nothing_said_is_nothing_to_settle():
    assert outcome().corrections == ()
