from dataclasses import replace

from tests.reconcile.situation import ends, flow, held, named, outcome, said


def test_a_case_without_numbers_has_no_bounds():
    assert outcome(said("border_closed", None, None, at="CN")).bounds == ()


def test_flows_are_bounded_over_the_periods_claimed():
    result = outcome(
        named("c-1", said("arrested", 20, on=("2020-10-01", "2020-10-10"))),
        named("c-2", said("returned", None, 5, on=("2020-09-01", "2020-09-30"))),
    )

    assert ends(flow(result, into="detained")) == (20, None)
    assert ends(flow(result, by="returned")) == (0, 5)
    assert flow(result, by="returned").high_claims == ("c-2",)


def test_the_bounds_of_women_are_those_of_all():
    result = outcome(replace(said(low=20), subject="women"))

    assert {b.quantity.subject for b in result.bounds} == {None}
    assert ends(held(result, "CN-JL")) == (20, None)


def test_helpers_are_bounded_apart():
    result = outcome(
        named("c-1", said(low=200)), replace(named("c-2", said(low=5)), subject="helpers")
    )
    helpers = [b for b in result.bounds if b.quantity.subject == "helpers"]

    assert held(result, "CN-JL").low == 200
    assert {(b.quantity.place, b.low) for b in helpers} == {
        ("CN", 5),
        ("CN-JL", 5),
        ("CN/unlisted", 0),
    }


def test_the_answers_keep_one_order():
    result = outcome(named("c-1", said(on="2020-10-05")), named("c-2", said(low=5, at="CN-LN")))
    stocks = [b.quantity for b in result.bounds if b.quantity.measure == "stock"]

    assert [(q.place, str(q.day)) for q in stocks] == sorted((q.place, str(q.day)) for q in stocks)
