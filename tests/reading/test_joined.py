"""The words that a claim is anchored to."""

from __future__ import annotations

from tests.reading.reader import claims_in


def test_a_passage_shows_the_figure_and_what_is_said_of_it_a_sentence_later():
    text = "About 20 women were caught in Dandong. North Korea refused to take them back."
    refusal = next(c for c in claims_in(text) if c.kind == "return_refused")

    assert refusal.passage.exact.startswith("About 20 women")
    assert "refused to take them" in refusal.passage.exact


def test_a_figure_far_above_leaves_the_passage_to_the_words_that_point_back():
    between = "The city lies on the river and has a long history of trade with its neighbours. " * 6
    text = f"About 20 women were caught in Dandong. {between}North Korea refused to take them back."
    refusals = [c for c in claims_in(text) if c.kind == "return_refused"]

    assert all("About 20" not in c.passage.exact for c in refusals)
