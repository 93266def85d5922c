"""What follows if nobody leaves a place unreported (§3.4.6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from tumen.ids import content_id
from tumen.reconcile.assumptions import PERSISTENCE
from tumen.reconcile.place_tree import PlaceTree
from tumen.reconcile.standing import StandingClaim
from tumen.records import Constraint, Ground, Measure, Quantity, Term

DAY = timedelta(days=1)

Gap = tuple[date | None, date]  # first and last day; None: from the beginning


def persistence_of(
    claims: Sequence[StandingClaim],
    spoken_of: Iterable[Quantity],
    tree: PlaceTree,
    until: date | None,
) -> tuple[Constraint, ...]:
    """Return that nobody leaves the cells *spoken_of* up to *until*, but when that is reported.

    While people are reported to leave a place, or a part or the whole of it, they may.
    """
    if until is None:
        return ()
    leaving = [s for s in claims if s.asserted and s.kind.by and s.kind.measure == "flow"]
    cells = {
        (q.subject, q.state, cell)
        for q in spoken_of
        if q.measure is Measure.STOCK and q.state and q.day
        for cell in tree.cells[q.place]
    }
    return tuple(
        _nobody_leaves(subject, state, cell, gap)
        for subject, state, cell in sorted(cells, key=lambda c: (c[0] or "", c[1] or "", c[2]))
        for gap in _gaps(_windows(leaving, cell, tree), until)
    )


def _windows(leaving: Iterable[StandingClaim], cell: str, tree: PlaceTree) -> list[StandingClaim]:
    return [s for s in leaving if any(tree.related(cell, place) for place in s.places)]


def _gaps(leaving: Sequence[StandingClaim], until: date) -> Iterator[Gap]:
    """Yield the stretches of time up to *until* in which nobody is reported to leave."""
    windows = sorted(
        (s.window.since or s.window.first or date.min, s.window.last or date.max) for s in leaving
    )
    free: date | None = None
    for first, last in windows:
        if first > (free or date.min):
            yield free, min(first - DAY, until)
        if last >= until:
            return
        free = max(free or date.min, last + DAY)
    if free is None or free <= until:
        yield free, until


def _nobody_leaves(subject: str | None, state: str | None, cell: str, gap: Gap) -> Constraint:
    first, last = gap
    gone = Quantity(
        measure=Measure.FLOW, out_of=state, place=cell, start=first, end=last, subject=subject
    )
    return Constraint(
        id=content_id("k", PERSISTENCE, gone),
        terms=(Term(1, gone),),
        lower=None,
        upper=0,
        ground=Ground.CONDITION,
        assumptions=(PERSISTENCE,),
        rule="3.4.6",
    )
