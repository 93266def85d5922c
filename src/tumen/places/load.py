"""Reads a gazetteer from TOML, adds the world's countries and larger cities, and checks both."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Mapping, Set
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from tumen.errors import PlacesError
from tumen.ids import digest_of
from tumen.places.check import LEVELS, check_tree, place_from
from tumen.places.gazetteer import LANGUAGES, Gazetteer
from tumen.records import Place, Point

PACKAGED = re.compile(r"[a-z0-9-]+")
GEONAMES = re.compile(r"GeoNames (\d+)")


def load_gazetteer(name: str | Path) -> Gazetteer:
    """Return the gazetteer of this name, or the one in the TOML file at this path.

    Raises PlacesError with one sentence when there is none or when it says what cannot be.
    """
    if isinstance(name, str) and PACKAGED.fullmatch(name):
        return _packaged(name)
    path = Path(name)
    if not path.is_file():
        raise PlacesError(_no_gazetteer(str(name)))
    return _read(path.stem, path.read_bytes(), where=str(path))


@cache
def _packaged(name: str) -> Gazetteer:
    """Return a gazetteer that comes with the program; read once, as it never changes."""
    file = _data().joinpath(f"{name}.toml")
    if not file.is_file():
        raise PlacesError(_no_gazetteer(name))
    return _read(name, file.read_bytes(), where=name)


def _data() -> Traversable:
    """Return the folder of the files this room comes with."""
    return files("tumen.places").joinpath("data")


def _no_gazetteer(name: str) -> str:
    """Return the sentence that says which gazetteers there are."""
    known = sorted(f.name.removesuffix(".toml") for f in _data().iterdir() if ".toml" in f.name)
    return f"There is no gazetteer {name!r}. Give one of {known} or the path of a TOML file."


def _read(name: str, content: bytes, *, where: str) -> Gazetteer:
    """Return the gazetteer that *content* describes."""
    document = _document(content, where)
    own = _own_places(document, where)
    digests = digest_of(content)
    places = dict(own)
    if document.get("world", True):
        world = _data().joinpath("world.json").read_bytes()
        digests += digest_of(world)
        places |= _world_places(json.loads(world), own, _above_countries(document, own, where))
    check_tree(places, where)
    return Gazetteer(
        name=name,
        places=places,
        own=tuple(own),
        shadows=_shadows(document, where),
        digest=digest_of(digests.encode()),
    )


def _document(content: bytes, where: str) -> dict[str, Any]:
    """Return the TOML as a table that has places and nothing unknown."""
    try:
        document = tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PlacesError(f"The gazetteer {where!r} is not TOML in UTF-8: {error}") from error
    unknown = sorted(document.keys() - {"place", "shadows", "world"})
    if unknown:
        raise PlacesError(
            f"The gazetteer {where!r} has the key {unknown[0]!r}, which means nothing here. "
            "Use [[place]], [shadows] and world."
        )
    if not isinstance(document.get("world", True), bool | str):
        raise PlacesError(
            f"In the gazetteer {where!r} world must be true, false or the id of a [[place]] that all "
            "countries lie in."
        )
    return document


def _above_countries(
    document: Mapping[str, Any], own: Mapping[str, Place], where: str
) -> str | None:
    """Return the place that the countries of the world lie in, None where the file names none."""
    above = document.get("world", True)
    if not isinstance(above, str):
        return None
    if above not in own:
        raise PlacesError(
            f"In the gazetteer {where!r} world names the place {above!r}, which is not listed. Add "
            "a [[place]] of that id or write true."
        )
    return above


def _own_places(document: Mapping[str, Any], where: str) -> dict[str, Place]:
    """Return the places of the file by id, in its order."""
    rows = document.get("place")
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        raise PlacesError(f"The gazetteer {where!r} lists no place. Add a [[place]] table.")
    places: dict[str, Place] = {}
    for row in rows:
        place = place_from(row, where)
        if place.id in places:
            raise PlacesError(
                f"The gazetteer {where!r} lists the place {place.id!r} twice. Merge the two."
            )
        places[place.id] = place
    return places


def _shadows(document: Mapping[str, Any], where: str) -> dict[str, tuple[str, ...]]:
    """Return the words that are no place, by language."""
    shadows = document.get("shadows", {})
    if not isinstance(shadows, dict) or not all(
        language in LANGUAGES and isinstance(words, list) and all(isinstance(w, str) for w in words)
        for language, words in shadows.items()
    ):
        raise PlacesError(
            f"In the gazetteer {where!r} shadows must be lists of words by language, "
            f"{', '.join(LANGUAGES)}."
        )
    return {language: tuple(words) for language, words in shadows.items()}


def _world_places(
    document: Mapping[str, Any], own: Mapping[str, Place], above: str | None
) -> dict[str, Place]:
    """Return the world's places that the gazetteer does not list itself; countries lie in *above*.

    A place of the file stands for the GeoNames entry that its source begins with.  A form that the
    file uses means somewhere else only near a place above it (Sanhe in Hebei, not at the Tumen).
    """
    listed = {form for place in own.values() for forms in place.names.values() for form in forms}
    taken = {m[1] for place in own.values() if (m := GEONAMES.match(place.source))}
    world: dict[str, Place] = {}
    for id_, *columns in document["countries"]:
        if id_ not in own:
            world[id_] = _world_place(id_, above, None, columns, listed)
    for number, country, province, latitude, longitude, *columns in document["cities"]:
        if str(number) not in taken:
            parent = province if province in own else country
            point = Point(latitude=latitude, longitude=longitude)
            place = _world_place(f"geonames:{number}", parent, point, columns, listed)
            world[place.id] = place
    return world


def _world_place(
    id_: str,
    parent: str | None,
    point: Point | None,
    columns: Iterable[list[str]],
    listed: Set[str],
) -> Place:
    """Return a place from a row of the world file: a country, or a city with its point."""
    *names, ambiguous = columns
    also_ours = [form for forms in names for form in forms if form in listed]
    type_ = "city" if point else "country"
    return Place(
        id=id_,
        names={language: tuple(forms) for language, forms in zip(LANGUAGES, names, strict=True)},
        level=LEVELS[type_],
        type=type_,
        parent=parent,
        point=point,
        source="GeoNames" if point else "ISO 3166-1; names Unicode CLDR",
        ambiguous=tuple(dict.fromkeys([*ambiguous, *also_ours])),
    )
