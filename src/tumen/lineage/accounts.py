"""Which claims of one report are one account: one mouth, or an outlet's lead and the source below it.

Only claims that repeat no other look for their account: where a retelling leads, the claim follows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tumen.lineage.evidence import SLACK, are_nested, days_apart, is_closed
from tumen.lineage.forest import Link
from tumen.lineage.kinds import Kinds, Kinship
from tumen.lineage.sketch import Sketch
from tumen.lineage.totals import ADDS_UP, adds_up
from tumen.lineage.within import by_report, is_one_teller
from tumen.records import HopType

# Publishers that know what they tell themselves.
_SOURCES = frozenset({HopType.NGO, HopType.UN, HopType.STATE, HopType.RESEARCHER})

# Claims before and after it in the text that a claim without a parent is compared with.
NEAR = 24


def accounts(
    sketches: Sequence[Sketch], links: Sequence[Link], *, kinds: Kinds
) -> Iterator[tuple[Sketch, Sketch]]:
    """Yield claims of one report that are one account: each claim without a parent, with its next."""
    has_parent = _retold(links)
    for told in by_report(sketches):
        for at, sketch in enumerate(told):
            if sketch.id in has_parent:
                continue
            near = [s for s in told[max(0, at - NEAR) : at + NEAR + 1] if s is not sketch]
            kin = [other for other in near if is_one_account(sketch, other, near, kinds=kinds)]
            yield from _nearest(sketch, kin, told, kinds=kinds)
            for other in kin:
                is_sourced = not _is_outlets_own(sketch) and not _is_outlets_own(other)
                if is_sourced and other.id not in has_parent:
                    yield sketch, other


def _retold(links: Sequence[Link]) -> frozenset[str]:
    """Return the claims that repeat another and so look for no account.

    Of two copies of a report one alone tells which claims are one account, the one that most of the
    other's claims repeat: in a copy some speakers are named otherwise.
    """
    repeated: dict[tuple[str, str], int] = defaultdict(int)
    for link in links:
        if _is_copy(link):
            repeated[link.parent.report.id, link.child.report.id] += 1

    def of_original(link: Link) -> bool:
        """Tell whether the child of a link stands in the original of two copies."""
        child, parent = link.child.report, link.parent.report
        ahead = repeated[child.id, parent.id] - repeated[parent.id, child.id]
        return _is_copy(link) and (ahead, parent.id) > (0, child.id)

    return frozenset((link.parent if of_original(link) else link.child).id for link in links)


def _is_copy(link: Link) -> bool:
    """Tell whether a claim and its parent stand in two copies of one report."""
    return link.evidence.has("copied_report")


def _nearest(
    sketch: Sketch, kin: Sequence[Sketch], told: Sequence[Sketch], *, kinds: Kinds
) -> Iterator[tuple[Sketch, Sketch]]:
    """Yield a claim with the nearest of its account; a lead also with the nearest of a source.

    Near is counted in claims, not in letters: a copy in other words has the same accounts.
    """
    place = {other.id: at for at, other in enumerate(told)}
    here = place[sketch.id]

    def distance(other: Sketch) -> tuple[int, int, int, int]:
        there = place[other.id]
        kinship = kinds.kinship(sketch.kind, other.kind)
        return 0 if sketch.bases & other.bases else 1, -kinship, abs(here - there), there

    ordered = sorted(kin, key=distance)
    yield from ((sketch, other) for other in ordered[:1])
    if sketch.is_own_voice:
        sourced = [other for other in ordered if not other.is_own_voice]
        yield from ((sketch, other) for other in sourced[:1])


def is_one_account(one: Sketch, other: Sketch, told: Sequence[Sketch], *, kinds: Kinds) -> bool:
    """Tell whether two claims of one report, which also tells *told*, belong to one account.

    A source is one account wherever its places lie in one country; an outlet's own words belong
    to an account only where they are about the same event.
    """
    if _is_outlets_own(one) or _is_outlets_own(other):
        if not _is_in_line(one, other) or not _is_one_event(one, other, kinds=kinds):
            return False
        if one.is_own_voice == other.is_own_voice or _rests_on(one, other, told):
            return True
        return adds_up(one, other, told, kinds=kinds) or adds_up(other, one, told, kinds=kinds)
    is_far = one.above and other.above and one.above.isdisjoint(other.above)
    return not is_far and is_one_teller(one, other)


def _is_outlets_own(sketch: Sketch) -> bool:
    """Tell whether an outlet says this on its own; an office or organisation is a source itself."""
    publisher = sketch.claim.attribution[0] if sketch.claim.attribution else None
    is_source = sketch.mouth is None and publisher is not None and publisher.type in _SOURCES
    return sketch.is_own_voice and not is_source


def _is_in_line(one: Sketch, other: Sketch) -> bool:
    """Tell whether an outlet's own words and another claim come down one line of speakers."""
    if one.is_own_voice and other.is_own_voice:
        return one.speaker == other.speaker or one.mouth is None or other.mouth is None
    own, sourced = (one, other) if one.is_own_voice else (other, one)
    return own.mouth is None or any(who.id == own.mouth.id for who in sourced.chain)


def _is_one_event(one: Sketch, other: Sketch, *, kinds: Kinds) -> bool:
    """Tell whether two claims of one report are about one event, or one group of people."""
    if one.leaves and other.leaves and not are_nested(one, other):
        return False
    gap = days_apart(one, other)
    if gap is not None and gap > SLACK and not _are_held_since(one, other, kinds=kinds):
        return False
    if one.claim.group is not None and one.claim.group == other.claim.group:
        return True
    if bool(one.bases) != bool(other.bases) and not (is_closed(one) and is_closed(other)):
        return False  # "they were refused", whenever that was, is any of the groups
    kinship = kinds.kinship(one.kind, other.kind)
    is_one_number = bool(one.bases & other.bases)
    return kinship >= Kinship.RELATED or (kinship is Kinship.PEOPLE and is_one_number)


def _are_held_since(one: Sketch, other: Sketch, *, kinds: Kinds) -> bool:
    """Tell whether one claim is of an arrest and the other of as many held at a later day."""
    flow, stock = (one, other) if kinds.is_flow(one.kind) else (other, one)
    if not kinds.leads_into(flow.kind, stock.kind) or not one.bases & other.bases:
        return False
    return flow.last is not None and stock.first is not None and flow.last <= stock.first


def _rests_on(one: Sketch, other: Sketch, told: Sequence[Sketch]) -> bool:
    """Tell whether an outlet's own figure can rest on a source's: the same, or a sum of parts.

    A lead of 1,000 over sources that know of 220 rests on something else.
    """
    if not one.bases or not other.bases or one.bases & other.bases:
        return True
    total, part = (one, other) if max(one.bases) > max(other.bases) else (other, one)
    parts = {part.id: part, **{sketch.id: sketch for sketch in told if _is_part(sketch, total)}}
    together = sum(max(sketch.bases) for sketch in parts.values())
    return abs(together - max(total.bases)) <= ADDS_UP * max(total.bases)


def _is_part(sketch: Sketch, total: Sketch) -> bool:
    """Tell whether a claim is of a smaller figure of the same kind, at a place of the total's."""
    return (
        sketch.kind == total.kind
        and bool(sketch.bases)
        and max(sketch.bases) < max(total.bases)
        and are_nested(sketch, total)
    )
