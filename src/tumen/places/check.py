"""Checks what a gazetteer file says: each error is one sentence that names file, place and value."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from tumen.errors import PlacesError
from tumen.places.gazetteer import LANGUAGES
from tumen.records import Place, Point

# The level a type of place has unless its entry says otherwise (a county-level city: 3).
LEVELS = {
    "country": 0,
    "region": 1,
    "province": 1,
    "prefecture": 2,
    "city": 2,
    "county": 3,
    "district": 3,
    "town": 4,
    "crossing": 4,
    "detention": 4,
    "river": 4,
    "mountain": 4,
}
KEYS = frozenset({"id", "type", "parent", "level", "point", "source", "names", "ambiguous"})
LOWEST_LEVEL = 4
# A form of one character ("米") would be found inside half the words of a page.
SHORTEST_FORM = 2


def place_from(row: Mapping[str, Any], where: str) -> Place:
    """Return the place that a [[place]] table of the file *where* describes."""
    id_ = row.get("id")
    if not isinstance(id_, str) or not id_.strip():
        raise PlacesError(
            f"The gazetteer {where!r} has a place with the id {id_!r}. Give it a text, such as "
            '"CN-JL".'
        )
    of = f"The place {id_!r} of the gazetteer {where!r}"
    unknown = sorted(row.keys() - KEYS)
    if unknown:
        raise PlacesError(f"{of} has the key {unknown[0]!r}. Use only {sorted(KEYS)}.")
    type_ = _type(row.get("type"), of)
    names = _names(row.get("names"), of)
    return Place(
        id=id_,
        names=names,
        level=_level(row.get("level", LEVELS[type_]), of),
        type=type_,
        parent=_parent(row.get("parent"), of),
        point=_point(row.get("point"), of),
        source=_source(row.get("source"), of),
        ambiguous=_ambiguous(row.get("ambiguous", []), names, of),
    )


def check_tree(places: Mapping[str, Place], where: str) -> None:
    """Refuse a parent that does not exist and a place that lies in itself."""
    good: set[str] = set()
    for place in places.values():
        path = [place.id]
        while (parent := places[path[-1]].parent) is not None and parent not in good:
            if parent not in places:
                raise PlacesError(
                    f"The place {path[-1]!r} of the gazetteer {where!r} lies in {parent!r}, which "
                    "is not listed. Add that place or correct the parent."
                )
            if parent in path:
                raise PlacesError(
                    f"The place {parent!r} of the gazetteer {where!r} is its own ancestor. "
                    "Correct the parent of one of " + ", ".join(map(repr, path)) + "."
                )
            path.append(parent)
        good.update(path)


def _type(value: object, of: str) -> str:
    """Return the type of a place."""
    if not isinstance(value, str) or value not in LEVELS:
        raise PlacesError(f"{of} has the type {value!r}. Use one of {', '.join(LEVELS)}.")
    return value


def _level(value: object, of: str) -> int:
    """Return the level of a place."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= LOWEST_LEVEL:
        raise PlacesError(f"{of} has the level {value!r}. Use a whole number from 0 to 4.")
    return value


def _parent(value: object, of: str) -> str | None:
    """Return the id of the place above; that it exists is checked once all are read."""
    if value is not None and not isinstance(value, str):
        raise PlacesError(
            f"{of} has the parent {value!r}. Give the id of a place, or leave it out."
        )
    return value


def _source(value: object, of: str) -> str:
    """Return where an entry comes from; nobody can check an entry without."""
    if not isinstance(value, str) or not value.strip():
        raise PlacesError(
            f'{of} has no source. Name one, such as "ISO 3166-2" or "public report: Daily NK, '
            '2012".'
        )
    return value


def _point(value: object, of: str) -> Point | None:
    """Return a point, given as degrees north and east."""
    if value is None:
        return None
    if not isinstance(value, list) or len(value) != 2 or not all(map(_is_number, value)):
        raise PlacesError(f"{of} has the point {value!r}. Give [degrees north, degrees east].")
    latitude, longitude = value
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise PlacesError(
            f"{of} has the point {value!r}, which is out of range. Degrees north run from -90 to "
            "90, degrees east from -180 to 180."
        )
    return Point(latitude=float(latitude), longitude=float(longitude))


def _is_number(value: object) -> bool:
    """Tell whether *value* is a finite number; true and false are none."""
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _names(value: object, of: str) -> dict[str, tuple[str, ...]]:
    """Return the names by language; the English one is what JSON output calls the place."""
    if not isinstance(value, dict) or not value.get("en"):
        raise PlacesError(f"{of} has no English name. Add names.en with at least one form.")
    for language, forms in value.items():
        if language not in LANGUAGES:
            raise PlacesError(
                f"{of} has names in {language!r}. Use {', '.join(LANGUAGES)}; zh holds both scripts."
            )
        _check_forms(forms, f"{of} has in names.{language}")
    return {language: tuple(forms) for language, forms in value.items()}


def _check_forms(forms: object, has: str) -> None:
    """Refuse forms that could not be looked for in a text."""
    if not isinstance(forms, list):
        raise PlacesError(f"{has} {forms!r}. Give a list of texts.")
    for form in forms:
        if not isinstance(form, str) or form != form.strip():
            raise PlacesError(f"{has} {form!r}. Give a text without spaces around it.")
        if len(form) < SHORTEST_FORM:
            raise PlacesError(
                f"{has} {form!r}, which is too short to be told from a part of another word. "
                "Give forms of two characters or more."
            )


def _ambiguous(value: object, names: Mapping[str, tuple[str, ...]], of: str) -> tuple[str, ...]:
    """Return the ambiguous forms, each of which must be one of the names."""
    known = {form for forms in names.values() for form in forms}
    if not isinstance(value, list):
        raise PlacesError(f"{of} has ambiguous = {value!r}. Give a list of its names.")
    for form in value:
        if not isinstance(form, str) or form not in known:
            raise PlacesError(
                f"{of} calls {form!r} ambiguous, which is none of its names. Add it there or "
                "correct the spelling."
            )
    return tuple(value)
