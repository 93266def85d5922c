"""What changed between a claim and its retelling: one rule a function, each named as in CONTRACT.

A rule answers for one link at a time.  What it needs beyond the two claims, the other claims of
both reports and the other links between them, comes with the link as `Told`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tumen.lineage.direction import SIDE_BY_SIDE
from tumen.lineage.evidence import SLACK, are_nested, cites, days_apart
from tumen.lineage.figures import Shape, numbers_in
from tumen.lineage.forest import Link
from tumen.lineage.kinds import Kinds, Kinship
from tumen.lineage.sketch import Firmness, Sketch
from tumen.lineage.speakers import Who
from tumen.records import Distortion, HopType, Modality, Part, Passage

# A month.  Arrests over a longer time are not those held at one moment; a group's date that moved
# by more is another date and not another way of saying it.
MONTH = 31

# Claims of one report that must come from one and the same other report before the outlet that is
# named instead is called a false origin: one common event is no proof, several are.
SHARED_CLAIMS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One link and what stands around it."""

    child: Sketch
    parent: Sketch
    is_within: bool  # both in one report
    beside_parent: Sequence[Sketch]  # the claims of the parent's report
    alongside: int  # links from the child's report to the parent's, this one counted
    siblings: Sequence[Sketch]  # claims of the child's report that repeat the same parent
    kinds: Kinds


Rule = Callable[[Told], bool]


# --- figures -----------------------------------------------------------------------------


def approximator_dropped(told: Told) -> bool:
    """An open or vague number became an exact one: "about 60" is retold as "60"."""
    return (
        _is_one_number(told)
        and told.child.shape is Shape.EXACT
        and told.parent.shape in {Shape.ABOUT, Shape.MORE, Shape.MOST}
    )


def approximator_added(told: Told) -> bool:
    """An exact number became an open or vague one: "200" is retold as 200여."""
    return (
        _is_one_number(told)
        and told.parent.shape is Shape.EXACT
        and told.child.shape in {Shape.ABOUT, Shape.MORE, Shape.MOST}
    )


def approximator_turned(told: Told) -> bool:
    """The number opens to another side: "about 20" is retold as "more than 20".

    "More than", "at least" and 여/余り/多 are one family and no turn.
    """
    shapes = {told.child.shape, told.parent.shape}
    is_open = not shapes & {Shape.EXACT, Shape.NONE, Shape.VAGUE}
    return _is_one_number(told) and is_open and len(shapes) == 2


def upper_bound_as_estimate(told: Told) -> bool:
    """A ceiling is retold as the number itself: "up to 2,000" becomes "2,000" or "about 2,000".

    Who denies that there are 2,000 gives no estimate.
    """
    return (
        _is_one_number(told)
        and told.child.firmness is not Firmness.DENIED
        and told.parent.shape is Shape.MOST
        and told.child.shape in {Shape.EXACT, Shape.ABOUT, Shape.MORE}
    )


def figure_changed(told: Told) -> bool:
    """The number itself is another, and not the sum or a part of the parent's."""
    return (
        bool(told.child.bases and told.parent.bases)
        and not told.child.bases & told.parent.bases
        and not groups_merged(told)
        and not groups_split(told)
        and told.child.claim.modality is not Modality.OWN_COUNT
    )


def _is_one_number(told: Told) -> bool:
    """Tell whether both figures are built on one number."""
    return bool(told.child.bases & told.parent.bases)


# --- groups ------------------------------------------------------------------------------


def groups_merged(told: Told) -> bool:
    """Several groups of the parent's report became one.

    Either the child's number is the sum of the parent's ("7 and 5" is retold as 12), or two groups
    of the same size, told apart by their dates, are one whose dates span both.
    """
    return _is_sum(told) or merged_with(told) is not None or _is_own_sum(told)


def _is_sum(told: Told) -> bool:
    """Tell whether the child gives the sum where the parent's words give the parts."""
    numbers = numbers_in(told.parent.claim.passage.exact)
    own = numbers_in(told.child.claim.passage.exact)
    return any(
        base == sum(pair) and not set(pair) & set(own)
        for base in told.child.bases
        for pair in pairwise(numbers)
    )


