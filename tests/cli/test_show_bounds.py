from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.build import RECONCILED_NOTHING, a_claim, a_report
from tumen.cli.page import Page
from tumen.cli.show_bounds import allowed, interval, show_situation, standing
from tumen.cli.words import Words
from tumen.records import (
    Bound,
    Condition,
    Contradiction,
    Finding,
    Lineage,
    Measure,
    Quantity,
    Reading,
    Reconciliation,
    Situation,
    Standing,
)

REPORT = a_report("200 are held in Jilin. The border is closed.", name="news.txt")
HELD = a_claim(REPORT, words="200 are held in Jilin")
CLOSED = a_claim(REPORT, words="The border is closed", kind="border_closed", low=None, high=None)


NOTHING = replace(RECONCILED_NOTHING, as_of=date(2020, 11, 5))


def shown(words: Words, outcome: Reconciliation) -> str:
    situation = Situation(
        reports=(REPORT,),
        readings=(Reading(report=REPORT.id, read_by="test/1", claims=(HELD, CLOSED)),),
        lineage=Lineage(retellings=(), origins=()),
        reconciliation=outcome,
    )
    page = Page(terminal=False)
    show_situation(page, situation, words)
    return page.text


def test_a_bound_is_shown_with_the_words_that_pin_it(english):
    stock = Quantity(measure=Measure.STOCK, state="detained", place="CN-JL", day=date(2020, 10, 31))
    text = shown(
        english,
        replace(
            NOTHING, bounds=(Bound(quantity=stock, low=1200, high=None, low_claims=(HELD.id,)),)
        ),
    )

    assert "As of 2020-11-05" in text
    assert "Jilin" in text
    assert "2020-10-31" in text
    assert "at least 1,200" in text
    assert "news.txt:" in text


def test_an_interval_is_told_with_the_ends_that_it_has(english):
    stock = Quantity(measure=Measure.STOCK, state="detained", place="CN-JL", day=date(2020, 10, 31))
    told = [
        interval(Bound(quantity=stock, low=low, high=high), english)
        for low, high in ((5, None), (0, 9), (5, 9), (5, 5), (0, None))
    ]

    assert told == ["at least 5", "at most 9", "5 to 9", "5", "not known"]


def test_how_many_if_nobody_left_stands_beside_with_its_reasons(english):
    stock = Quantity(measure=Measure.STOCK, state="detained", place="CN-JL", day=date(2020, 10, 31))
    lasting = Bound(
        quantity=stock,
        low=41,
        high=None,
        low_claims=(HELD.id,),
        low_assumptions=("persistence",),
        standing=Standing.CORROBORATED,
    )
    bound = Bound(quantity=stock, low=17, high=None, if_persistence=lasting)
    text = " ".join(shown(english, replace(NOTHING, bounds=(bound,))).split())

    assert allowed(bound, english) == "at least 17 (at least 41 if nobody left unreported)"
    assert standing(bound) is Standing.SINGLE_SOURCE
    assert standing(replace(bound, low=0)) is Standing.CORROBORATED
    assert "[1] news.txt: “200 are held in Jilin” [2] Nobody was released" in text


def test_a_contradiction_is_shown_with_the_words_of_each_claim(english):
    found = Contradiction(
        id="x-1", claims=(HELD.id, CLOSED.id), type="headline_body", gap=1, reason="They differ."
    )
    text = shown(english, replace(NOTHING, contradictions=(found,), set_aside=(HELD.id,)))

    assert "What cannot all be true (1)" in text
    assert "1. The headline says more than the text: They differ." in text
    assert text.count("“200 are held in Jilin”") == 2
    assert "“The border is closed”" in text
    assert "Left out so that the rest can stand together (not: false)" in text


def test_the_board_says_the_state_since_when_and_by_whom(english):
    closed = Condition(
        indicator="border", state="closed", since="2020-01", claims=(CLOSED.id,), disputed=True
    )
    text = shown(english, replace(NOTHING, conditions=(closed,)))
    row = next(line for line in text.splitlines() if "since 2020-01" in line)

    assert "(disputed)" in row
    assert "A Paper" in row


def test_a_finding_is_shown_with_its_values(english):
    finding = Finding(id="f-1", code="unlisted_rest", claims=(HELD.id,), values={"rest": 780})

    assert "In no listed group: rest 780" in shown(english, replace(NOTHING, findings=(finding,)))


def test_an_assumption_given_up_is_named_with_its_claim(english):
    text = shown(
        english, replace(NOTHING, relaxed=(f"{HELD.id}:only_named_places", "nobody_unreported"))
    )

    assert "“200 are held in Jilin”" in text


def test_nothing_known_is_said_to_be_nothing(english):
    text = shown(english, replace(NOTHING, as_of=None))

    assert "As of no particular day" in text
    assert "No figure can be bounded" in text
    assert "No claims contradict each other." in text
    assert "Nothing is said about the border" in text


def test_a_flow_shows_its_days_and_where_people_went(english):
    flow = Quantity(
        measure=Measure.FLOW, into="arrived", place="KR", start=None, end=date(2020, 10, 31)
    )
    text = shown(english, replace(NOTHING, bounds=(Bound(quantity=flow, low=None, high=9),)))

    assert "→" in text
    assert "… –" in text
    assert "2020-10-31" in text


def test_a_row_that_says_nobody_or_more_is_left_out_for_people(english):
    stock = Quantity(measure=Measure.STOCK, state="detained", place="CN-JL", day=date(2020, 10, 31))

    assert "No figure can be bounded" in shown(
        english, replace(NOTHING, bounds=(Bound(quantity=stock, low=0, high=None),))
    )


def test_who_was_sent_back_is_not_shown_as_held(english):
    """A flow out by one way names the state it leaves too: the people are no longer in it."""
    flow = Quantity(
        measure=Measure.FLOW, state="detained", by="returned", place="CN", end=date(2020, 10, 31)
    )
    text = shown(english, replace(NOTHING, bounds=(Bound(quantity=flow, low=510, high=None),)))

    assert "sent back" in text
    assert "held" not in text
