from __future__ import annotations

from typing import Any, cast

from tests.second.build import a_claim_said, background, heard
from tumen.records import HopType, Modality, Role
from tumen.second.items import item_of
from tumen.second.schema import answer_schema


def claim_schema() -> dict[str, Any]:
    schema = cast(dict[str, Any], answer_schema(background().codebook))
    return cast(dict[str, Any], schema["properties"]["claims"]["items"])


def least(schema: dict[str, Any]) -> object:
    """Return a smallest value of a schema."""
    kind = schema["type"]
    if "enum" in schema:
        return schema["enum"][0]
    if isinstance(kind, list):
        return None
    if kind == "array":
        return [least(schema["items"])]
    if kind == "object":
        return {name: least(inner) for name, inner in schema["properties"].items()}
    return "words"


def test_what_the_schema_allows_is_an_item():
    assert item_of(least(claim_schema())).places == (("words", "where"),)


def test_a_good_item_has_exactly_the_keys_of_the_schema():
    schema = claim_schema()

    assert set(a_claim_said()) == set(schema["properties"]) == set(schema["required"])
    assert len(heard(a_claim_said())[0]) == 1


def test_every_object_is_closed():
    def objects(schema: object) -> list[dict[str, Any]]:
        if not isinstance(schema, dict):
            return []
        own = [schema] if "properties" in schema else []
        return own + [found for inner in schema.values() for found in objects(inner)]

    found = objects(answer_schema(background().codebook))

    assert len(found) == 6
    assert all(one["additionalProperties"] is False for one in found)


def test_codes_are_those_of_the_codebook_and_the_records():
    properties = claim_schema()["properties"]

    assert properties["kind"]["enum"] == [*background().codebook.kinds]
    assert properties["subject"]["enum"] == ["", *background().codebook.subjects]
    assert properties["modality"]["enum"] == [*Modality]
    assert properties["places"]["items"]["properties"]["role"]["enum"] == [*Role]
    assert properties["speakers"]["items"]["properties"]["type"]["enum"] == [*HopType]
