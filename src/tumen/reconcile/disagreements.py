"""Conflicts of words: claims that cannot all hold whatever the model says (§3.8)."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tumen.reconcile.place_tree import PlaceTree
from tumen.reconcile.standing import StandingClaim
from tumen.records import Modality, Part

# Parts that overshoot their whole by more than this were not meant to be its parts: "20 arrested
# in China" beside "500 held in Jilin" is no sum gone wrong.
SAME_SUM = 1.25

# Parts that are tried for whether some of them are the whole: all ways to add up 12 are 4,096.
MOST_PARTS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Claims that cannot all hold, why, and how many people lie between them."""

    claims: tuple[StandingClaim, ...]
    type: str
    gap: int = 0
    why: str
    assumptions: tuple[str, ...] = ()  # named assumptions without which it would be none


def disagreements_of(claims: Sequence[StandingClaim], tree: PlaceTree) -> tuple[Disagreement, ...]:
    """Return the conflicts of words within single reports."""
    told_by_report: dict[str, list[StandingClaim]] = defaultdict(list)
    for s in claims:
        for report in s.told_in:  # the claim that stands for all may be a copy's
            told_by_report[report].append(s)
    found: dict[tuple[str, ...], Disagreement] = {}
    for told in told_by_report.values():
        for one in (
            *_told_and_expected(told, tree),
            *_headline_beyond_body(told, tree),
            *_gone_before_they_came(told),
            *_parts_beyond_whole(told, tree),
        ):
            found.setdefault((one.type, *(s.claim.id for s in one.claims)), one)
    return tuple(found.values())


def each_once(disagreements: Iterable[Disagreement]) -> tuple[Disagreement, ...]:
    """Return *disagreements* without conflicts of kinds that the same origins have had already.

    Retellings of either side repeat them, with figures that meet.
    """
    kept: list[Disagreement] = []
    for d in disagreements:
        if d.type != "kind_conflict" or not any(_repeats(d, other) for other in kept):
            kept.append(d)
    return tuple(kept)


def _repeats(one: Disagreement, other: Disagreement) -> bool:
    """Tell whether each side of a conflict retells one of the other."""
    return one.type == other.type and all(
        any(_retells(s, told) for told in other.claims) for s in one.claims
    )


def _retells(one: StandingClaim, other: StandingClaim) -> bool:
    if (one.origin, one.kind, one.places) != (other.origin, other.kind, other.places):
        return False
    if one.people is None or other.people is None:
        return one.people == other.people
    return one.people.meets(other.people)


# --- within one report -----------------------------------------------------------------


def _told_and_expected(claims: Sequence[StandingClaim], tree: PlaceTree) -> Iterator[Disagreement]:
    """Yield numbers told as reached ("more than 1,000 already") that are only expected as well.

    What is expected to exceed 1,000 is at most 1,000 now: they differ by at least one person.
    Only of one state: acts that are expected are other acts than those told, and that the return of
    20 was refused says nothing against as many who are thought to be held.
    """
    for expected in claims:
        if expected.claim.modality is not Modality.EXPECTED or not expected.kind.state:
            continue
        told = [
            s
            for s in claims
            if s.asserted
            and s.people
            and s.people.low >= _low(expected) > 0
            and _same_people(s, expected)
            and s.kind == expected.kind
            and related(s, expected, tree)
        ]
        told.sort(key=lambda s: (s.claim.part is not Part.HEADLINE, -_low(s), s.claim.id))
        for s in told[:1]:
            headline = s.claim.part is not expected.claim.part
            yield Disagreement(
                claims=(s, expected),
                type="headline_body" if headline else "count_conflict",
                gap=_low(s) - _low(expected) + 1,
                why="what the one tells as reached, the other only expects",
            )