def merged_with(told: Told) -> Sketch | None:
    """Return the second group of the parent's report that the child's dates take in, if any.

    It is as large as the first, at that place, and told apart from it by its dates.
    """
    child, parent = told.child, told.parent
    if told.is_within or not _is_one_number(told) or days_apart(child, parent):
        return None
    others = [
        other
        for other in told.beside_parent
        if other.bases & parent.bases
        and (days_apart(other, parent) or 0) > SLACK
        and days_apart(other, child) == 0
        and are_nested(other, child)
        and told.kinds.kinship(other.kind, parent.kind) >= Kinship.RELATED
    ]
    return min(others, key=lambda other: _unlike(other, told), default=None)


def _unlike(other: Sketch, told: Told) -> tuple[int, int, str]:
    """Return how far a group's kind is from the child's and from the parent's."""
    to_child = told.kinds.kinship(other.kind, told.child.kind)
    to_parent = told.kinds.kinship(other.kind, told.parent.kind)
    return -to_child, -to_parent, other.id


def _is_own_sum(told: Told) -> bool:
    """Tell whether an outlet's own count adds to what it was told."""
    return (
        told.is_within
        and told.child.claim.modality is Modality.OWN_COUNT
        and bool(told.child.bases and told.parent.bases)
        and max(told.child.bases) > max(told.parent.bases)
    )


def overlap_double_counted(told: Told) -> bool:
    """An outlet adds figures of several sources over one place and time: some may be counted twice."""
    apart = days_apart(told.child, told.parent)
    return _is_own_sum(told) and apart is not None and apart <= SLACK


def groups_split(told: Told) -> bool:
    """One group of the parent became several: figures of the child's report add up to it."""
    parts = [max(sketch.bases) for sketch in told.siblings if sketch.bases]
    return len(parts) > 1 and sum(parts) in told.parent.bases


def sum_as_single_event(told: Told) -> bool:
    """A total over several places or arrests is retold as one event at one of the places."""
    child, parent = told.child, told.parent
    return (
        _is_one_number(told)
        and len(parent.leaves) > 1
        and len(child.leaves) == 1
        and child.depth > 1
        and child.leaves < parent.leaves
    )


# --- what, where and when ----------------------------------------------------------------


def kind_swapped(told: Told) -> bool:
    """Something else is said to have happened: notified became requested, arrested returned.

    Two kinds of one report are two sides of an account and no swap.  People who were arrested are
    held: that is a swap only where the arrests of a long time are retold as those held at once.
    """
    child, parent = told.child, told.parent
    if told.is_within or told.kinds.kinship(child.kind, parent.kind) is Kinship.SAME:
        return False
    if not child.figure or not parent.figure or _is_unspecific(told):
        return False
    flow, stock = (child, parent) if told.kinds.is_flow(child.kind) else (parent, child)
    is_taken = told.kinds.leads_into(flow.kind, stock.kind)
    if is_taken and stock.claim.since is not None:  # arrested since January, held since January
        return False
    return not is_taken or (_length(flow) or 0) > MONTH


def _is_unspecific(told: Told) -> bool:
    """Tell whether one of the kinds says nothing that the model knows."""
    return told.kinds.is_open(told.child.kind) or told.kinds.is_open(told.parent.kind)


def _length(sketch: Sketch) -> int | None:
    """Return the days from the first to the last day of a period, None when one is not known."""
    if sketch.first is None or sketch.last is None:
        return None
    return sketch.last - sketch.first


def date_reanchored(told: Told) -> bool:
    """The event moved in time: the periods do not meet, or the group's beginning moved by months.

    A stock told at a later day is the same people at that day, unless it is put a season later; a
    denial has the day on which somebody denies.
    """
    child, parent = told.child, told.parent
    gap = days_apart(child, parent)
    if gap is None or child.firmness is Firmness.DENIED:
        return False
    # Two kinds have two dates: arrested on the 8th, feared to be returned from the 14th.
    is_one_date = child.kind == parent.kind and not told.kinds.is_stock(child.kind)
    if gap:
        return gap > (0 if is_one_date else MONTH)
    if child.first is None or parent.first is None or _is_finer(child, parent):
        return False
    return abs(child.first - parent.first) > MONTH


