from __future__ import annotations

import json

import pytest

from tests.cli.reports import NEWS, NOTHING, UNDATED, run, write


def test_json_is_one_object_of_the_contract(tmp_path):
    held = write(tmp_path, "a.txt", UNDATED)
    done = run("reconcile", held, "--published", "2020-11-05", "--json")
    said = json.loads(done.stdout)

    assert {"as_of", "claims", "origins", "bounds", "contradictions", "conditions"} <= set(said)
    assert said["as_of"] == "2020-11-05"
    assert any(b["low"] == 200 for b in said["bounds"] if b["quantity"]["place"] == "CN-JL")


def test_without_any_date_no_day_is_guessed(tmp_path):
    held = write(tmp_path, "a.txt", UNDATED)

    assert json.loads(run("reconcile", held, "--json").stdout)["as_of"] is None
    assert "As of no particular day" in run("reconcile", held).stdout


def test_the_day_to_speak_of_can_be_given(tmp_path):
    held = write(tmp_path, "a.txt", UNDATED)
    done = run("reconcile", held, "--published", "2020-11-05", "--as-of", "2020-12-31")

    assert done.stdout.startswith("As of 2020-12-31")


def test_people_get_a_table(tmp_path):
    held = write(tmp_path, "a.txt", UNDATED)
    done = run("reconcile", held, "--published", "2020-11-05")

    assert "The least and the most people that the claims allow" in done.stdout
    assert "Jilin" in done.stdout


def test_people_are_told_how_many_there_are_if_nobody_left(tmp_path):
    held = write(tmp_path, "a.txt", UNDATED)
    days = ("--published", "2020-11-05", "--as-of", "2020-12-31")

    text = run("reconcile", held, *days).stdout
    assert "(at least 200" in text
    assert "left out (--all shows them)" in text
    assert "left out (--all shows them)" not in run("reconcile", held, *days, "--all").stdout


def test_nothing_to_reconcile_is_said(tmp_path):
    done = run("reconcile", write(tmp_path, "a.txt", NOTHING))

    assert "No figure can be bounded" in done.stdout


def test_that_people_stay_can_be_assumed_or_not(tmp_path):
    held = write(tmp_path, "a.txt", UNDATED)

    def lows(*switch: str) -> tuple[int, int | None]:
        days = ("--published", "2020-11-05", "--as-of", "2020-12-31")
        said = json.loads(run("reconcile", held, *days, "--json", *switch).stdout)
        (bound,) = [
            b
            for b in said["bounds"]
            if (b["quantity"]["place"], b["quantity"].get("day")) == ("CN-JL", "2020-12-31")
        ]
        lasting = bound["if_persistence"]
        return bound["low"], lasting["low"] if lasting else None

    assert lows() == (0, 200)
    assert lows("--assume", "persistence") == (200, None)
    assert lows("--not-assume", "persistence") == (0, None)
    assert "no assumption 'luck'" in run("reconcile", held, "--assume", "luck").stderr


def test_small_numbers_at_named_places_can_be_withheld(tmp_path):
    text = NEWS.replace("About 20", "Three")
    report = write(tmp_path, "a.txt", text)
    told = run("reconcile", report).stdout
    kept_back = run("reconcile", report, "--withhold-below", "10").stdout

    assert "Three women" in told
    assert "Three women" not in kept_back
    assert run("reconcile", report, "--withhold-below", "-1").exit_code == 2


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Only expected: "),
        ("ko", "예상일 뿐: "),
        ("ja", "見込みにとどまる："),
        ("zh", "仅为预期："),
    ],
)
def test_what_is_only_expected_is_a_sentence(tmp_path, language, said):
    text = NEWS.replace("were arrested in Dandong in early October", "will be arrested in Dandong")
    done = run("reconcile", write(tmp_path, "a.txt", text), "--lang", language)

    assert said in done.stdout
    assert "kind " not in done.stdout.split(said)[1].splitlines()[0]
