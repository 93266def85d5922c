"""Bad figures get one sentence that names the line and the value (§3.11)."""

from __future__ import annotations

import json

import pytest

from tests.reconcile.figures import PLACES, claim, lines, stock
from tests.reconcile.situation import a_codebook
from tumen.errors import FiguresError
from tumen.reconcile import FigureFiles, read_figures

GOOD = claim("k1", stock("A", "2025-01-10"), 1, 2)
QUANTITY = GOOD["quantity"]


def refused(*, claims: str = "", places: str = PLACES, limits: str = "", ask: str = "") -> str:
    files = FigureFiles(
        claims=("claims.jsonl", claims or lines([GOOD])),
        places=("places.csv", places),
        limits=("limits.toml", limits) if limits else None,
        ask=("ask.jsonl", ask) if ask else None,
    )
    with pytest.raises(FiguresError) as caught:
        read_figures(files, a_codebook())
    return str(caught.value)


@pytest.mark.parametrize(
    ("bad", "named"),
    [
        (claim("k2", stock("Z", "2025-01-10"), 1, 2), "'Z'"),
        (claim("k2", QUANTITY, 5, 2), "'low' is 5"),
        (claim("k2", QUANTITY, -1, 2), "-1"),
        (claim("k2", QUANTITY, 1, 10**18), "1000000000000000000"),
        (claim("k2", QUANTITY, float("nan"), 2), "nan"),
        (claim("k2", QUANTITY, float("inf"), None), "inf"),
        (claim("k2", stock("A", "2025-02-30"), 1, 2), "2025-02-30"),
        (claim("k2", stock("A", "9999-12-31"), 1, 2), "9999-12-31"),
        (claim("k1", QUANTITY, 1, 2), "'k1'"),
        (claim("k2", QUANTITY, True, 2), "True"),
        (claim("k2", QUANTITY, 1, 2, reading="maybe"), "'maybe'"),
        (claim("k2", QUANTITY, 1, 2, weight=0), "0"),
        (claim("k2", {**QUANTITY, "measure": "area"}, 1, 2), "'area'"),
        ({"id": "k2", "figure": {"low": 1}}, "quantity"),
    ],
)
def test_a_bad_claim_is_named_with_its_line(bad: dict[str, object], named: str) -> None:
    sentence = refused(claims=lines([GOOD, bad]))
    assert sentence.startswith("claims.jsonl, line 2: ")
    assert named in sentence


def test_a_line_that_is_no_json_is_named():
    assert refused(claims=json.dumps(GOOD) + "\n{oops\n").startswith("claims.jsonl, line 2: '{oops")


@pytest.mark.parametrize("empty", ["\n", " \n\n"])
def test_an_empty_file_is_refused(empty: str) -> None:
    assert refused(claims=empty) == (
        "claims.jsonl: it is empty; it should have one JSON object a line."
    )


@pytest.mark.parametrize(
    ("places", "told"),
    [
        ("id,name,parent\nA,A,B\nB,B,A\n", "places.csv, line 2: the place 'A' is its own ancestor"),
        ("id,name,parent\nA,A,A\n", "places.csv, line 2: the place 'A' is its own ancestor"),
        ("id,name,parent\nA,A,\nA,A,\n", "places.csv, line 3: the place 'A' is listed twice"),
        ("id,name,parent\nA,A,X\n", "places.csv, line 2: 'X', the parent of 'A', is not listed"),
        ("id,name,parent\nA,A,,perhaps\n", "places.csv, line 2: the fourth column says 'perhaps'"),
        ("id,name,parent\n", "places.csv: it lists no place"),
    ],
)
def test_a_bad_table_of_places_is_named(places: str, told: str) -> None:
    assert told in refused(places=places)


@pytest.mark.parametrize(
    ("limits", "told"),
    [
        ('[[limit]]\nplace="Z"\nkind="capacity"\nvalue=1', "limits.toml, limit 1: the place 'Z'"),
        ('[[limit]]\nplace="A"\nkind="room"\nvalue=1', "'room'"),
        ('[[limit]]\nplace="A"\nkind="capacity"\nvalue=nan', "nan"),
        ('[[limit]]\nplace="A"\nkind="arrivals"\nsigma=-2\nrho=1', "-2"),
        ('[[limit]]\nid="k1"\nplace="A"\nkind="capacity"\nvalue=1', "'k1'"),
        ("limit = [", "no TOML"),
        ("[other]\nx=1", "'other'"),
    ],
)
def test_a_bad_limit_is_named(limits: str, told: str) -> None:
    assert told in refused(limits=limits)


def test_a_bad_question_is_named_with_its_line():
    ask = lines([{"id": "a1", "quantity": QUANTITY}, {"id": "a1", "quantity": QUANTITY}])
    assert refused(ask=ask).startswith("ask.jsonl, line 2: the id 'a1' is used twice")
    assert "'Z'" in refused(ask=lines([{"id": "a1", "quantity": stock("Z", "2025-01-01")}]))
