"""The form of an answer as JSON Schema, for servers that can hold a model to it.

It is a wish: whether an answer has this form is checked by `items`, whatever the server promised.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from tumen.codebook import Codebook
from tumen.records import HopType, Modality, Role

Schema: TypeAlias = "Mapping[str, Schema] | list[str] | str | bool"

_WORDS: Schema = {"type": "string"}
_COUNT: Schema = {"type": ["integer", "null"]}
_DAY: Schema = {"type": ["string", "null"]}


def answer_schema(codebook: Codebook) -> Schema:
    """Return the schema of an answer about a codebook's situation."""
    claim = _object(
        {
            "quote": _WORDS,
            "before": _WORDS,
            "after": _WORDS,
            "kind": _one_of([*codebook.kinds]),
            "subject": _one_of(["", *codebook.subjects]),
            "figure": _object({"words": _WORDS, "low": _COUNT, "high": _COUNT}, optional=True),
            "places": _list(_object({"words": _WORDS, "role": _one_of([*Role])})),
            "period": _object({"words": _WORDS, "start": _DAY, "end": _DAY}, optional=True),
            "speakers": _list(_object({"words": _WORDS, "type": _one_of([*HopType])})),
            "modality": _one_of([*Modality]),
        }
    )
    return _object({"claims": _list(claim)})


def _object(properties: Mapping[str, Schema], *, optional: bool = False) -> Schema:
    return {
        "type": ["object", "null"] if optional else "object",
        "properties": properties,
        "required": [*properties],
        "additionalProperties": False,
    }


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _one_of(codes: list[str]) -> Schema:
    return {"type": "string", "enum": [str(code) for code in codes]}
