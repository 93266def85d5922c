"""Records to JSON and back, exactly: what a record's own types say, and nothing else.

The text is canonical (keys in order, no blanks), so that equal records have equal digests.  A field
that a later version added and that has a default may be missing; an unknown one is refused.
"""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from tumen.records import Passage

T = TypeVar("T")
Reader: TypeAlias = Callable[[Any], Any]  # from what JSON holds to what the record holds


def to_json(record: object) -> str:
    """Return *record*, a dataclass of plain values and of other such records, as JSON."""
    return json.dumps(
        _plain(record), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def from_json(kind: type[T], text: str) -> T:
    """Return the record of this *kind* that *text* holds; ValueError if it holds another."""
    try:
        value = json.loads(text)
    except RecursionError as error:
        raise ValueError(f"{kind.__name__}: the JSON is nested too deeply.") from error
    hint: Any = kind
    return cast(T, _reader(hint)(value))


def passages_of(record: object) -> Iterator[Passage]:
    """Yield every passage in *record*, in the order of its fields."""
    if isinstance(record, Passage):
        yield record
    elif dataclasses.is_dataclass(record):
        for field in dataclasses.fields(record):
            yield from passages_of(getattr(record, field.name))
    elif isinstance(record, tuple):
        for item in record:
            yield from passages_of(item)


# --- to JSON ---------------------------------------------------------------------------


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, date):  # and a date with its time
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if dataclasses.is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    raise TypeError(f"A record cannot be kept with {type(value).__name__} in it: {value!r}.")


# --- from JSON -------------------------------------------------------------------------


@cache
def _reader(hint: Any) -> Reader:
    """Return the function that reads what *hint* announces."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _union_reader(get_args(hint))
    if origin is tuple:
        return _tuple_reader(hint)
    if origin is not None and issubclass(origin, Mapping):
        return _mapping_reader(hint)
    if dataclasses.is_dataclass(hint):
        return _record_reader(cast(type, hint))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if hint in (date, datetime):
        return _time_reader(hint)
    return _scalar_reader(hint)


def _scalar_reader(hint: Any) -> Reader:
    allowed = {float: (float, int), types.NoneType: (types.NoneType,)}.get(hint, (hint,))
    if hint not in (str, int, float, bool, types.NoneType):
        raise TypeError(f"No record can be read with {hint!r} in it.")

    def read(value: object) -> object:
        # By exact type: True is no number of people.
        if type(value) not in allowed:
            raise ValueError(f"{value!r} stands where {hint.__name__} is expected.")
        return float(cast(float, value)) if hint is float else value

    return read


def _time_reader(hint: type[date]) -> Reader:
    def read(value: object) -> date:
        if not isinstance(value, str):
            raise ValueError(f"{value!r} stands where a {hint.__name__} is expected.")
        return hint.fromisoformat(value)

    return read


def _tuple_reader(hint: Any) -> Reader:
    item, ellipsis = get_args(hint)
    if ellipsis is not Ellipsis:
        raise TypeError(f"No record can be read with {hint!r} in it, only tuples of one kind.")
    read_item = _reader(item)

    def read(value: object) -> tuple[object, ...]:
        if not isinstance(value, list):
            raise ValueError(f"{value!r} stands where a list is expected.")
        return tuple(read_item(v) for v in value)

    return read


def _mapping_reader(hint: Any) -> Reader:
    read_key, read_item = (_reader(argument) for argument in get_args(hint))

    def read(value: object) -> dict[object, object]:
        if not isinstance(value, dict):
            raise ValueError(f"{value!r} stands where a mapping is expected.")
        return {read_key(k): read_item(v) for k, v in value.items()}

    return read


def _union_reader(hints: tuple[Any, ...]) -> Reader:
    readers = [_reader(hint) for hint in hints if hint is not types.NoneType]
    optional = types.NoneType in hints

    def read(value: object) -> object:
        if value is None and optional:
            return None
        for reader in readers[:-1]:
            try:
                return reader(value)
            except ValueError:
                continue
        return readers[-1](value)

    return read


def _record_reader(kind: type) -> Reader:
    def read(value: object) -> object:
        if not isinstance(value, dict):
            raise ValueError(f"{value!r} stands where a {kind.__name__} is expected.")
        readers = _field_readers(kind)
        unknown = value.keys() - readers.keys()
        if unknown:
            raise ValueError(f"A {kind.__name__} has no {min(unknown)!r}.")
        try:
            return kind(**{name: readers[name](item) for name, item in value.items()})
        except TypeError as error:
            raise ValueError(f"A {kind.__name__} is not complete: {error}.") from error

    return read


@cache
def _field_readers(kind: type) -> Mapping[str, Reader]:
    """Return a reader for each field; asked for late, since records may hold their own kind."""
    hints = get_type_hints(kind)
    return {f.name: _reader(hints[f.name]) for f in dataclasses.fields(kind)}
