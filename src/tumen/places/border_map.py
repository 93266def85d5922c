"""The outlines of the border map, drawn from Natural Earth by scripts/extract_map.py."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Line = tuple[tuple[float, float], ...]  # (longitude, latitude), degrees east and north


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A province, or a whole country at the edge, as rings to be filled even-odd."""

    id: str  # ISO 3166-2, or ISO 3166-1 for a country drawn as one
    country: str
    covers: tuple[str, ...]  # the ids drawn inside: Kaesong lies in North Hwanghae here
    own: bool  # a province of the case, drawn whole; the others give context and are cut off
    rings: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BorderMap:
    """What a map of the border is drawn from.

    `frame` is a view worth drawing: west, south, east, north.  Outlines of `own` provinces reach
    beyond it, and those of the context are cut a little outside of it.
    """

    outlines: tuple[Outline, ...]
    boundary: tuple[Line, ...]  # between China and North Korea: the Yalu, a mountain, the Tumen
    frame: tuple[float, float, float, float]
    note: Mapping[str, str]  # that the lines are de facto, by language: stands under every map
    source: str


@cache
def border_map() -> BorderMap:
    """Return the outlines of north-east China and North Korea."""
    data = files("tumen.places").joinpath("data/border-map.json").read_text(encoding="utf-8")
    document = json.loads(data)
    west, south, east, north = document["frame"]
    return BorderMap(
        outlines=tuple(
            Outline(
                id=outline["id"],
                country=outline["country"],
                covers=tuple(outline["covers"]),
                own=outline["own"],
                rings=_lines(outline["rings"]),
            )
            for outline in document["provinces"]
        ),
        boundary=_lines(document["boundary"]),
        frame=(west, south, east, north),
        note=document["note"],
        source=document["source"],
    )


def _lines(lines: list[list[list[float]]]) -> tuple[Line, ...]:
    """Return lists of points as tuples."""
    return tuple(tuple((longitude, latitude) for longitude, latitude in line) for line in lines)
