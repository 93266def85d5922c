from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tests.lineage.world import codebook
from tumen.lineage.kinds import Kinds, Kinship, Likeness

KINDS = Kinds(codebook())


@pytest.mark.parametrize(
    ("one", "other", "kinship"),
    [
        ("detained", "detained", Kinship.SAME),
        ("return_notified", "return_refused", Kinship.ALIKE),
        ("arrested", "detained", Kinship.RELATED),
        ("at_risk", "returned", Kinship.RELATED),
        ("arrested", "arrived", Kinship.PEOPLE),
        ("other", "arrested", Kinship.PEOPLE),
        ("border_closed", "detained", Kinship.NONE),
        ("border_closed", "trade_banned", Kinship.NONE),
    ],
)
def test_kinds_are_as_near_as_the_states_and_flows_they_share(
    one: str, other: str, kinship: Kinship
) -> None:
    assert KINDS.kinship(one, other) is kinship


@given(st.sampled_from(sorted(codebook().kinds)), st.sampled_from(sorted(codebook().kinds)))
def test_kinship_is_mutual(one: str, other: str) -> None:
    assert KINDS.kinship(one, other) is KINDS.kinship(other, one)


def test_a_kind_that_the_codebook_does_not_know_is_about_people():
    assert KINDS.kinship("pushed_back", "detained") is Kinship.PEOPLE
    assert KINDS.is_open("pushed_back")
    assert KINDS.is_open("other")
    assert not KINDS.is_open("detained")


def test_what_lasts_what_happens_and_what_is_exchanged_are_told_apart():
    assert KINDS.is_stock("detained")
    assert KINDS.is_stock("at_risk")
    assert not KINDS.is_stock("return_notified")
    assert KINDS.is_flow("arrested")
    assert not KINDS.is_flow("at_risk")
    assert KINDS.is_exchange("return_refused")
    assert not KINDS.is_exchange("arrested")


def test_the_arrested_are_held_and_nobody_else_follows_so():
    assert KINDS.leads_into("arrested", "detained")
    assert not KINDS.leads_into("returned", "detained")
    assert not KINDS.leads_into("detained", "arrested")


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("defectors", "defectors", Likeness.SAME),
        ("defectors", "north_koreans", Likeness.SAME),
        ("defectors;women", "north_koreans;women", Likeness.SAME),
        ("defectors", "defectors;women", Likeness.PART),
        ("north_koreans", "defectors;women", Likeness.PART),
        ("defectors;women", "defectors;children", Likeness.OTHER),
        ("women", "children", Likeness.OTHER),
        ("women", "defectors;women", Likeness.SAME),
        ("north_koreans;women;children", "children", Likeness.PART),
        ("refugees", "returnees", Likeness.PART),
        ("defectors", "helpers", Likeness.OTHER),
        ("", "helpers", Likeness.SAME),
    ],
)
def test_people_are_as_near_as_the_groups_they_are_parts_of(
    one: str, other: str, likeness: Likeness
) -> None:
    assert KINDS.likeness(one, other) is likeness
    assert KINDS.likeness(other, one) is likeness


def test_an_answer_is_further_from_the_notification_than_the_plan_is() -> None:
    near = KINDS.steps_apart("return_notified", "at_risk")

    assert 0 < near < KINDS.steps_apart("return_notified", "return_refused")
    assert KINDS.steps_apart("return_refused", "return_notified") == KINDS.steps_apart(
        "return_notified", "return_refused"
    )


def test_kinds_of_no_common_row_of_the_board_are_no_steps_apart() -> None:
    assert KINDS.steps_apart("return_notified", "border_closed") == 0
    assert KINDS.steps_apart("return_notified", "unheard_of") == 0
    assert KINDS.steps_apart("detained", "return_notified") == 0
