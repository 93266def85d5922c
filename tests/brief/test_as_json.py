from __future__ import annotations

import json
from dataclasses import fields

from tumen.brief.as_json import SCHEMA, as_json
from tumen.records import Brief


def test_every_field_of_the_brief_is_there(brief):
    content = json.loads(as_json(brief))

    assert content["schema"] == SCHEMA
    assert set(content["brief"]) == {field.name for field in fields(Brief)}


def test_an_open_end_is_null_and_a_day_is_iso(brief):
    content = json.loads(as_json(brief))["brief"]

    assert content["people"][0]["high"] is None
    assert content["people"][0]["low"] == 1000
    assert content["as_of"] == "2020-11-05"


def test_quotations_are_exact(brief):
    notes = json.loads(as_json(brief))["brief"]["notes"]

    assert [n["passage"]["exact"] for n in notes] == [n.passage.exact for n in brief.notes]
