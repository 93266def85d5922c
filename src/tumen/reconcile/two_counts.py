"""Two counts of those in one state at one place, days or weeks apart, that cannot both be (§3.8).

"700 are held" and, two days later, "fewer than 300 are": no arithmetic forbids it, since people may
have left in between.  But nobody says that so many did, and a reader must see that it would take that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tumen.reconcile.assumptions import PERSISTENCE
from tumen.reconcile.dating import Window
from tumen.reconcile.disagreements import Disagreement
from tumen.reconcile.place_tree import PlaceTree
from tumen.reconcile.standing import StandingClaim

# Days between two counts over which so many would hardly come or go without a word of it.
NEAR = 31
# Counts of one place and state, in the order of their days, that each is held against.
NEIGHBOURS = 24


def counted_otherwise(claims: Sequence[StandingClaim], tree: PlaceTree) -> Iterator[Disagreement]:
    """Yield pairs of counts of which one sets a most that the other is above.

    A bare number sets no most: its source may know of some only.  Counts of one day are left to the
    model, and those between which a report tells of enough people coming or leaving are none.
    """
    alike: dict[tuple[object, ...], list[StandingClaim]] = defaultdict(list)
    for s in claims:
        if s.asserted and s.countable and s.people and s.window.last and s.kind.measure == "stock":
            alike[s.kind.state, s.subject, s.places].append(s)
    acts = [
        s
        for s in claims
        if s.kind.measure == "flow" and not s.kind.planned and s.asserted and s.people
    ]
    for told in alike.values():
        ordered = sorted(told, key=lambda s: (s.window.last, s.claim.id))
        for at, one in enumerate(ordered):
            for other in ordered[at + 1 : at + 1 + NEIGHBOURS]:
                gap = _gap(one, other)
                if gap and not _explained(one, other, gap, acts, tree):
                    yield Disagreement(
                        claims=(one, other),
                        type="count_conflict",
                        gap=gap,
                        assumptions=(PERSISTENCE,),
                        why=f"nobody tells of {gap} {_way(one, other)} in between",
                    )


def _way(one: StandingClaim, other: StandingClaim) -> str:
    """Return what would have to have happened: the first count is the earlier one."""
    more_before = bool(one.people and other.people and one.people.low > other.people.low)
    return "leaving" if more_before else "coming in"


def _gap(one: StandingClaim, other: StandingClaim) -> int:
    """Return by how many people one count is above the most of the other, 0 where it is not."""
    first, second = one.window.last, other.window.last
    if not (one.people and other.people and first and second):
        return 0
    if first == second or (second - first).days > NEAR or one.voice == other.voice:
        return 0
    for capped, above in ((one.people, other.people), (other.people, one.people)):
        if capped.capped and capped.high is not None and above.low > capped.high:
            return above.low - capped.high
    return 0


def _explained(
    one: StandingClaim,
    other: StandingClaim,
    gap: int,
    acts: Iterable[StandingClaim],
    tree: PlaceTree,
) -> bool:
    """Tell whether acts between the two days account for the gap."""
    between = Window(first=one.window.last, last=other.window.last)
    moved = sum(
        s.people.low for s in acts if s.people and s.window.overlaps(between) and _at(s, one, tree)
    )
    return moved >= gap


def _at(s: StandingClaim, count: StandingClaim, tree: PlaceTree) -> bool:
    return any(tree.related(p, q) for p in s.places for q in count.places)