def _gone_before_they_came(claims: Sequence[StandingClaim]) -> Iterator[Disagreement]:
    """Yield one group that a report has leave before it came: sent back on the 3rd, caught on the 9th.

    Of groups that only have a number in common the one may have left and the other come.
    """
    by_group: dict[str, list[StandingClaim]] = defaultdict(list)
    for s in claims:
        if s.claim.group is not None and s.asserted and s.people and not s.kind.planned:
            by_group[s.claim.group].append(s)
    for told in by_group.values():
        for gone in (s for s in told if s.kind.by and s.kind.measure == "flow"):
            for came in (s for s in told if s.kind.into):
                if _is_before(gone, came) and same_people(gone, came):
                    yield Disagreement(
                        claims=(gone, came),
                        type="date_conflict",
                        why="nobody can have left before they came",
                    )


def _is_before(one: StandingClaim, other: StandingClaim) -> bool:
    """Tell whether all days of *one* lie before those of *other*, by words and not by default."""
    last, first = one.window.last, other.window.first
    return last is not None and first is not None and last < first and dated(one) and dated(other)


def _headline_beyond_body(
    claims: Sequence[StandingClaim], tree: PlaceTree
) -> Iterator[Disagreement]:
    """Yield headlines that give more people than all figures of the body together.

    Figures of parts of the headline's place do not count: 200 and 20 of two provinces say
    nothing against 1,000 in the country.
    """
    for headline in claims:
        if headline.claim.part is not Part.HEADLINE or not headline.asserted:
            continue
        body = [
            s
            for s in claims
            if s.claim.part is Part.BODY
            and s.asserted
            and s.people
            and s.kind == headline.kind
            and _same_people(s, headline)
            and all(any(p in tree.line(h) for p in s.places) for h in headline.places)
        ]
        highs = [s.people.high for s in body if s.people]
        known = [high for high in highs if high is not None]
        if body and len(known) == len(highs) and _low(headline) > sum(known):
            most = max(body, key=lambda s: (_high(s), s.claim.id))
            yield Disagreement(
                claims=(headline, most),
                type="headline_body",
                gap=_low(headline) - _high(most),
                why="the headline gives more than the text below it",
            )


def _parts_beyond_whole(claims: Sequence[StandingClaim], tree: PlaceTree) -> Iterator[Disagreement]:
    """Yield sums that fall short of the parts printed beside them."""
    for counted in _of_one_kind(claims):
        for whole in counted:
            found = _beyond(whole, counted, tree)
            if found:
                yield found


def _of_one_kind(claims: Iterable[StandingClaim]) -> Iterator[Sequence[StandingClaim]]:
    """Yield the counts of each kind and people, the greatest first."""
    alike: dict[tuple[str, str | None], list[StandingClaim]] = defaultdict(list)
    for s in claims:
        if s.asserted and s.people and s.kind.measure:
            alike[s.kind.code, s.subject].append(s)
    for counted in alike.values():
        yield sorted(counted, key=lambda s: (-_low(s), s.claim.id))


def _beyond(
    whole: StandingClaim, counted: Sequence[StandingClaim], tree: PlaceTree
) -> Disagreement | None:
    """Return that the parts of *whole* among *counted* are more than it, if they are."""
    limit = whole.people.high if whole.people else None
    if limit is None:
        return None
    parts = _parts_of(whole, counted, tree, most=limit * SAME_SUM)
    if len(parts) < 2 or (len(parts) == 2 and not _are_plainly_apart(*parts, tree)):
        return None
    total = sum(_low(s) for s in parts)
    if not limit < total <= limit * SAME_SUM or _some_add_up([_low(s) for s in parts], limit):
        return None
    if any(_same_scope(s, whole) and _high(s) >= total for s in counted):
        return None
    why = f"the parts add up to {total}"
    return Disagreement(claims=(whole, *parts), type="arithmetic", gap=total - limit, why=why)


def _parts_of(
    whole: StandingClaim, counted: Sequence[StandingClaim], tree: PlaceTree, *, most: float
) -> tuple[StandingClaim, ...]:
    """Return the claims on separate groups inside *whole*: of other places, or other days.

    None once they are more than *most*: so many were not meant to be its parts.
    """
    parts: list[StandingClaim] = []
    total = 0
    first = bisect_right(counted, -_high(whole), key=lambda s: -_low(s))  # those that are smaller
    for s in counted[first:]:
        if s is whole or not _within_time(s, whole):
            continue
        inside = all(any(w in tree.line(p) for w in whole.places) for p in s.places)
        if inside and all(_are_apart(s, other, tree) for other in parts):
            parts.append(s)
            total += _low(s)
            if total > most:
                return ()
    return tuple(parts)


