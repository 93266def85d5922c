from __future__ import annotations

from tests.reconcile.figures import claim, outcome, stock
from tumen.reconcile.held_together import MOST_CLAIMS


def test_a_small_case_is_held_together_at_once_and_a_large_one_by_place():
    few, many = (
        [claim(f"k{i}", stock("A", "2025-01-01"), 1, None) for i in range(number)]
        for number in (3, MOST_CLAIMS + 1)
    )
    assert outcome(few).bounds[0].reach == "all"
    assert outcome(many).bounds[0].reach == "place"
