from __future__ import annotations

from dataclasses import replace

from tests.brief.case import (
    ALREADY,
    EXCEED,
    HELD,
    RECONCILIATION,
    REFUSED_KO,
    UNANSWERED,
    a_situation,
)
from tests.brief.conftest import Seen
from tumen.brief.disagreement import (
    assumption_words,
    contradiction_statements,
    ties_statements,
)
from tumen.brief.view import View
from tumen.records import Contradiction


def seen_with(seen: Seen, *contradictions: Contradiction) -> View:
    reconciliation = replace(RECONCILIATION, contradictions=contradictions)
    return seen(replace(a_situation(), reconciliation=reconciliation))


def test_a_contradiction_quotes_the_words_of_both_and_who_says_them(view):
    text = contradiction_statements(view)[0].text

    assert "“More than 1,000 people already” (NEWS Post Seven via Life Funds" in text
    assert "“expected to exceed 1,000 people”" in text
    assert text.endswith("cannot both be true.")


def test_words_in_another_language_come_after_what_they_say(seen):
    found = Contradiction(
        id="x", claims=(REFUSED_KO.id, UNANSWERED.id), type="kind_conflict", gap=0
    )
    text = contradiction_statements(seen_with(seen, found))[0].text

    assert text.startswith(
        "Daily NK via Gospel Prayer Newspaper: Return refused: “200여 명” (200 to 299) North Korean "
        f"defectors, Jilin (“{REFUSED_KO.passage.exact}”) and “about 20 people held since"
    )


def test_the_terms_on_which_it_is_one_are_named(view):
    text = contradiction_statements(view)[1].text

    assert "cannot all be true; they are 780 people apart. This holds only if:" in text
    assert "people are held only in the places that the reports name" in text


def test_a_claim_that_cannot_be_true_by_itself_stands_alone(seen):
    alone = Contradiction(id="x", claims=(HELD.id,), type="arithmetic", gap=1)

    (statement,) = contradiction_statements(seen_with(seen, alone))
    assert statement.text.endswith("cannot be true as it stands; it is 1 person off.")


def test_the_same_disagreement_is_told_once(seen):
    one = Contradiction(id="x", claims=(ALREADY.id, EXCEED.id), type="count_conflict", gap=0)

    assert len(contradiction_statements(seen_with(seen, one, replace(one, id="y")))) == 1


def test_ways_out_of_equal_weight_are_counted_and_none_preferred(view):
    (ties,) = ties_statements(view)

    assert ties.text.startswith("Setting aside any one of 2 groups of claims, all equally small,")
    assert set(ties.claims) == {ALREADY.id, EXCEED.id}


def test_one_way_out_is_no_tie(seen):
    reconciliation = replace(RECONCILIATION, corrections=((ALREADY.id,),))

    assert ties_statements(seen(replace(a_situation(), reconciliation=reconciliation))) == ()


def test_one_reading_of_one_claim_names_the_claim(view):
    words = assumption_words(view, f"{HELD.id}:exhaustive")

    assert words.endswith("for Held: 200 North Korean defectors, Jilin")


def test_an_assumption_without_words_keeps_its_name(view):
    assert assumption_words(view, "no_snow") == "no snow"
