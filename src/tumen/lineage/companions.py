"""Groups told side by side: a date that a retelling moved, told from another group of that size.

"200 in Jilin and 20 in Liaoning" in two reports is one story, also where the second dates the 20
otherwise; 20 alone, with another date, are other people.  So a group vouches for the one beside it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from tumen.lineage.evidence import (
    FAR,
    Evidence,
    days_apart,
    has_place_in_common,
    is_tight,
    weigh,
)
from tumen.lineage.figures import TELLING, are_near, telling
from tumen.lineage.forest import Link
from tumen.lineage.kinds import Kinds, Kinship, Likeness
from tumen.lineage.matching import Counterpart, of_pair, told_alike
from tumen.lineage.sketch import Sketch
from tumen.lineage.within import is_one_teller, may_be_one_teller

# Claims of one report and kind among which a group with another number is looked for; more is a
# table.
MOST = 24

_ELSEWHEN = frozenset({"other_time", "years_apart", "other_group", "standing_figure"})

Pair = tuple[Sketch, Sketch]
_Reports = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Known:
    """What two reports tell alike: pairs of claims of one group and time, a claim of each."""

    pairs: tuple[Pair, ...]

    def vouches_for(self, one: Sketch, other: Sketch) -> bool:
        """Tell whether another group stands beside both, and neither group is told as it is there."""
        return any(_stand_beside(known, (one, other)) for known in self.pairs) and not any(
            _is_told_already(known, (one, other)) for known in self.pairs
        )

    def is_of_event(self, one: Sketch, other: Sketch) -> bool:
        """Tell whether a second group of that kind and time stands beside both."""
        return any(
            all(
                near.kind == own.kind
                and not near.bases & own.bases
                and days_apart(near, own) == 0
                and may_be_one_teller(near, own)
                for near, own in zip(known, (one, other), strict=True)
            )
            for known in self.pairs
        )


def companions(
    links: Sequence[Link], others: Iterable[Pair], sketches: Sequence[Sketch], *, kinds: Kinds
) -> Iterator[tuple[Sketch, Sketch, Evidence]]:
    """Yield pairs of one group whose date or number moved, given what *links* show beside them."""
    known = _known(links, kinds=kinds)
    yield from redated(known, others, kinds=kinds)
    yield from renumbered(known, told_alike(links), sketches, kinds=kinds)


def redated(
    known: Mapping[_Reports, _Known], others: Iterable[Pair], *, kinds: Kinds
) -> Iterator[tuple[Sketch, Sketch, Evidence]]:
    """Yield those of *others* that are one group under two dates, given what is *known*.

    Each report tells, in one line of speakers, a second group that is linked without doubt; figure,
    place and people agree; and neither line tells the other's version as well.
    """
    for one, other in others:
        told = known.get(_reports(one, other))
        if told is None or not _looks_alike(one, other, kinds=kinds):
            continue
        if told.vouches_for(*_in_order(one, other)):
            evidence = weigh(one, other, kinds=kinds, has_companion=True)
            if evidence is not None:
                yield one, other, evidence


def renumbered(
    known: Mapping[_Reports, _Known],
    alike: Set[Counterpart],
    sketches: Sequence[Sketch],
    *,
    kinds: Kinds,
) -> Iterator[tuple[Sketch, Sketch, Evidence]]:
    """Yield claims of *sketches* that are one group under two numbers, given what is *known*.

    Both reports tell a second group of that kind and time that is linked without doubt; kind,
    place, days and people agree; and no other claim of either report comes into question.
    """
    told: dict[tuple[str, str], list[Sketch]] = defaultdict(list)
    for sketch in sketches:
        if sketch.bases and is_tight(sketch) and len(told[sketch.report.id, sketch.kind]) < MOST:
            told[sketch.report.id, sketch.kind].append(sketch)
    for (report, its_report), shared in sorted(known.items(), key=lambda item: item[0]):
        pairs = [
            (one, other)
            for kind in sorted({near.kind for near, _ in shared.pairs})
            for one in told[report, kind]
            for other in told[its_report, kind]
            if _differs_by_number(one, other, kinds=kinds)
            and alike.isdisjoint(of_pair(one, other))
            and shared.is_of_event(one, other)
        ]
        times = Counter(sketch.id for pair in pairs for sketch in pair)
        for one, other in pairs:
            is_only = times[one.id] == times[other.id] == 1
            evidence = weigh(one, other, kinds=kinds, has_companion=True) if is_only else None
            if evidence is not None:
                yield one, other, evidence


def _differs_by_number(one: Sketch, other: Sketch, *, kinds: Kinds) -> bool:
    """Tell whether two claims agree in everything but the number, and that is near."""
    return (
        one.kind == other.kind
        and one.figure is not None
        and other.figure is not None
        and not one.bases & other.bases
        and are_near(one.figure, other.figure)
        and has_place_in_common(one, other)
        and kinds.likeness(one.claim.subject, other.claim.subject) is Likeness.SAME
        and days_apart(one, other) == 0
    )


def _known(links: Iterable[Link], *, kinds: Kinds) -> Mapping[_Reports, _Known]:
    """Return what each two reports tell alike, by what speaks for their links."""
    pairs: dict[_Reports, list[Pair]] = defaultdict(list)
    for link in links:
        if _ELSEWHEN.isdisjoint(link.evidence.codes) and _looks_alike(
            link.child, link.parent, kinds=kinds
        ):
            pairs[_reports(link.child, link.parent)].append(_in_order(link.child, link.parent))
    return {reports: _Known(tuple(found)) for reports, found in pairs.items()}


def _looks_alike(one: Sketch, other: Sketch, *, kinds: Kinds) -> bool:
    """Tell whether figure, place, people and kind agree, and the reports are of one time."""
    return (
        telling(one.bases & other.bases) >= TELLING
        and has_place_in_common(one, other)
        and kinds.kinship(one.kind, other.kind) >= Kinship.RELATED
        and kinds.likeness(one.claim.subject, other.claim.subject) is not Likeness.OTHER
        and one.published is not None
        and other.published is not None
        and abs(one.published - other.published) <= FAR
    )


def _stand_beside(known: Pair, pair: Pair) -> bool:
    """Tell whether both reports tell the groups of *known* and of *pair* as two, in one line."""
    return all(
        not near.bases & own.bases and _is_one_line(near, own)
        for near, own in zip(known, pair, strict=True)
    )


def _is_told_already(known: Pair, pair: Pair) -> bool:
    """Tell whether a line that tells one version of *pair* tells the other one as well."""
    (near, its_near), (one, other) = known, pair
    if not near.bases & one.bases & its_near.bases & other.bases:
        return False
    return (_is_one_group(near, one) and _is_one_line(its_near, other)) or (
        _is_one_group(its_near, other) and _is_one_line(near, one)
    )


def _is_one_group(one: Sketch, other: Sketch) -> bool:
    """Tell whether two claims of one report are about one group."""
    return one.id == other.id or (
        one.claim.group is not None and one.claim.group == other.claim.group
    )


def _is_one_line(one: Sketch, other: Sketch) -> bool:
    """Tell whether two claims of one report come through one speaker, or are both its own words."""
    if one.chain and other.chain and one.chain[0].id:
        return one.chain[0].id == other.chain[0].id or is_one_teller(one, other)
    return is_one_teller(one, other)


def _reports(one: Sketch, other: Sketch) -> _Reports:
    """Return the two reports, whichever comes first."""
    first, second = _in_order(one, other)
    return first.report.id, second.report.id


def _in_order(one: Sketch, other: Sketch) -> Pair:
    """Return two claims by the ids of their reports."""
    return (one, other) if one.report.id <= other.report.id else (other, one)
