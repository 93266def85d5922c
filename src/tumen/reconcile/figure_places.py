"""A table of places as a tree: `id,name,parent`, and "complete" where nothing is left out (§3.11)."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tumen.errors import FiguresError
from tumen.reconcile.place_tree import PlaceTree
from tumen.records import UNLISTED

COMPLETE = "complete"

# Deeper than any country is divided; a chain longer than this is a mistake in the table.
DEEPEST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    line: int
    parent: str
    complete: bool


def tree_of_table(text: str, file: str) -> PlaceTree:
    """Return the tree of the places in a table; raise FiguresError for one that cannot be."""
    listed = _listed(text, file)
    if not listed:
        raise FiguresError(file, None, "it lists no place. Each row is: id,name,parent.")
    for place, row in listed.items():
        if row.parent and row.parent not in listed:
            problem = f"{row.parent!r}, the parent of {place!r}, is not listed. Give it a row."
            raise FiguresError(file, row.line, problem)
    order = _top_down(listed, file)
    parent = {place: listed[place].parent for place in order}
    roots = [place for place in order if not parent[place]]
    return PlaceTree(area=roots[0], parent=parent, cells=_cells(order, listed))


def _listed(text: str, file: str) -> dict[str, _Listed]:
    found: dict[str, _Listed] = {}
    for line, row in _rows(text, file):
        cells = [cell.strip() for cell in row]
        place, _, parent, last = (*cells, "", "", "", "")[:4]
        if not place:
            raise FiguresError(file, line, f"a place without an id: {','.join(row)!r}.")
        if place.endswith(UNLISTED):
            raise FiguresError(file, line, f"{place!r} ends in {UNLISTED!r}, which names a rest.")
        if place in found:
            problem = f"the place {place!r} is listed twice, first in line {found[place].line}."
            raise FiguresError(file, line, problem)
        if last.casefold() not in {"", COMPLETE}:
            problem = f"the fourth column says {last!r}; it is {COMPLETE!r} or empty."
            raise FiguresError(file, line, problem)
        found[place] = _Listed(line=line, parent=parent, complete=bool(last))
    return found


def _rows(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows with something in them, without the heading, and their lines."""
    reader = csv.reader(text.splitlines(), strict=True)
    try:
        for row in reader:
            is_heading = reader.line_num == 1 and row and row[0].strip().casefold() == "id"
            if any(cell.strip() for cell in row) and not is_heading:
                yield reader.line_num, row
    except csv.Error as error:
        raise FiguresError(file, reader.line_num, f"no row of a table: {error}.") from error


def _top_down(listed: Mapping[str, _Listed], file: str) -> list[str]:
    """Return the places with every parent before its children."""
    depth: dict[str, int] = {}
    for place in listed:
        line: list[str] = []
        above = place
        while above and above not in depth:
            if above in line or len(line) > DEEPEST:
                raise FiguresError(file, listed[place].line, _own_ancestor(place, line, above))
            line.append(above)
            above = listed[above].parent
        start = depth[above] + 1 if above else 0
        depth.update({p: start + i for i, p in enumerate(reversed(line))})
        if depth[place] > DEEPEST:
            raise FiguresError(file, listed[place].line, _own_ancestor(place, line, ""))
    return sorted(listed, key=lambda p: depth[p])


def _own_ancestor(place: str, line: list[str], above: str) -> str:
    if above in line:
        around = " in ".join(repr(p) for p in (*line[line.index(above) :], above))
        return f"the place {above!r} is its own ancestor: {around}."
    return f"the place {place!r} lies more than {DEEPEST} places deep."


def _cells(order: list[str], listed: Mapping[str, _Listed]) -> dict[str, tuple[str, ...]]:
    """Return what each place is made of: its parts' cells, and its rest unless it is complete."""
    below: dict[str, list[str]] = defaultdict(list)
    cells: dict[str, tuple[str, ...]] = {}
    parents = {listed[place].parent for place in order}
    for place in reversed(order):
        own = tuple(reversed(below[place]))
        if place in parents and not listed[place].complete:
            rest = place + UNLISTED
            cells[rest] = (rest,)
            own = (*own, rest)
        cells[place] = own if place in parents else (place,)
        below[listed[place].parent].extend(reversed(cells[place]))
    return cells
