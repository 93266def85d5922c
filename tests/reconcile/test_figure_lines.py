from __future__ import annotations

from typing import Any

from tests.reconcile.figures import claim, figures, stock


def as_read(**more: Any) -> dict[str, Any]:
    return {
        "id": "c-1",
        "kind": "detained",
        "figure": {"low": 20, "high": 20, "approximate": True, "wording": "about"},
        "places": [{"id": "N", "role": "held"}, {"id": "A", "role": "held"}],
        "period": {"start": "2025-01-01", "end": "2025-01-10"},
    } | more


def test_a_claim_as_it_is_read_is_about_its_most_special_place_on_its_last_day():
    (read,) = figures([as_read()]).claims
    assert (read.quantity.place, str(read.quantity.day)) == ("A", "2025-01-10")
    assert (read.low, read.high) == (17, 23)


def test_a_claim_without_a_number_or_a_day_is_no_figure():
    lines = [as_read(figure=None), as_read(id="c-2", period=None), as_read(id="c-3")]
    assert [c.id for c in figures(lines).claims] == ["c-3"]


def test_each_claim_is_its_own_origin_unless_it_says_otherwise():
    lines = [
        claim("k1", stock("A", "2025-01-01"), 1, 2),
        claim("k2", stock("A", "2025-01-01"), 1, 2, origin="o"),
    ]
    assert [c.origin for c in figures(lines).claims] == ["k1", "o"]
