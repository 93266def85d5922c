"""Which claims of two reports are each other's: one group of the one is one group of the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tumen.lineage.evidence import are_nested, days_apart
from tumen.lineage.forest import Link
from tumen.lineage.sketch import Sketch

# By how much more has to speak for another group: as much as one place or one time does.
PLAINLY = 1.0

# A claim, and the report and the kind in which its counterpart is looked for.
Counterpart = tuple[str, str, str]


def without_mismatches(links: Sequence[Link]) -> tuple[Link, ...]:
    """Return *links* without those of another number where a report tells the very number as well.

    12, 7 and 5 beside 12, 9 and 5: who tells the 12 and the 5 again has changed neither into the
    other; only 7 and 9 are left to be one group.
    """
    same = told_alike(links)
    return tuple(
        link
        for link in links
        if not link.evidence.has("figure_differs")
        or not same.intersection(of_pair(link.child, link.parent))
    )


def told_alike(links: Iterable[Link]) -> frozenset[Counterpart]:
    """Return which claims each report tells with the very number."""
    same = best_of_both(link for link in links if link.evidence.has("same_figure"))
    return frozenset(told for link in same for told in of_pair(link.child, link.parent))


def of_pair(one: Sketch, other: Sketch) -> tuple[Counterpart, Counterpart]:
    """Return each of two claims with where its counterpart is."""
    return (one.id, other.report.id, other.kind), (other.id, one.report.id, one.kind)


def best_of_both(links: Iterable[Link]) -> tuple[Link, ...]:
    """Return the links than which neither end has a better one to the other's report.

    A 12 of no certain place fits every 12 of a report, and is one of them only.
    """
    known = tuple(links)
    best: dict[tuple[str, str], float] = {}
    for link in known:
        for end in _ends(link):
            best[end] = max(link.evidence.score, best.get(end, link.evidence.score))
    return tuple(
        link for link in known if all(best[end] == link.evidence.score for end in _ends(link))
    )


def without_second_groups(links: Sequence[Link]) -> tuple[Link, ...]:
    """Return *links* without those to a group that is plainly another one's counterpart.

    Two reports tell of 12 caught in Shenyang; 12 whom one of them has caught in Changchun, days
    later, are others.
    """
    doubtful = [link for link in links if are_apart(link.child, link.parent)]
    rivals: dict[Counterpart, list[tuple[Sketch, float]]] = {
        end: [] for link in doubtful for end in of_pair(link.parent, link.child)
    }
    if not rivals:
        return tuple(links)
    for link in links:
        for own, end in _seen_from_afar(link):
            if end in rivals:
                rivals[end].append((own, link.evidence.score))
    second = {
        (link.child.id, link.parent.id)
        for link in doubtful
        if any(
            score >= link.evidence.score + PLAINLY and are_apart(own, rival)
            for own, end in _seen_from_afar(link)
            for rival, score in rivals[end]
        )
    }
    return tuple(link for link in links if (link.child.id, link.parent.id) not in second)


def are_apart(one: Sketch, other: Sketch) -> bool:
    """Tell whether two claims are of places or days that do not meet."""
    is_elsewhere = one.leaves and other.leaves and not are_nested(one, other)
    return bool(is_elsewhere or days_apart(one, other))


def _seen_from_afar(link: Link) -> Iterator[tuple[Sketch, Counterpart]]:
    """Yield each end of a link with the other end, for which it is the counterpart."""
    of_parent, of_child = of_pair(link.parent, link.child)
    yield link.child, of_parent
    yield link.parent, of_child


def _ends(link: Link) -> Iterator[tuple[str, str]]:
    """Yield each end of a link with the report that it is linked to."""
    yield link.child.id, link.parent.report.id
    yield link.parent.id, link.child.report.id
