"""What became of a group: the same people through everything that is told of them.

Claims are of one group where a report says so, or where one repeats the other and nothing that was
distorted on the way puts other people in their place.  What only looks alike is never joined, so
that a group told apart by two reports stays two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import date

from tumen.codebook import Codebook
from tumen.ids import content_id
from tumen.lineage.direction import root_likeness
from tumen.lineage.figures import Shape
from tumen.lineage.forest import Groups
from tumen.lineage.kinds import Kinds
from tumen.lineage.matching import are_apart
from tumen.lineage.sketch import Firmness, Sketch, Sketcher, sketches_of
from tumen.lineage.steps import ends_of, last_news, steps_of
from tumen.places import Gazetteer
from tumen.records import Basis, Claim, Group, Lineage, Modality, Report, Retelling

# Distortions after which other people may be meant.
_OTHERS = frozenset(
    {
        "groups_merged",
        "groups_split",
        "sum_as_single_event",
        "overlap_double_counted",
        "date_reanchored",
        "place_swapped",
    }
)
_SURE = frozenset({Basis.CITED, Basis.COPIED})
_COUNTED = frozenset({Shape.EXACT, Shape.ABOUT, Shape.MORE})


def follow(
    reports: Sequence[Report],
    claims: Sequence[Claim],
    lineage: Lineage,
    *,
    codebook: Codebook,
    gazetteer: Gazetteer,
) -> tuple[Group, ...]:
    """Return the counted groups with what became of them, the newest news first.

    How long nothing was heard counts to the day of the newest report.
    """
    sketcher = Sketcher(codebook, gazetteer)
    sketches = sketches_of(claims, {report.id: report for report in reports}, sketcher=sketcher)
    kinds = sketcher.kinds
    known = {sketch.id: sketch for sketch in sketches if is_of_a_group(sketch, kinds=kinds)}
    days = [sketch.published for sketch in sketches if sketch.published is not None]
    parents: dict[str, set[str]] = defaultdict(set)
    for retelling in lineage.retellings:
        parents[retelling.child].add(retelling.parent)
    groups = [
        _group(members, parents, max(days, default=None), kinds=kinds)
        for members in joined(known, lineage.retellings)
    ]
    return tuple(sorted(groups, key=lambda group: (-_ordinal(group.last_news), group.id)))


def is_of_a_group(sketch: Sketch, *, kinds: Kinds) -> bool:
    """Tell whether a claim counts people who can be followed.

    Not those of every year, an estimate of how many there are, a denial, or all who live somewhere.
    """
    state = kinds.leaves_people(sketch.kind)
    is_about_people = bool(state) or kinds.is_exchange(sketch.kind)
    return (
        is_about_people
        and not kinds.is_at_large(state)
        and sketch.shape in _COUNTED
        and sketch.depth > 1
        and not sketch.claim.yearly
        and sketch.firmness is not Firmness.DENIED
        and sketch.claim.modality not in {Modality.ESTIMATED, Modality.OWN_COUNT}
    )


def joined(
    known: Mapping[str, Sketch], retellings: Iterable[Retelling]
) -> Iterator[tuple[Sketch, ...]]:
    """Yield the claims of each group."""
    groups = Groups()
    members = {claim: [sketch] for claim, sketch in known.items()}
    for one, other in (*_carried(known.values()), *_repeated(known, retellings)):
        first, second = groups.find(one.id), groups.find(other.id)
        if first != second and not _are_told_apart(members[first], members[second]):
            groups.join(first, second)
            members[groups.find(first)] = members.pop(first) + members.pop(second)
    for told in members.values():
        yield tuple(told)


def _carried(sketches: Iterable[Sketch]) -> Iterator[tuple[Sketch, Sketch]]:
    """Yield claims that one report lays to one group, each with the first of it."""
    first: dict[tuple[str, str], Sketch] = {}
    for sketch in sketches:
        if sketch.claim.group is not None:
            key = sketch.report.id, sketch.claim.group
            yield first.setdefault(key, sketch), sketch


def _repeated(
    known: Mapping[str, Sketch], retellings: Iterable[Retelling]
) -> Iterator[tuple[Sketch, Sketch]]:
    """Yield claims that repeat others of the same people, the surest first."""
    fit = [
        retelling
        for retelling in retellings
        if retelling.child in known and retelling.parent in known and _keeps_people(retelling)
    ]
    for retelling in sorted(fit, key=lambda r: (r.basis not in _SURE, r.child, r.parent)):
        yield known[retelling.child], known[retelling.parent]


def _keeps_people(retelling: Retelling) -> bool:
    """Tell whether a retelling is certainly of the same people as what it repeats."""
    distorted = {distortion.type for distortion in retelling.distortions}
    if distorted & _OTHERS or "other_people" in retelling.because:
        return False
    if retelling.basis in _SURE:
        return True
    return retelling.confidence != "low" and "figure_changed" not in distorted


def _are_told_apart(one: Sequence[Sketch], other: Sequence[Sketch]) -> bool:
    """Tell whether some report tells the people of *one* and of *other* as two groups."""
    by_report: dict[str, list[Sketch]] = defaultdict(list)
    for sketch in one:
        by_report[sketch.report.id].append(sketch)
    return any(
        mine.claim.group != its.claim.group
        and (not mine.bases & its.bases or (mine.kind == its.kind and are_apart(mine, its)))
        for its in other
        for mine in by_report.get(its.report.id, ())
    )


def _group(
    members: Sequence[Sketch], parents: Mapping[str, Set[str]], today: int | None, *, kinds: Kinds
) -> Group:
    """Return one group with its steps and what became of it."""
    of_group = {sketch.id for sketch in members}
    repeats = {claim for claim in of_group if not of_group.isdisjoint(parents.get(claim, ()))}
    members = sorted(members, key=lambda sketch: (sketch.id in repeats, root_likeness(sketch)))
    root = members[0]
    outcome, partly = ends_of(members, root, kinds=kinds)
    news = last_news(members, repeats)
    return Group(
        id=content_id("g", root.id),
        root=root.id,
        claims=tuple(sorted(sketch.id for sketch in members)),
        reports=len({sketch.report.id for sketch in members}),
        steps=steps_of(members, kinds=kinds),
        outcome=outcome,
        partly=partly,
        last_news=date.fromordinal(news) if news is not None else None,
        silent_days=max(today - news, 0) if news is not None and today is not None else None,
    )


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0
