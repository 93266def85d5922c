"""From retellings to origins: which claims go back to one mouth, and what its root is.

Claims joined by retellings share an origin, and so do those of one account within a report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tumen.ids import content_id
from tumen.lineage.accounts import accounts
from tumen.lineage.direction import root_likeness
from tumen.lineage.forest import Groups, Link
from tumen.lineage.independence import independence_of
from tumen.lineage.kinds import Kinds
from tumen.lineage.sketch import Sketch
from tumen.records import Origin


def find_origins(
    sketches: Sequence[Sketch], links: Sequence[Link], *, kinds: Kinds
) -> tuple[Origin, ...]:
    """Return every origin with its claims, root, speaker and independence, in the order of ids."""
    groups = Groups()
    for link in links:
        groups.join(link.child.id, link.parent.id)
    for one, other in accounts(sketches, links, kinds=kinds):
        groups.join(one.id, other.id)
    told: dict[str, list[Sketch]] = defaultdict(list)
    for sketch in sketches:
        told[groups.find(sketch.id)].append(sketch)
    roots = _roots(told, links)
    standing = independence_of(told)
    published = {sketch.publisher for sketch in sketches}
    origins = (
        Origin(
            id=content_id("o", roots[group].id),
            claims=tuple(sketch.id for sketch in members),
            root=roots[group].id,
            speaker=speaker_of(roots[group]),
            independence=standing[group],
            cited_unfound=cited_unfound(members, published),
        )
        for group, members in told.items()
    )
    return tuple(sorted(origins, key=lambda origin: origin.id))


def speaker_of(root: Sketch) -> str:
    """Return who tells the root: the innermost speaker who is no party to it, or the publisher."""
    if root.mouth:
        return root.mouth.name
    outermost = root.claim.attribution[0].name if root.claim.attribution else ""
    return root.report.publisher or outermost


def cited_unfound(members: Iterable[Sketch], published: set[str]) -> tuple[str, ...]:
    """Return the outlets that are cited as a source and of which the case holds no report."""
    found = {
        who.name
        for sketch in members
        for who in sketch.chain
        if who.is_outlet and who.id not in published
    }
    return tuple(sorted(found))


def _roots(told: Mapping[str, list[Sketch]], links: Sequence[Link]) -> dict[str, Sketch]:
    """Return the root of each group: of the claims without a parent, the one most repeated."""
    parent_of = {link.child.id: link.parent.id for link in links}
    below: dict[str, int] = defaultdict(int)
    tops: dict[str, str] = {}
    for child in parent_of:
        below[_top(child, parent_of, tops)] += 1
    return {
        group: min(
            (sketch for sketch in members if sketch.id not in parent_of),
            key=lambda sketch: (-below[sketch.id], root_likeness(sketch)),
        )
        for group, members in told.items()
    }


def _top(claim: str, parent_of: Mapping[str, str], tops: dict[str, str]) -> str:
    """Return the claim at the top of *claim*'s line, noting it for all on the way."""
    way = []
    while claim in parent_of and claim not in tops:
        way.append(claim)
        claim = parent_of[claim]
    top = tops.get(claim, claim)
    tops.update(dict.fromkeys(way, top))
    return top