def _is_finer(child: Sketch, parent: Sketch) -> bool:
    """Tell whether the child's period lies within the parent's."""
    if child.first is None or child.last is None or parent.first is None or parent.last is None:
        return False
    return parent.first <= child.first and child.last <= parent.last


def place_swapped(told: Told) -> bool:
    """The people are put at another place, neither within the parent's nor around it."""
    child, parent = told.child, told.parent
    return bool(child.leaves and parent.leaves) and not are_nested(child, parent)


# --- who says so, and who acts -----------------------------------------------------------


def actor_swapped(told: Told) -> bool:
    """Another side acts: both name an office that announces or asks, and they are not the same.

    Only names that the codebook knows can be told apart for certain across languages.
    """
    child, parent = _actor(told.child, told.kinds), _actor(told.parent, told.kinds)
    return bool(child and parent and child.known and parent.known and child.id != parent.id)


def _actor(sketch: Sketch, kinds: Kinds) -> Who | None:
    """Return the office that takes part in what is told."""
    if not kinds.is_exchange(sketch.kind):
        return None
    return next((who for who in reversed(sketch.chain) if who.type is HopType.STATE), None)


def speaker_swapped(told: Told) -> bool:
    """The words are put into another known mouth than the one in the text that is cited."""
    child, parent = told.child.mouth, told.parent.mouth
    if told.is_within or not cites(told.child, told.parent) or not child or not parent:
        return False
    known = child.known and parent.known and not child.is_outlet and not parent.is_outlet
    return known and child.id not in told.parent.named and parent.id not in told.child.named


def chain_shortened(told: Told) -> bool:
    """A step towards the source was lost.

    A person or office is gone and an outlet stands there, or fewer steps are named behind the
    outlet that is cited.
    """
    child, parent = _tellers(told.child, told.kinds), _tellers(told.parent, told.kinds)
    if not parent or told.is_within:  # a lead need not name the source that its text names
        return False
    if cites(told.child, told.parent):
        at = next(i for i, who in enumerate(told.child.chain) if who.id == told.parent.publisher)
        behind = _tellers_of(told.child.chain[at + 1 :], told.child.kind, told.kinds)
        return len(behind) < len(parent)
    lost = parent[-1].type is not HopType.MEDIA and (not child or child[-1].is_outlet)
    return lost and len(child) < len(parent)


def _tellers(sketch: Sketch, kinds: Kinds) -> tuple[Who, ...]:
    """Return the speakers behind the publisher who tell and do not take part."""
    return _tellers_of(sketch.chain, sketch.kind, kinds)


def _tellers_of(chain: Sequence[Who], kind: str, kinds: Kinds) -> tuple[Who, ...]:
    """Return those of *chain* who are neither party to what is told nor hearsay."""
    return tuple(
        who
        for who in chain
        if who.type is not HopType.NONE
        and not (who.type is HopType.STATE and kinds.is_exchange(kind))
    )


def false_origin(told: Told) -> bool:
    """The words are laid to an outlet from which they do not come.

    The child names an outlet as its source; but several of its claims are those of one earlier
    report by another outlet, which it does not name.
    """
    child, parent = told.child, told.parent
    if told.is_within or told.alongside < SHARED_CLAIMS or not parent.publisher:
        return False
    if parent.publisher == child.publisher or not _is_well_before(parent, child):
        return False
    parties = {who.id for who in child.chain if who.type is HopType.STATE}
    shared = (child.named - parties) & {*parent.named, parent.publisher}
    return any(who.is_outlet for who in child.chain) and not shared


def _is_well_before(parent: Sketch, child: Sketch) -> bool:
    """Tell whether the parent was printed so much earlier that both cannot share a fresh source."""
    if parent.published is None or child.published is None:
        return False
    return child.published - parent.published > SIDE_BY_SIDE


# --- how firmly --------------------------------------------------------------------------


def hedge_dropped(told: Told) -> bool:
    """What was thought, expected or hearsay is retold as a fact."""
    if told.kinds.is_exchange(told.child.kind):  # what is planned is expected by its nature
        return _is_hearsay_lost(told)
    was_hedged = told.parent.firmness in {Firmness.THOUGHT, Firmness.EXPECTED}
    is_asserted = told.child.firmness is Firmness.ASSERTED and not told.child.is_hearsay
    return is_asserted and (was_hedged or _is_hearsay_lost(told))


