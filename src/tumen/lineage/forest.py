"""From scored pairs to a forest: one parent for each claim, and no circle.

Circles do occur in print: two reports that cite each other, or three in a ring.  The best links are
taken first, and one that would close a circle is left out, so that an answer always comes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from tumen.lineage.direction import root_likeness
from tumen.lineage.evidence import Evidence
from tumen.lineage.sketch import Sketch

# Less than what any single sign decides, save the beginning of a period.
AS_GOOD = 0.4

_SHOWN = frozenset({"cited", "copied_report", "copied_passage"})
_NOTHING: Set[str] = frozenset()


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

    @property
    def is_shown(self) -> bool:
        """Tell whether the texts show the link: by a citation, by copied words, or in one report."""
        return self.is_within or not _SHOWN.isdisjoint(self.evidence.codes)


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
    """Return the best link of each child that closes no circle, in the order of the children.

    Chosen twice: which accounts a report retells shows once most of its claims have a parent.
    """
    known = tuple(links)
    first = _choose(known, {})
    told: dict[Hashable, set[str]] = defaultdict(set)
    for link in first:
        told[_account(link)].add(link.child.id)
        told[_retold_text(link)].add(link.child.id)
    return _choose(known, told)


def _choose(links: Sequence[Link], told: Mapping[Hashable, Set[str]]) -> tuple[Link, ...]:
    """Return a forest of the best links, given which claims a report takes from each account.

    What is cited or copied comes first.  A parent that is only inferred must be an original: what
    fits a copy and not what it copies fits by chance, and would tie two origins together.
    """
    chosen: dict[str, Link] = {}
    groups = Groups()
    _add_best([link for link in links if link.is_shown], told, chosen, groups)
    inferred = [
        link
        for link in links
        if not link.is_shown and link.child.id not in chosen and link.parent.id not in chosen
    ]
    _add_best(inferred, told, chosen, groups)
    return tuple(chosen[child] for child in sorted(chosen))


def _add_best(
    links: Sequence[Link],
    told: Mapping[Hashable, Set[str]],
    chosen: dict[str, Link],
    groups: Groups,
) -> None:
    """Add to *chosen* the best of *links* for each child that closes no circle in *groups*."""
    of_child: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        of_child[link.child.id].append(link)
    ranked = [
        (rank, -link.evidence.score, child, link)
        for child, candidates in of_child.items()
        for rank, link in enumerate(_best_first(candidates, told))
    ]
    for *_, child, link in sorted(ranked, key=lambda entry: entry[:3]):
        if child not in chosen and groups.join(child, link.parent.id):
            chosen[child] = link


def _account(link: Link) -> Hashable:
    """Return what a report's claims have in common that retell one account of another text."""
    return link.child.report.id, _text(link.parent), link.parent.speaker


def _retold_text(link: Link) -> Hashable:
    """Return what a report's claims have in common that retell one text."""
    return link.child.report.id, _text(link.parent)


def _text(sketch: Sketch) -> Hashable:
    """Return the text that a claim stands in: an outlet's pages of one day are one."""
    if not sketch.publisher or sketch.published is None:
        return sketch.report.id
    return sketch.publisher, sketch.published


def _best_first(candidates: Sequence[Link], told: Mapping[Hashable, Set[str]]) -> list[Link]:
    """Return a child's links, the likeliest parent first.

    Where about as much speaks for several: a claim of the outlet that is most like an original,
    since its copies fit as well; of that outlet, a claim of the text, and there of the account,
    that the child's report retells anyway; of that account, the claim that fits best.
    """

    def retold(key: Hashable, link: Link) -> int:
        """Return how many claims are retold under *key*; a link's own earlier choice is none."""
        return len(told.get(key, _NOTHING) - {link.child.id})

    ordered = sorted(
        candidates, key=lambda link: (-link.evidence.score, root_likeness(link.parent))
    )
    enough = ordered[0].evidence.score - AS_GOOD
    as_good = [link for link in ordered if link.evidence.score > enough]
    original = min(as_good, key=lambda link: root_likeness(link.parent)).parent
    of_outlet = [link for link in as_good if _is_of_outlet(link.parent, original)]
    text = min(
        of_outlet,
        key=lambda link: (-retold(_retold_text(link), link), root_likeness(link.parent)),
    )
    likeliest = max(
        (link for link in of_outlet if _text(link.parent) == _text(text.parent)),
        key=lambda link: retold(_account(link), link),  # of equals the first, which fits best
    )
    return [likeliest, *(link for link in ordered if link is not likeliest)]


def _is_of_outlet(sketch: Sketch, original: Sketch) -> bool:
    """Tell whether a claim is of the report or the outlet of *original*."""
    if not original.publisher:
        return sketch.report.id == original.report.id
    return sketch.publisher == original.publisher
