"""Tables in, tables out."""

import math
from datetime import UTC, date, datetime

import pytest

from tests.build import a_report
from tumen import pipeline, tables
from tumen.errors import FiguresError

PLACES: list[dict[str, object]] = [
    {"id": "P", "name": "Province", "parent": None},
    {"id": "P-a", "name": "A", "parent": "P"},
]
CLAIMS: list[dict[str, object]] = [
    {"id": "k1", "measure": "stock", "state": "detained", "place": "P-a", "day": date(2025, 1, 31),
     "low": 180, "high": math.nan, "origin": "o1"},
    {"id": "k2", "measure": "stock", "state": "detained", "place": "P",
     "day": datetime(2025, 1, 31, 9, tzinfo=UTC), "low": None, "high": 400.0, "origin": "o2"},
]  # fmt: skip


class Frame:
    """What a data frame is to us."""

    def __init__(self, rows: list[dict[str, object]]) -> None:
        self.rows = rows

    def to_dict(self, orient: str) -> list[dict[str, object]]:
        assert orient == "records"
        return self.rows


def test_rows_and_frames_give_the_same_flat_rows() -> None:
    told = tables.hold(CLAIMS, PLACES)

    assert tables.hold(Frame(CLAIMS), Frame(PLACES)) == told
    row = next(r for r in told.bounds if r["place"] == "P-a" and r["measure"] == "stock")
    assert (row["low"], row["high"], row["day"]) == (180, 400, date(2025, 1, 31))
    assert set(str(row["pinned_by"]).split()) == {"k1", "k2"}
    assert all(not isinstance(v, dict | list | tuple) for v in row.values())


def test_questions_and_limits_are_tables_too() -> None:
    ask: list[dict[str, object]] = [
        {"id": "a1", "measure": "stock", "state": "detained", "place": "P", "day": "2025-01-31"}
    ]
    limits: list[dict[str, object]] = [{"id": "l1", "kind": "capacity", "place": "P", "value": 300}]
    told = tables.hold(CLAIMS, PLACES, limits=limits, ask=ask)

    (row,) = told.bounds
    assert (row["id"], row["low"], row["high"]) == ("a1", 180, 300)


def test_claims_that_cannot_hold_together_are_a_row() -> None:
    over = [*CLAIMS, {**CLAIMS[0], "id": "k3", "low": 500, "origin": "o3"}]
    told = tables.hold(over, PLACES)

    assert [set(str(row["claims"]).split()) for row in told.contradictions] == [{"k2", "k3"}]
    assert told.set_aside


def test_a_value_that_cannot_be_is_named_with_table_and_row() -> None:
    wrong = [CLAIMS[0], {**CLAIMS[1], "place": "Q"}]

    with pytest.raises(FiguresError, match="claims, line 2: the place 'Q' is not among the places"):
        tables.hold(wrong, PLACES)


def test_a_situation_is_four_tables() -> None:
    report = a_report("About 20 defectors were arrested in Dandong on October 3, a source said.")
    background = pipeline.load_background("dprk-china")
    told = tables.told(pipeline.understand([report], background=background))

    (claim,) = told.claims
    assert (claim["kind"], claim["low"], claim["place"]) == ("arrested", 20, "CN-LN-dandong")
    assert str(claim["words"]) in report.text
    assert told.retellings == told.contradictions == ()
    assert any(row["into"] == "detained" and row["place"] == "CN-LN-dandong" for row in told.bounds)
