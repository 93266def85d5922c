"""The places spoken of as a tree, with an unlisted rest under every parent (§3.3)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tumen.reconcile.places import Places
from tumen.records import UNLISTED

REGION = "region"  # a type of place that is no unit of government


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceTree:
    """Places and the cells they are made of.  A cell is a place without listed parts, or a rest.

    People in a place are the sum over its cells: no cell lies in another.
    """

    area: str
    parent: Mapping[str, str]  # "" for a root
    cells: Mapping[str, tuple[str, ...]]  # for every place, and every cell (itself)

    def line(self, place: str) -> tuple[str, ...]:
        """Return *place* and the places above it, nearest first; a rest stands below its place."""
        found = []
        while place:
            found.append(place)
            place = self.parent.get(place, place.removesuffix(UNLISTED) if _is_rest(place) else "")
        return tuple(found)

    def related(self, one: str, other: str) -> bool:
        """Tell whether one of the two places lies in the other, or they are the same."""
        return other in self.line(one) or one in self.line(other)


def _is_rest(place: str) -> bool:
    return place.endswith(UNLISTED)


def place_tree(places: Iterable[str], area: str, gazetteer: Places) -> PlaceTree:
    """Return the tree of *places*, everything above them, and the area.

    A place the gazetteer does not know stands alone.  Regions ("the north-east") are in the tree
    only where a claim names them.
    """
    named = {place.removesuffix(UNLISTED) for place in places} | {area}
    parent: dict[str, str] = {area: ""}
    for place in sorted(named):
        above = ""
        for step in _line_down(place, area, gazetteer):
            if step in named or gazetteer.places[step].type != REGION:
                parent.setdefault(step, above)
                above = step
    children: dict[str, list[str]] = defaultdict(list)
    for place, above in parent.items():
        children[above].append(place)
    cells: dict[str, tuple[str, ...]] = {}
    for root in sorted(children[""]):
        _fill(root, children, cells)
    return PlaceTree(area=area, parent=parent, cells=cells)


def _line_down(place: str, area: str, gazetteer: Places) -> tuple[str, ...]:
    """Return the places from the root down to *place*; the area is a root."""
    known = place in gazetteer.places
    line = (*(p.id for p in gazetteer.ancestors(place)), place) if known else (place,)
    return line[line.index(area) :] if area in line else line


def _fill(
    place: str, children: Mapping[str, list[str]], cells: dict[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Fill in the cells of *place* and of all below it, and return them."""
    if children.get(place):
        rest = place + UNLISTED
        cells[rest] = (rest,)
        below = [c for child in sorted(children[place]) for c in _fill(child, children, cells)]
        cells[place] = (*below, rest)
    else:
        cells[place] = (place,)
    return cells[place]
