"""`tumen reconcile --claims`: the contract's JSON, its table, and one sentence for what is wrong."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from tests.reconcile.figures import PLACES, claim, lines, stock
from tumen.cli.commands import tumen

DAY = "2025-01-31"


def run(folder: Path, *more: str, claims: str = "") -> Result:
    (folder / "claims.jsonl").write_text(
        claims or lines([claim("k1", stock("A", DAY), 180, 220)]), encoding="utf-8"
    )
    (folder / "places.csv").write_text(PLACES, encoding="utf-8")
    (folder / "ask.jsonl").write_text(
        json.dumps({"id": "mine", "quantity": stock("A", DAY)}), encoding="utf-8"
    )
    files = ("--claims", str(folder / "claims.jsonl"), "--places", str(folder / "places.csv"))
    return CliRunner().invoke(tumen, ["reconcile", *files, *more])


def test_the_json_is_that_of_the_contract(tmp_path: Path) -> None:
    told = json.loads(run(tmp_path, "--ask", str(tmp_path / "ask.jsonl"), "--json").output)
    (bound,) = told["bounds"]
    assert {k: bound[k] for k in ("id", "low", "high", "pinned_by", "quantity")} == {
        "id": "mine",
        "low": 180,
        "high": 220,
        "pinned_by": ["k1"],
        "quantity": stock("A", DAY),
    }
    assert bound["low_if_any_one_origin_is_wrong"] == 0
    assert bound["high_if_any_one_origin_is_wrong"] is None
    assert told["corrections"] == told["set_aside"] == told["contradictions"] == []
    assert set(told["seconds"]) == {"read", "model", "contradictions", "bounds"}


def test_people_get_a_table_with_the_reasons(tmp_path: Path) -> None:
    assert f"A  detained  {DAY}  180 to 220  because of: k1" in run(tmp_path).output


def test_what_is_wrong_is_one_sentence_and_exit_1(tmp_path: Path) -> None:
    result = run(tmp_path, claims="{}\n")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "claims.jsonl, line 1: 'id' is None" in result.stderr


def test_claims_without_places_are_refused(tmp_path: Path) -> None:
    result = CliRunner().invoke(tumen, ["reconcile", "--claims", "x.jsonl"])
    assert result.exit_code == 1
    assert "--places" in result.stderr
