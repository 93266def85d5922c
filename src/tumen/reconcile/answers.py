"""Conflicts of status: one request refused and unanswered, a claim and its denial (§3.8, §3.5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tumen.reconcile.disagreements import Disagreement, related
from tumen.reconcile.place_tree import PlaceTree
from tumen.reconcile.standing import StandingClaim
from tumen.records import Modality

# Answers that one request cannot both have had.
ANSWERED, UNANSWERED = "return_refused", "return_unanswered"

# Days.  A request that was refused last month may have been made again; a denial that repeats a
# figure answers what was said within the year before.
MONTH = 31
A_YEAR = 366


def status_conflicts(claims: Sequence[StandingClaim], tree: PlaceTree) -> Iterator[Disagreement]:
    """Yield statuses that one group cannot have at one time, and denials with what they deny."""
    yield from _answers(claims, tree)
    yield from _denials(claims, tree)


def _answers(claims: Sequence[StandingClaim], tree: PlaceTree) -> Iterator[Disagreement]:
    """Yield requests said to be refused by one claim, and unanswered by another."""
    seen: set[tuple[object, ...]] = set()
    by_code: dict[str, list[StandingClaim]] = defaultdict(list)
    for s in claims:
        if s.asserted:
            by_code[s.kind.code].append(s)
    for waiting in by_code[UNANSWERED]:
        for answer in by_code[ANSWERED]:
            key = (answer.origin, waiting.origin, waiting.places)
            if key in seen or not _same_request(answer, waiting, tree):
                continue
            if _is_sequence(answer, waiting, by_code, tree):
                continue
            seen.add(key)
            yield Disagreement(
                claims=(answer, waiting),
                type="kind_conflict",
                why="the same request cannot be both refused and unanswered",
            )


def _same_request(one: StandingClaim, other: StandingClaim, tree: PlaceTree) -> bool:
    """Tell whether two statuses are about one request: the same people, place and time.

    Without a number in common only a report's own words can be about one request, and then a word
    on the whole area says nothing of it.
    """
    if not related(one, other, tree) or not _common_time(one, other):
        return False
    if one.people and other.people:
        return one.subject == other.subject and one.people.meets(other.people)
    is_own = one.claim.report == other.claim.report
    return is_own and (tree.area,) not in (one.places, other.places)


def _is_sequence(
    answer: StandingClaim,
    waiting: StandingClaim,
    by_code: dict[str, list[StandingClaim]],
    tree: PlaceTree,
) -> bool:
    """Tell whether one report tells both statuses of a numbered group, of other days.

    Then one followed the other: it was refused, asked again, and is waited for.
    """
    if not answer.people or not waiting.people:
        return False
    pairs = ((answer, waiting, UNANSWERED), (waiting, answer, ANSWERED))
    return any(
        s.told_in & one.told_in
        and s.window.last != one.window.last
        and s.people
        and other.people
        and s.people.meets(other.people)
        and related(s, other, tree)
        for one, other, code in pairs
        for s in by_code[code]
    )


def _denials(claims: Sequence[StandingClaim], tree: PlaceTree) -> Iterator[Disagreement]:
    """Yield denials with what they deny: for each origin its latest claim, one asserted first (§3.5)."""
    for denial in claims:
        if denial.claim.modality is not Modality.DENIED:
            continue
        denied: dict[str, StandingClaim] = {}
        for s in claims:
            # Claims come in the order of their dates.
            if _denied_by(s, denial, tree) and (s.asserted or s.origin not in denied):
                denied[s.origin] = s
        for s in denied.values():
            yield Disagreement(
                claims=(s, denial),
                type="kind_conflict",
                why="the one denies what the other says; a denial is not a count of zero",
            )


def _denied_by(s: StandingClaim, denial: StandingClaim, tree: PlaceTree) -> bool:
    """Tell whether *denial* is of what *s* says: at its time, or later with its very number."""
    if s.kind != denial.kind or s.claim.modality is Modality.DENIED:
        return False
    if s.subject != denial.subject or not (s.countable and denial.countable):
        return False
    if not related(s, denial, tree):
        return False
    if _repeats_number(s, denial):
        return True
    is_one_number = not (s.people and denial.people) or s.people.meets(denial.people)
    return s.asserted and is_one_number and _common_day(s, denial)


def _repeats_number(s: StandingClaim, denial: StandingClaim) -> bool:
    """Tell whether a denial answers a figure printed within the year before it."""
    told, answered = s.claim.figure, denial.claim.figure
    if told is None or answered is None or s.window.last is None or denial.window.last is None:
        return False
    numbers = {told.low, told.high} & {answered.low, answered.high}
    return bool(numbers - {None}) and 0 <= (denial.window.last - s.window.last).days <= A_YEAR


def _common_day(one: StandingClaim, other: StandingClaim) -> bool:
    """Tell whether two claims can be about one time; undated ones only within their report."""
    if one.claim.report != other.claim.report and None in (one.window.last, other.window.last):
        return False
    return one.window.overlaps(other.window)


def _common_time(one: StandingClaim, other: StandingClaim) -> bool:
    """Tell whether two statuses are of one time: a day in common, and ends within a month."""
    last, its_last = one.window.last, other.window.last
    is_near = last is None or its_last is None or abs((last - its_last).days) <= MONTH
    return is_near and _common_day(one, other)
