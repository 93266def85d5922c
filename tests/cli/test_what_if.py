from __future__ import annotations

import json

import pytest

from tests.cli.reports import run, write

HELD = """date: 2020-10-28
publisher: Watchers

At least 217 North Korean defectors are held in China as of October 28, a source said. At most 1,000
North Korean defectors are held in China as of October 28, another source said.
"""
REOPENS = """title = "The border reopens"
until = 2021-03-31
assume = ["persistence"]
[returns]
from = 2021-01-01
at_most = 100
[arrests]
high = 25
"""


def test_json_has_the_scenario_its_start_and_every_step(tmp_path):
    report, scenario = write(tmp_path, "a.txt", HELD), write(tmp_path, "s.toml", REOPENS)
    told = json.loads(run("what-if", report, scenario, "--json").stdout)

    assert (told["start"], told["held"]) == ("2020-10-28", {"low": 217, "high": 1000})
    assert told["low_claims"]
    assert told["steps"][-1] == {
        "day": "2021-03-31",
        "held": {"low": 0, "high": 1127},
        "returned": {"low": 0, "high": 300},
        "released": {"low": 0, "high": 0},
        "arrested": {"low": 0, "high": 127},
    }


def test_a_case_comes_first_and_the_scenario_after_it(tmp_path):
    report, scenario = write(tmp_path, "a.txt", HELD), write(tmp_path, "s.toml", REOPENS)
    case = str(tmp_path / "case")
    run("init", case)
    run("add", case, report)
    told = json.loads(run("what-if", case, scenario, "--json").stdout)

    assert told["held"] == {"low": 217, "high": 1000}


def test_one_claim_alone_can_be_read_as_all_who_are_there(tmp_path):
    report = write(tmp_path, "a.txt", HELD.replace("At least 217", "217"))
    claims = [json.loads(line) for line in run("read", report, "--json").stdout.splitlines()]
    number = next(c["id"] for c in claims if c.get("figure", {}).get("low") == 217)
    assume = f"['exhaustive:{number}']"
    scenario = write(tmp_path, "s.toml", REOPENS.replace('["persistence"]', assume))

    assert json.loads(run("what-if", report, scenario, "--json").stdout)["held"]["high"] == 217
    assert (
        "not just those the source knew of. (a.txt: “217" in run("what-if", report, scenario).stdout
    )


@pytest.mark.parametrize("language", ["en", "ko", "ja", "zh"])
def test_people_are_told_what_is_supposed_and_what_follows(tmp_path, language):
    report, scenario = write(tmp_path, "a.txt", HELD), write(tmp_path, "s.toml", REOPENS)
    done = run("what-if", report, scenario, "--lang", language)

    assert done.exit_code == 0
    assert "The border reopens" in done.stdout
    assert "“At least 217 North Korean defectors are held" in done.stdout
    assert "1,127" in done.stdout
    assert "{" not in done.stdout


def test_an_open_end_says_what_would_have_to_be_known(tmp_path):
    text = HELD.replace("At most 1,000", "At least 100")
    report, scenario = write(tmp_path, "a.txt", text), write(tmp_path, "s.toml", REOPENS)
    done = run("what-if", report, scenario)

    assert "it would have to be known how many are held at most in China" in done.stdout


def test_what_cannot_be_is_one_sentence(tmp_path):
    report = write(tmp_path, "a.txt", HELD)
    wrong = write(tmp_path, "s.toml", REOPENS.replace("100", "-100"))

    for scenario, told in (
        (wrong, "people cannot be fewer than none"),
        ("none.toml", "cannot be read"),
    ):
        done = run("what-if", report, scenario)
        assert done.exit_code == 1
        assert told in done.stderr
        assert not done.stdout


def test_a_scenario_alone_is_not_enough(tmp_path):
    done = run("what-if", write(tmp_path, "s.toml", REOPENS))

    assert done.exit_code == 2
    assert "Name a case or reports, and then the SCENARIO" in done.stderr
