"""Conflicts of words: claims that cannot all hold whatever the model says (§3.8)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tumen.reconcile.place_tree import PlaceTree
from tumen.reconcile.standing import StandingClaim
from tumen.records import Modality, Part

# Answers that one request cannot both have had.
ANSWERED, UNANSWERED = "return_refused", "return_unanswered"

# Parts that overshoot their whole by more than this were not meant to be its parts: "20 arrested
# in China" beside "500 held in Jilin" is no sum gone wrong.
SAME_SUM = 1.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Claims that cannot all hold, why, and how many people lie between them."""

    claims: tuple[StandingClaim, ...]
    type: str
    gap: int = 0
    why: str


def disagreements_of(claims: Sequence[StandingClaim], tree: PlaceTree) -> tuple[Disagreement, ...]:
    """Return the conflicts of words among *claims*: within a report, of answers, of denials."""
    found: list[Disagreement] = []
    by_report: dict[str, list[StandingClaim]] = defaultdict(list)
    for s in claims:
        by_report[s.claim.report].append(s)
    for own in by_report.values():
        found.extend(_told_and_expected(own, tree))
        found.extend(_headline_beyond_body(own, tree))
        found.extend(_parts_beyond_whole(own, tree))
    found.extend(_answers(claims, tree))
    found.extend(_denials(claims, tree))
    return tuple(found)


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
    Only of states: acts that are expected are other acts than those told.
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
            and _alike(s, expected)
            and _related(s, expected, tree)
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
    counted = [s for s in claims if s.asserted and s.people and s.kind.measure]
    for whole in counted:
        parts = _parts_of(whole, counted, tree)
        total = sum(_low(s) for s in parts)
        limit = whole.people.high if whole.people else None
        if len(parts) < 2 or limit is None or not limit < total <= limit * SAME_SUM:
            continue
        if any(_same_scope(s, whole) and _high(s) >= total for s in counted):
            continue
        yield Disagreement(
            claims=(whole, *parts),
            type="arithmetic",
            gap=total - limit,
            why=f"the parts add up to {total}",
        )


def _parts_of(
    whole: StandingClaim, claims: Iterable[StandingClaim], tree: PlaceTree
) -> tuple[StandingClaim, ...]:
    """Return the claims on separate places inside that of *whole*, one for each place."""
    parts: list[StandingClaim] = []
    for s in sorted(claims, key=lambda s: (-_low(s), s.claim.id)):
        if s.places == whole.places or s.kind != whole.kind or s.subject != whole.subject:
            continue
        inside = all(any(w in tree.line(p) for w in whole.places) for p in s.places)
        apart = not any(_related(s, other, tree) for other in parts)
        if inside and apart and _within_time(s, whole) and _low(s) <= _high(whole):
            parts.append(s)
    return tuple(parts)


def _within_time(part: StandingClaim, whole: StandingClaim) -> bool:
    """Tell whether *part* is told of the time of *whole*; an act may also lie inside it."""
    own, outer = part.window, whole.window
    if own == outer:
        return True
    if whole.kind.measure != "flow" or not (own.first and own.last and outer.first and outer.last):
        return False
    return outer.first <= own.first and own.last <= outer.last


# --- between reports -------------------------------------------------------------------


def _answers(claims: Sequence[StandingClaim], tree: PlaceTree) -> Iterator[Disagreement]:
    """Yield requests said to be refused by one claim, and unanswered by another."""
    seen: set[tuple[object, ...]] = set()
    refused = [s for s in claims if s.kind.code == ANSWERED and s.asserted]
    for waiting in claims:
        if waiting.kind.code != UNANSWERED or not waiting.asserted:
            continue
        for answer in refused:
            key = (answer.origin, waiting.origin, waiting.places)
            if key not in seen and _same_request(answer, waiting, tree):
                seen.add(key)
                yield Disagreement(
                    claims=(answer, waiting),
                    type="kind_conflict",
                    why="the same request cannot be both refused and unanswered",
                )


def _same_request(one: StandingClaim, other: StandingClaim, tree: PlaceTree) -> bool:
    """Tell whether two statuses can be about the same people.

    Without a number in common, a word on the whole area says nothing of one request.
    """
    if not _related(one, other, tree) or not _common_time(one, other):
        return False
    if one.people and other.people:
        return one.people.meets(other.people)
    return (tree.area,) not in (one.places, other.places)


def _denials(claims: Sequence[StandingClaim], tree: PlaceTree) -> Iterator[Disagreement]:
    """Yield denials with what they deny: for each origin the latest claim of it (§3.5)."""
    for denial in claims:
        if denial.claim.modality is not Modality.DENIED:
            continue
        denied: dict[str, StandingClaim] = {}
        for s in claims:
            if s.asserted and _denied_by(s, denial, tree):
                denied[s.origin] = s  # claims come in the order of their dates
        for s in denied.values():
            yield Disagreement(
                claims=(s, denial),
                type="kind_conflict",
                why="the one denies what the other says; a denial is not a count of zero",
            )


def _denied_by(s: StandingClaim, denial: StandingClaim, tree: PlaceTree) -> bool:
    if s.people and denial.people and not s.people.meets(denial.people):
        return False
    return (
        s.kind == denial.kind
        and _same_people(s, denial)
        and _related(s, denial, tree)
        and _common_time(s, denial)
    )


def _common_time(one: StandingClaim, other: StandingClaim) -> bool:
    """Tell whether two claims can be about one time; undated ones only within their report."""
    if one.claim.report != other.claim.report and None in (one.window.last, other.window.last):
        return False
    return one.window.overlaps(other.window)


# --- what is alike ---------------------------------------------------------------------


def _same_people(one: StandingClaim, other: StandingClaim) -> bool:
    return one.subject == other.subject and one.countable and other.countable


def _alike(one: StandingClaim, other: StandingClaim) -> bool:
    """Tell whether two kinds may count the same people: one kind, or a status of held people."""
    return one.kind == other.kind or bool(one.kind.state and one.kind.state == other.kind.state)


def _same_scope(one: StandingClaim, other: StandingClaim) -> bool:
    return (one.kind, one.subject, one.places) == (other.kind, other.subject, other.places)


def _related(one: StandingClaim, other: StandingClaim, tree: PlaceTree) -> bool:
    return any(tree.related(p, q) for p in one.places for q in other.places)


def _low(s: StandingClaim) -> int:
    return s.people.low if s.people else 0


def _high(s: StandingClaim) -> int:
    """Return the upper end of a figure, its lower one where the upper is open."""
    if s.people is None:
        return 0
    return s.people.low if s.people.high is None else s.people.high
