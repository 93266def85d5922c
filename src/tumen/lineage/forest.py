"""From scored pairs to a forest: one parent for each claim, and no circle.

Circles do occur in print: two reports that cite each other, or three in a ring.  The best links are
taken first, and one that would close a circle is left out, so that an answer always comes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tumen.lineage.direction import root_likeness
from tumen.lineage.evidence import Evidence
from tumen.lineage.sketch import Sketch

# Less than what any single sign decides, save the beginning of a period.
AS_GOOD = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One claim taken to repeat another, and what speaks for it."""

    child: Sketch
    parent: Sketch
    evidence: Evidence

    @property
    def is_within(self) -> bool:
        """Tell whether both stand in one report."""
        return self.child.report.id == self.parent.report.id


class Groups:
    """Things joined into groups, step by step (union-find, Tarjan 1975)."""

    def __init__(self) -> None:
        """Start with everything alone."""
        self._above: dict[str, str] = {}

    def find(self, item: str) -> str:
        """Return the one that stands for the group of *item*."""
        top = item
        while (up := self._above.get(top, top)) != top:
            top = up
        while item != top:
            self._above[item], item = top, self._above.get(item, top)
        return top

    def join(self, one: str, other: str) -> bool:
        """Join two groups; False when they are one already."""
        first, second = self.find(one), self.find(other)
        if first == second:
            return False
        self._above[max(first, second)] = min(first, second)
        return True


def choose_parents(links: Iterable[Link]) -> tuple[Link, ...]:
    """Return the best link of each child that closes no circle, in the order of the children."""
    of_child: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        of_child[link.child.id].append(link)
    ranked = [
        (rank, -link.evidence.score, child, link)
        for child, candidates in of_child.items()
        for rank, link in enumerate(_best_first(candidates))
    ]
    chosen: dict[str, Link] = {}
    groups = Groups()
    for *_, child, link in sorted(ranked, key=lambda entry: entry[:3]):
        if child not in chosen and groups.join(child, link.parent.id):
            chosen[child] = link
    return tuple(chosen[child] for child in sorted(chosen))


def _best_first(candidates: Sequence[Link]) -> list[Link]:
    """Return a child's links, the likeliest parent first.

    Of reports for which about as much speaks, the one most like an original, since a copy of the
    original fits as well as the original; of the claims of one report, the one that fits best.
    """
    ordered = sorted(
        candidates, key=lambda link: (-link.evidence.score, root_likeness(link.parent))
    )
    best = ordered[0].evidence.score
    first_of_report = {link.parent.report.id: link for link in reversed(ordered)}
    as_good = [link for link in first_of_report.values() if best - link.evidence.score < AS_GOOD]
    likeliest = min(as_good, key=lambda link: root_likeness(link.parent))
    return [likeliest, *(link for link in ordered if link is not likeliest)]