def _some_add_up(numbers: Sequence[int], total: int) -> bool:
    """Tell whether some of the greatest *numbers* are exactly *total*: the others are within those."""
    sums = {0}
    for number in numbers[:MOST_PARTS]:
        sums |= {done + number for done in sums if done + number <= total}
    return total in sums


def _are_apart(one: StandingClaim, other: StandingClaim, tree: PlaceTree) -> bool:
    """Tell whether two claims of one report count no person twice.

    Acts at one place on days of their own are two groups, and so are those that the reader kept
    apart; "12 (4 men, 8 women)" is one.
    """
    if one.claim.report == other.claim.report and holds_words(one, other):
        return False
    return _are_plainly_apart(one, other, tree) or _are_two_groups(one, other)


def _are_plainly_apart(one: StandingClaim, other: StandingClaim, tree: PlaceTree) -> bool:
    """Tell whether two claims are of places that share nobody, or of acts on days of their own."""
    if not related(one, other, tree):
        return True
    is_act = one.kind.measure == "flow" and one.window.first and other.window.first
    return bool(is_act) and not one.window.overlaps(other.window)


def _are_two_groups(one: StandingClaim, other: StandingClaim) -> bool:
    """Tell whether a report has two groups of these sizes; of one size they may be one told again."""
    groups = (one.claim.group, other.claim.group)
    # "7 and 5", also told as the 12 they are: the words of one may be those of the other.
    if one.kind.measure != "flow" or one.claim.passage.span == other.claim.passage.span:
        return False
    is_one_size = one.people and other.people and one.people.meets(other.people)
    return None not in groups and groups[0] != groups[1] and not is_one_size


def holds_words(one: StandingClaim, other: StandingClaim) -> bool:
    """Tell whether the figure of one claim stands within the words of the other's."""
    first, second = one.claim.passage.span, other.claim.passage.span
    inner, outer = sorted((first, second), key=lambda span: span.end - span.start)
    return outer.start <= inner.start and inner.end <= outer.end and inner != outer


def _within_time(part: StandingClaim, whole: StandingClaim) -> bool:
    """Tell whether *part* is told of the time of *whole*; an act may also lie inside it."""
    own, outer = part.window, whole.window
    if own == outer:
        return True
    if whole.kind.measure != "flow" or not (own.first and own.last and outer.first and outer.last):
        return False
    return outer.first <= own.first and own.last <= outer.last


# --- what is alike ---------------------------------------------------------------------


def dated(s: StandingClaim) -> bool:
    """Tell whether words, and not the day of its report, give a claim its day."""
    return s.claim.period is not None and bool(s.claim.period.printed)


def same_people(one: StandingClaim, other: StandingClaim) -> bool:
    """Tell whether two claims count the same group of people, and numbers that can be one."""
    meets = one.people is None or other.people is None or one.people.meets(other.people)
    return _same_people(one, other) and meets


def _same_people(one: StandingClaim, other: StandingClaim) -> bool:
    return one.subject == other.subject and one.countable and other.countable


def _same_scope(one: StandingClaim, other: StandingClaim) -> bool:
    return (one.kind, one.subject, one.places) == (other.kind, other.subject, other.places)


def related(one: StandingClaim, other: StandingClaim, tree: PlaceTree) -> bool:
    """Tell whether a place of one claim lies in a place of the other, or is it."""
    return any(tree.related(p, q) for p in one.places for q in other.places)


def _low(s: StandingClaim) -> int:
    return s.people.low if s.people else 0


def _high(s: StandingClaim) -> int:
    """Return the upper end of a figure, its lower one where the upper is open."""
    if s.people is None:
        return 0
    return s.people.low if s.people.high is None else s.people.high
