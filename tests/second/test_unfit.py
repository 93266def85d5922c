from __future__ import annotations

from tumen.records import Refused
from tumen.second.unfit import Unfit, shortened


def test_a_verdict_becomes_a_record_with_the_number_of_its_item():
    assert Unfit("unknown_kind", "abducted").refused(3) == Refused(
        reason="unknown_kind", words="abducted", item=3
    )


def test_words_are_shortened_and_lists_only_named():
    deep: object = []
    for _ in range(10_000):
        deep = [deep]

    assert shortened("a" * 300) == "a" * 199 + "…"
    assert shortened(7) == "7"
    assert shortened(deep) == "list"
