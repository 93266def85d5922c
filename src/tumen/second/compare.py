"""Lay two readings of one report side by side: who found what, and where they differ.

Neither reader is right by office.  A claim of the one goes with that claim of the other which
rests on the same words; of several, with the one that says the most alike.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tumen.places import Gazetteer
from tumen.records import Agreement, Alone, Claim, Pair, Passage, Reading

# What makes two claims one, the surest first.
_Test = Callable[[Claim, Claim], bool]


def compare(first: Reading, second: Reading, gazetteer: Gazetteer) -> Agreement:
    """Return which claims both readers found, with the fields they differ in, and the rest."""
    left = sorted(first.claims, key=_order)
    right = sorted(second.claims, key=_order)
    pairs: list[Pair] = []
    for same in (_same_figure_and_kind, _same_figure, _same_kind):
        for claim in tuple(left):
            found = [
                Pair(first=claim, second=other, differs=_differences(claim, other, gazetteer))
                for other in right
                if same(claim, other)
            ]
            if found:
                nearest = min(found, key=lambda pair: len(pair.differs))
                left.remove(claim)
                right.remove(nearest.second)
                pairs.append(nearest)
    pairs.sort(key=lambda pair: _order(pair.first))
    return Agreement(
        pairs=tuple(pairs),
        only_first=tuple(left),
        only_second=tuple(Alone(claim=claim, aside=_aside(claim, first)) for claim in right),
    )


def _order(claim: Claim) -> tuple[object, ...]:
    return claim.passage.span, claim.kind, claim.id


def _same_figure_and_kind(one: Claim, other: Claim) -> bool:
    return one.kind == other.kind and _same_figure(one, other)


def _same_figure(one: Claim, other: Claim) -> bool:
    """Tell whether the figures of two claims are the same words."""
    left, right = _figure_words(one), _figure_words(other)
    return left is not None and right is not None and left.span.overlaps(right.span)


def _same_kind(one: Claim, other: Claim) -> bool:
    """Tell whether two claims say the same of the same words, a figure apart."""
    if one.figure is not None and other.figure is not None:
        return False  # two figures: two claims
    return one.kind == other.kind and one.passage.span.overlaps(other.passage.span)


def _figure_words(claim: Claim) -> Passage | None:
    return next((e.passage for e in claim.evidence if e.field == "figure"), None)


def _differences(one: Claim, other: Claim, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the fields in which two claims differ, in the order of the record."""
    same = {
        "kind": one.kind == other.kind,
        "subject": one.figure is None or other.figure is None or one.subject == other.subject,
        "figure": _ends(one) == _ends(other),
        "places": _named(one, gazetteer) == _named(other, gazetteer),
        "period": _days(one) == _days(other),
        "attribution": _same_speaker(one, other),
        "modality": one.modality == other.modality,
    }
    return tuple(field for field, alike in same.items() if not alike)


def _ends(claim: Claim) -> tuple[int | None, int | None] | None:
    return (claim.figure.low, claim.figure.high) if claim.figure else None


def _days(claim: Claim) -> tuple[object, object] | None:
    return (claim.period.first_day, claim.period.last_day) if claim.period else None


def _named(claim: Claim, gazetteer: Gazetteer) -> frozenset[str]:
    """Return the smallest places that a claim names; what it only lies in says nothing more."""
    named = [place.id for place in claim.places if place.passage is not None]
    above = {place.id for id_ in named for place in gazetteer.ancestors(id_)}
    return frozenset(named) - above


def _same_speaker(one: Claim, other: Claim) -> bool:
    """Tell whether two claims end with the same speaker: who knows, not who passes it on."""
    left, right = one.attribution[-1], other.attribution[-1]
    if left.passage and right.passage and left.passage.span.overlaps(right.passage.span):
        return True
    inside = left.name in right.name or right.name in left.name
    return left.name == right.name or bool(left.name and right.name and inside)


def _aside(claim: Claim, first: Reading) -> str:
    """Return what the first reader took the number of a claim for."""
    words = _figure_words(claim)
    if words is None:
        return ""
    unread: Sequence[Passage] = [unread.passage for unread in first.unread]
    for aside in first.set_aside:
        if aside.passage.span.overlaps(words.span):
            return aside.reason
    return "unread" if any(p.span.overlaps(words.span) for p in unread) else ""
