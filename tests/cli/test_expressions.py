from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from tumen.cli.commands import tumen

ASKED = {
    "id": "a",
    "text": "about 20 people since last May",
    "language": "en",
    "date": "2020-10-16",
}


def ask(*lines: object, json_out: bool = True) -> Result:
    said = "\n".join(x if isinstance(x, str) else json.dumps(x) for x in lines)
    arguments = ["expressions", *(["--json"] if json_out else [])]
    return CliRunner().invoke(tumen, arguments, input=said, catch_exceptions=False)


def test_each_line_is_answered_by_one_with_its_id():
    done = ask(ASKED, "", {"id": "b", "text": "没有", "language": "zh-Hant"})
    first, second = map(json.loads, done.stdout.splitlines())

    assert first["id"] == "a"
    assert first["times"] == [{"start": 16, "end": 30, "first_day": "2020-05-01", "last_day": None}]
    assert first["numbers"] == [{"start": 0, "end": 8, "low": 20, "high": 20}]
    assert second == {"id": "b", "times": [], "numbers": []}


def test_without_json_people_see_words_and_values():
    done = ask(ASKED, json_out=False)

    assert "since last May: 2020-05-01 to open" in done.stdout
    assert "about 20: 20" in done.stdout


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", "is no JSON in UTF-8"),
        ("[]", "is no JSON object"),
        ({"id": "a", "language": "en"}, "has no 'text' that is a string"),
        ({"text": "a", "language": "en"}, "has no 'id' that is a string or a whole number"),
        ('{"id": ' + "9" * 5000 + "}", "has a whole number too long to be read; put it in quotes"),
        ({**ASKED, "date": "soon"}, "has the date 'soon', not one such as 2020-10-16"),
    ],
)
def test_a_bad_line_is_refused_by_its_number_after_the_good_ones(line, fault):
    done = ask(ASKED, line)

    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr.startswith(f"Line 2 of standard input {fault}; each line looks like ")
    assert len(done.stderr.splitlines()) == 1


def test_an_unknown_language_is_refused():
    done = ask({**ASKED, "language": "fr"})

    assert done.exit_code == 1
    assert "There is no language pack for 'fr'." in done.stderr


def test_a_lunar_day_names_its_calendar():
    done = ask({"id": 1, "text": "农历十月初一", "language": "zh", "date": "2020-11-05"})

    assert json.loads(done.stdout)["times"][0]["calendar"] == "lunar"


@pytest.mark.parametrize("json_out", [True, False])
def test_half_a_character_in_any_field_is_safe(json_out):
    half = chr(0xD800)
    done = ask(
        {**ASKED, "text": f"{half}{half} about 20 people since last May"},
        json.dumps({**ASKED, "id": half}),
        json_out=json_out,
    )

    assert done.exit_code == 0
    if json_out:
        first, second = map(json.loads, done.stdout.splitlines())
        assert first["numbers"] == [{"start": 3, "end": 11, "low": 20, "high": 20}]
        assert second["id"] == half
    for field in ("language", "date"):
        refused = ask(json.dumps({**ASKED, field: half}), json_out=json_out)
        assert (refused.exit_code, len(refused.stderr.splitlines())) == (1, 1)


def test_a_text_does_not_steer_the_terminal():
    done = ask({**ASKED, "text": "\x1b[31m20 people"}, json_out=False)

    assert "\x1b" not in done.stdout
