"""Which of two claims is the parent: who is cited, what each could have known, then the dates.

A citation decides even against the dates: what is quoted may be printed later than the quotation.
"""

from __future__ import annotations

from tumen.lineage.evidence import FAR, cites, cites_beside, days_apart
from tumen.lineage.figures import Shape, is_range, is_unround
from tumen.lineage.sketch import Sketch
from tumen.records import HopType, Modality, Part

# Days within which reports of one event appear side by side: here who stands nearer to the
# source tells more than the date.
SIDE_BY_SIDE = 3

_COUNTED = frozenset({Modality.OFFICIAL, Modality.OWN_COUNT})

# Who is asked for no source: an outlet has one of its own, and "it is said" is nobody.
_NO_SOURCE = frozenset({HopType.MEDIA, HopType.NONE})


def parent_of(one: Sketch, other: Sketch) -> Sketch:
    """Return the one of two claims that the other repeats; the order of the two does not matter."""
    first, second = sorted((one, other), key=lambda sketch: sketch.id)
    order = (
        _order_within(first, second)
        if first.report.id == second.report.id
        else _order(first, second)
    )
    return first if order < 0 else second


def _order(one: Sketch, other: Sketch) -> int:
    """Return -1 when *one* is the parent, 1 when *other* is: the first test that decides."""
    for decided in (
        _by_citation(one, other),
        _by_citation_beside(one, other),
        _by_headline(one, other),
        _by_edition(one, other),
        _by_standing(one, other),
        _by_counting(one, other),
        _by_exactness(one, other),
        _by_date(one, other, slack=SIDE_BY_SIDE),
        _by_knowledge(one, other),
        _by_date(one, other, slack=0),
    ):
        if decided:
            return decided
    return -1 if root_likeness(one) <= root_likeness(other) else 1


def _order_within(one: Sketch, other: Sketch) -> int:
    """Return which of two claims of one report is the fuller telling: the other repeats it."""
    for decided in (
        _by_range(one, other),
        _by_knowledge(one, other),
        _sign(_is_headline(one), _is_headline(other)),
        _sign(one.claim.passage.span.start, other.claim.passage.span.start),
    ):
        if decided:
            return decided
    return -1 if one.id <= other.id else 1


def _by_citation(one: Sketch, other: Sketch) -> int:
    """Decide for the one that is cited; two that cite each other are not decided here."""
    return _sign(cites(one, other), cites(other, one))


def _by_citation_beside(one: Sketch, other: Sketch) -> int:
    """Decide for the one whose publisher the other's report cites, if not for this very claim."""
    return _sign(cites_beside(one, other), cites_beside(other, one))


def _by_headline(one: Sketch, other: Sketch) -> int:
    """Decide for the text of an outlet against its headline of the same day, on another page."""
    is_one_text = one.publisher and one.publisher == other.publisher
    if not is_one_text or one.published != other.published:
        return 0
    return _sign(_is_headline(one), _is_headline(other))


def _by_edition(one: Sketch, other: Sketch) -> int:
    """Decide for the earlier of two editions of an outlet on one day, where an hour is told."""
    is_one_text = one.publisher and one.publisher == other.publisher
    if not is_one_text or one.published is None or one.published != other.published:
        return 0
    return _sign(one.minute, other.minute)


def _by_range(one: Sketch, other: Sketch) -> int:
    """Decide for the one that gives both ends of a range: who tells one end only knows less."""
    if not one.figure or not other.figure or not one.bases & other.bases:
        return 0
    return _sign(is_range(other.figure), is_range(one.figure))


def _by_standing(one: Sketch, other: Sketch) -> int:
    """Decide for the earlier date of a figure that was stated again much later."""
    gap = days_apart(one, other)
    if gap is None or gap <= FAR or one.last is None or other.last is None:
        return 0
    return _sign(one.last, other.last)


def _by_counting(one: Sketch, other: Sketch) -> int:
    """Decide for whoever counted: an office or organisation that gives its own figure."""
    return _sign(_is_counted(other), _is_counted(one))


def _by_exactness(one: Sketch, other: Sketch) -> int:
    """Decide for "135" against "about 135", whenever they were printed: nobody rounds to 135."""
    if not any(is_unround(base) for base in one.bases & other.bases):
        return 0
    if {one.shape, other.shape} != {Shape.EXACT, Shape.ABOUT}:
        return 0
    return _sign(one.shape is Shape.ABOUT, other.shape is Shape.ABOUT)


def _is_counted(sketch: Sketch) -> bool:
    """Tell whether the one who tells this is the one who counted."""
    return sketch.claim.modality in _COUNTED and not sketch.is_own_voice


def _by_date(one: Sketch, other: Sketch, *, slack: int) -> int:
    """Decide for the earlier report, when they are more than *slack* days apart."""
    if one.published is None or other.published is None:
        return 0
    if abs(one.published - other.published) <= slack:
        return 0
    return _sign(one.published, other.published)


def _by_knowledge(one: Sketch, other: Sketch) -> int:
    """Decide for the one that stands nearer to the source.

    Where both name the same speaker: who knows more about what stands behind that speaker, then
    who has fewer steps before.  Otherwise: who names a source at all that is not an outlet.
    """
    shared = _innermost_shared(one, other)
    if shared:
        mine, its = _place(one, shared), _place(other, shared)
        behind = _known_behind(other, its) - _known_behind(one, mine)
        return _sign(behind, 0) or _sign(mine, its)
    return _sign(one.is_own_voice, other.is_own_voice)


def _known_behind(sketch: Sketch, place: int) -> int:
    """Return how many speakers stand behind a place in the chain; "it is said" is nobody."""
    return sum(bool(who.id) for who in sketch.chain[place + 1 :])


def _innermost_shared(one: Sketch, other: Sketch) -> str:
    """Return the innermost speaker that both chains name, "" when there is none."""
    for who in reversed(one.chain):
        if who.id and any(who.id == its.id for its in other.chain):
            return who.id
    return ""


def _place(sketch: Sketch, speaker: str) -> int:
    """Return how many steps stand before *speaker* in the chain."""
    return next(place for place, who in enumerate(sketch.chain) if who.id == speaker)


def root_likeness(sketch: Sketch) -> tuple[int, int, int, bool, int, int, str]:
    """Return a key that sorts claims from most to least like an original.

    Who passes on fewer outlets first; then the earlier, undated ones last; who names a source; an
    outlet of the codebook before a site that copies it the same day; then the more special place
    and the longer report; the id, so that ties always fall alike.
    """
    published = sketch.published if sketch.published is not None else 10**7
    named = 0 if any(who.type not in _NO_SOURCE for who in sketch.chain) else 1
    outlets = sum(who.is_outlet for who in sketch.chain)
    unknown = not sketch.is_known
    return (outlets, published, named, unknown, -sketch.depth, -sketch.length, sketch.id)


def _is_headline(sketch: Sketch) -> bool:
    """Tell whether a claim stands in a headline."""
    return sketch.claim.part is Part.HEADLINE


def _sign(one: int, other: int) -> int:
    """Return -1, 0 or 1 as *one* is less than, equal to or more than *other*."""
    return (one > other) - (one < other)