def _is_hearsay_lost(told: Told) -> bool:
    """Tell whether the parent marks its words as hearsay and the child does not."""
    return (
        told.parent.is_hearsay
        and not told.child.is_hearsay
        and told.child.firmness is Firmness.ASSERTED
    )


def hedge_turned(told: Told) -> bool:
    """A hedge became another: "thought to number" is retold as "expected to exceed"."""
    # What is planned is expected by its nature: no doubt that could be turned.
    planned = told.kinds.is_exchange(told.child.kind), told.kinds.is_exchange(told.parent.kind)
    hedges = (told.child.firmness, told.parent.firmness)
    return planned[0] == planned[1] and set(hedges) == {Firmness.THOUGHT, Firmness.EXPECTED}


def headline_differs_from_body(told: Told) -> bool:
    """A headline says more, or otherwise, than the text of the same outlet on the same day."""
    child, parent = told.child, told.parent
    is_headline = child.claim.part is Part.HEADLINE and parent.claim.part is Part.BODY
    is_same_text = told.is_within or (
        bool(child.publisher)
        and child.publisher == parent.publisher
        and child.published == parent.published
    )
    return is_headline and is_same_text and any(rule(told) for rule in _OF_A_HEADLINE)


_OF_A_HEADLINE: tuple[Rule, ...] = (
    approximator_dropped,
    approximator_added,
    approximator_turned,
    upper_bound_as_estimate,
    figure_changed,
    hedge_dropped,
    hedge_turned,
)

# In the order of CONTRACT.
RULES: Mapping[str, Rule] = {
    rule.__name__: rule
    for rule in (
        approximator_dropped,
        approximator_added,
        approximator_turned,
        upper_bound_as_estimate,
        kind_swapped,
        groups_merged,
        groups_split,
        sum_as_single_event,
        overlap_double_counted,
        date_reanchored,
        actor_swapped,
        speaker_swapped,
        chain_shortened,
        false_origin,
        hedge_dropped,
        hedge_turned,
        place_swapped,
        headline_differs_from_body,
        figure_changed,
    )
}

# The field of a claim whose words show the distortion best.
_FIELDS: Mapping[str, str] = {
    **dict.fromkeys(
        (
            "approximator_dropped",
            "approximator_added",
            "approximator_turned",
            "upper_bound_as_estimate",
            "figure_changed",
        ),
        "figure",
    ),
    "date_reanchored": "period",
    "place_swapped": "places",
}


def distortions_of(told: Told) -> tuple[Distortion, ...]:
    """Return every distortion of one retelling, each with both wordings."""
    return tuple(
        Distortion(type=name, child=words_of(told.child, name), parent=words_of(told.parent, name))
        for name, rule in RULES.items()
        if rule(told)
    )


def words_of(sketch: Sketch, distortion: str) -> Passage:
    """Return the words that show a distortion: of the field it touches, else the whole claim's."""
    field = _FIELDS.get(distortion)
    for evidence in sketch.claim.evidence:
        if evidence.field == field:
            return evidence.passage
    return sketch.claim.passage


def told_of(
    links: Sequence[Link], reports: Mapping[str, Sequence[Sketch]], *, kinds: Kinds
) -> Iterator[Told]:
    """Yield each link with what stands around it."""
    alongside: dict[tuple[str, str], int] = {}
    siblings: dict[tuple[str, str], list[Sketch]] = {}
    for link in links:
        between = (link.child.report.id, link.parent.report.id)
        alongside[between] = alongside.get(between, 0) + 1
        siblings.setdefault((link.child.report.id, link.parent.id), []).append(link.child)
    for link in links:
        yield Told(
            child=link.child,
            parent=link.parent,
            is_within=link.is_within,
            beside_parent=reports[link.parent.report.id],
            alongside=alongside[link.child.report.id, link.parent.report.id],
            siblings=siblings[link.child.report.id, link.parent.id],
            kinds=kinds,
        )
