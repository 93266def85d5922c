from tests.reconcile.situation import day
from tests.reconcile.test_program import TREE, at_least, came, stock
from tumen.reconcile.asked import asked_flows, asked_stocks
from tumen.records import Quantity

JILIN = at_least(200, stock("CN-JL", "2020-10-01"))


def days_at(place: str, asked: tuple[Quantity, ...]) -> list[str]:
    return [str(q.day) for q in asked if q.place == place]


def test_a_place_is_asked_about_on_its_own_dates_and_as_of():
    asked = asked_stocks([JILIN], TREE, day("2020-10-28"))

    assert days_at("CN-JL", asked) == ["2020-10-01", "2020-10-28"]
    assert days_at("CN-LN", asked) == []


def test_the_area_and_its_unlisted_rest_are_asked_about_on_all_dates():
    liaoning = at_least(20, stock("CN-LN", "2020-10-05"))

    asked = asked_stocks([JILIN, liaoning], TREE, day("2020-10-28"))

    assert days_at("CN", asked) == ["2020-10-01", "2020-10-05", "2020-10-28"]
    assert days_at("CN/unlisted", asked) == days_at("CN", asked)


def test_without_a_day_nothing_is_asked_as_of():
    assert days_at("CN-JL", asked_stocks([JILIN], TREE, None)) == ["2020-10-01"]


def test_an_undated_claim_is_asked_about_at_its_moment():
    asked = asked_stocks([at_least(5, stock("CN-JL", None))], TREE, None)

    assert days_at("CN-JL", asked) == ["None"]


def test_flows_are_asked_about_as_claimed():
    flow = came("CN-JL", "2020-10-01", "2020-10-10")

    assert asked_flows([at_least(5, flow), at_least(6, flow), JILIN]) == (flow,)


def test_a_flow_since_the_beginning_is_not_asked_about() -> None:
    assert asked_flows([at_least(5, came("CN-JL", None, "2020-10-10"))]) == ()
    undated = came("CN-JL", None, None)
    assert asked_flows([at_least(5, undated)]) == (undated,)
