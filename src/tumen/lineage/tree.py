"""The tree of each origin, for whoever draws it: a terminal, a page, a file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from tumen.records import Branch, Claim, Lineage, Origin, Report, Retelling


def trees(
    lineage: Lineage, claims: Sequence[Claim], reports: Sequence[Report]
) -> tuple[Branch, ...]:
    """Return one tree for each origin, the most repeated first.

    A claim hangs below the claim that it repeats, siblings in the order of printing.  What belongs
    to the account without repeating any of it hangs below the root.
    """
    place = _places(claims, reports)
    # Of a claim that makes one group of two, the first parent is that of its origin.
    parents = {retelling.child: retelling for retelling in reversed(lineage.retellings)}
    ordered = sorted(
        lineage.origins, key=lambda o: (-len(o.claims), place.get(o.root, _LAST), o.id)
    )
    return tuple(tree_of(origin, parents, place) for origin in ordered)


def tree_of(
    origin: Origin, parents: Mapping[str, Retelling], place: Mapping[str, _Place]
) -> Branch:
    """Return the tree of one origin; built from the leaves up, since lines can be long."""
    children: dict[str, list[str]] = defaultdict(list)
    for claim in sorted(origin.claims, key=lambda claim: (place.get(claim, _LAST), claim)):
        if claim != origin.root:
            children[parents[claim].parent if claim in parents else origin.root].append(claim)
    order = [origin.root]
    for claim in order:  # grows while it is walked: parents always come before their children
        order.extend(children[claim])
    grown: dict[str, Branch] = {}
    for claim in reversed(order):
        grown[claim] = Branch(
            claim=claim,
            retelling=parents.get(claim),
            children=tuple(grown[child] for child in children[claim]),
        )
    return grown[origin.root]


_Place = tuple[date, str, int]
_LAST: _Place = (date.max, "", 0)


def _places(claims: Sequence[Claim], reports: Sequence[Report]) -> dict[str, _Place]:
    """Return when and where each claim was printed, undated ones last."""
    known = {report.id: report for report in reports}
    places = {}
    for claim in claims:
        report = known.get(claim.report)
        if report is not None:
            day = report.published.last_day if report.published else None
            places[claim.id] = (day or date.max, report.name, claim.passage.span.start)
    return places
