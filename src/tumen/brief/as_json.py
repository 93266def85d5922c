"""The brief as JSON: every record with its fields, keys sorted, open ends null."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from tumen.brief.visible import spelt_out
from tumen.records import Brief

SCHEMA = "tumen-brief/1"


def as_json(brief: Brief) -> bytes:
    """Return the brief as JSON in UTF-8; `schema` names this form."""
    content = {"schema": SCHEMA, "brief": _value(brief)}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, indent=1)
    return (spelt_out(text) + "\n").encode()


def _value(value: object) -> object:
    """Return *value* in the types that JSON has."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _value(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):  # and its subclass datetime
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _value(part) for key, part in value.items()}
    if isinstance(value, tuple | list):
        return [_value(part) for part in value]
    return value
