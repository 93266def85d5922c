"""What one report says more than once: a headline and its body, a lead and the source's words.

Two claims with one number in one report are mostly two sides of one account ("200 were held; the
200 were refused").  One repeats the other when both say the same thing, or when the number itself
is put in another way ("200여" above, "200" below).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tumen.lineage.evidence import SLACK, Evidence, are_nested, days_apart
from tumen.lineage.figures import TELLING, Shape, telling
from tumen.lineage.kinds import Kinds, Kinship
from tumen.lineage.sketch import Sketch
from tumen.records import Modality

# A headline's parent is its own body, unless the body's source is in the case and is cited.
RESTATED = 6.0
COUNTED = 4.0

# Claims of one number in one report that are compared with each other; more is a table.
MOST = 24


def pairs_within(
    sketches: Sequence[Sketch], *, kinds: Kinds
) -> Iterator[tuple[Sketch, Sketch, Evidence]]:
    """Yield pairs of claims of one report of which one repeats the other."""
    for told in by_report(sketches):
        by_base: dict[int, list[Sketch]] = defaultdict(list)
        for sketch in told:
            for base in sketch.bases:
                by_base[base].append(sketch)
        for same in by_base.values():
            for place, one in enumerate(same):
                for other in same[place + 1 : place + MOST]:
                    if restates(one, other, kinds=kinds):
                        codes = ("same_report", "same_figure")
                        yield one, other, Evidence(score=RESTATED, codes=codes)
        yield from _counts(told)


def restates(one: Sketch, other: Sketch, *, kinds: Kinds) -> bool:
    """Tell whether two claims of one report say one thing twice."""
    kinship = kinds.kinship(one.kind, other.kind)
    is_near = kinship >= Kinship.RELATED or _is_only_named(one, other, kinds=kinds)
    is_reworded = is_near and one.shape is not other.shape
    if kinship is not Kinship.SAME and not is_reworded:
        return False
    is_elsewhere = one.leaves and other.leaves and not are_nested(one, other)
    return not is_elsewhere and not days_apart(one, other) and may_be_one_teller(one, other)


def _is_only_named(one: Sketch, other: Sketch, *, kinds: Kinds) -> bool:
    """Tell whether one of two claims only speaks of the people again: "most of the 200 had left".

    Any five may be spoken of beside another five.
    """
    is_open = kinds.is_open(one.kind) or kinds.is_open(other.kind)
    return is_open and telling(one.bases & other.bases) >= TELLING


def may_be_one_teller(one: Sketch, other: Sketch) -> bool:
    """Tell whether two claims of one report may come from one mouth.

    An outlet's own words may rest on the source that it names elsewhere; two who are named, or one
    named and one not, are two.
    """
    if one.is_own_voice or other.is_own_voice or is_one_teller(one, other):
        return True
    first, second = one.mouth, other.mouth
    return bool(first and second and not first.is_named and not second.is_named)


def is_one_teller(one: Sketch, other: Sketch) -> bool:
    """Tell whether two claims of one report are told by one speaker, by name or "the source"."""
    first, second = one.mouth, other.mouth
    if first is None or second is None:
        return first is second
    if first.id == second.id:
        return bool(first.id)
    line, _, _ = first.id.partition(">")
    its_line, mark, _ = second.id.partition(">")
    points_back = first.id.endswith(">") or second.id.endswith(">")
    return bool(mark) and line == its_line and points_back


def _counts(told: Sequence[Sketch]) -> Iterator[tuple[Sketch, Sketch, Evidence]]:
    """Yield each count of the outlet's own with the greatest figure of a source that it rests on."""
    for total in told:
        if total.claim.modality is not Modality.OWN_COUNT or not total.bases:
            continue
        parts = [sketch for sketch in told if _is_part(sketch, total)]
        if parts:
            greatest = max(parts, key=lambda sketch: (max(sketch.bases), sketch.id))
            yield total, greatest, Evidence(score=COUNTED, codes=("same_report", "counted"))


def _is_part(sketch: Sketch, total: Sketch) -> bool:
    """Tell whether *sketch* is a smaller figure of the same kind that a named source gave."""
    return (
        sketch.kind == total.kind
        and sketch.shape is Shape.EXACT
        and sketch.mouth is not None
        and max(sketch.bases) < max(total.bases)
        and (days_apart(sketch, total) or 0) <= SLACK
    )


def by_report(sketches: Sequence[Sketch]) -> tuple[tuple[Sketch, ...], ...]:
    """Return the claims of each report in the order of the text."""
    reports: dict[str, list[Sketch]] = defaultdict(list)
    for sketch in sketches:
        reports[sketch.report.id].append(sketch)
    return tuple(
        tuple(sorted(told, key=lambda s: (s.claim.passage.span, s.id)))
        for _, told in sorted(reports.items())
    )
