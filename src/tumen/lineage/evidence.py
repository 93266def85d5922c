"""What speaks for one claim repeating another, as codes with weights.

The weights add up; a link needs `ENOUGH`.  They were set on principle and then checked on a corpus
of 63 reports in four languages (see docs/method.md): a citation or a shared, telling figure at one
place and time carries a link, a small round figure alone does not, and figures that are far apart
in time are never linked, whatever else agrees, unless the words were copied.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from tumen.lineage.figures import are_near, numbers_in, shared_base, telling
from tumen.lineage.kinds import Kinds, Kinship, Likeness
from tumen.lineage.sketch import Firmness, Sketch
from tumen.lineage.texts import report_resemblance, resemblance, runs

ENOUGH = 3.0
MEDIUM = 4.25
HIGH = 6.0

# Days.  An event that takes longer than TIGHT, or is only bounded on one side, overlaps much by
# chance; sources date one event a few days apart; beyond FAR it is another event.
TIGHT = 45
SLACK = 10
FAR = 60
MONTH = 31

# A stock is stated anew for as long as nobody counts again: a large one within this many days is
# taken to be the same estimate.  Small ones change hands too fast for that.
A_YEAR = 366
STANDING_PEOPLE = 500

# Resemblance from which words are copied, or come from the same words.  In the corpus reports that
# have nothing to do with each other stay under 0.12, and retellings in other words reach 0.17 to 0.4.
COPIED = 0.5
SHARED = 0.15

# From one step of what passes between two sides to the next: announced, awaited, answered.
A_STEP = 0.05

# What shows that one text knows the other, or both tell of one event.
_TOLD = frozenset({"cited", "copied_passage", "copied_report", "shared_words", "companion"})

# What speaks against a link by dates alone.
DATED = frozenset({"other_time", "other_group"})

# Runs of a passage from which its wording says something: anyone may write "20 defectors were held".
TELLING_RUNS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """How much speaks for a link, and what."""

    score: float
    codes: tuple[str, ...]

    def has(self, code: str) -> bool:
        """Tell whether *code* is among what speaks for the link."""
        return code in self.codes


class Sign(NamedTuple):
    """One thing that speaks for a link, or against it."""

    code: str
    weight: float


def weigh(
    one: Sketch, other: Sketch, *, kinds: Kinds, has_companion: bool = False
) -> Evidence | None:
    """Return what speaks for two claims being one told twice; None when they cannot be.

    Where another group *has_companion* shown that a date was moved, times speak no longer against
    it.  The order of the two makes no difference.
    """
    kinship = kinds.kinship(one.kind, other.kind)
    if kinship is Kinship.NONE:
        return None
    gap = days_apart(one, other)
    if not has_companion and _is_another_event(one, other, gap, kinds=kinds):
        return None
    signs = [
        *of_speakers(one, other),
        *of_figures(one, other),
        *of_kinds(kinship, one, other, kinds=kinds),
        *of_places(one, other),
        *of_times(one, other, gap, kinds=kinds),
        *of_groups(one, other, kinds=kinds),
        *of_firmness(one, other, kinds=kinds),
    ]
    if has_companion:
        signs = [sign for sign in signs if sign.code not in DATED]
        signs.append(Sign("companion", 1.0))
    score = sum(sign.weight for sign in signs)
    if one.report.language == other.report.language and score > ENOUGH - 4:
        signs.extend(of_texts(one, other))
    return _sum_up(one, other, kinship, signs)


def _is_another_event(one: Sketch, other: Sketch, gap: int | None, *, kinds: Kinds) -> bool:
    """Tell whether two claims are too far apart in time for anything but a copy with a wrong date."""
    if gap is None or gap <= FAR or is_standing(one, other, gap, kinds=kinds):
        return False
    if one.report.language != other.report.language or _is_a_series(one, other):
        return True
    if resemblance(one.claim.passage.exact, other.claim.passage.exact) < COPIED:
        return True
    return report_resemblance(one.report.text, other.report.text) < COPIED


def _is_a_series(one: Sketch, other: Sketch) -> bool:
    """Tell whether an outlet prints such words season for season: its own form, and no copy."""
    if not one.publisher or one.publisher != other.publisher:
        return False
    if one.published is None or other.published is None:
        return False
    return abs(one.published - other.published) > FAR


def _sum_up(one: Sketch, other: Sketch, kinship: Kinship, signs: list[Sign]) -> Evidence | None:
    """Add the signs up, and ask for the least that a link must rest on."""
    codes = tuple(sign.code for sign in signs)
    told = _TOLD.intersection(codes)
    is_one_speaker = "same_speaker" in codes
    if not one.figure or not other.figure:
        # Without figures "the border is closed" looks the same whoever says it.
        rests_on = kinship >= Kinship.ALIKE and (
            told or (is_one_speaker and one.kind == other.kind)
        )
    else:
        # As near a number of only the women among them is another figure of other people.
        rests_on = "figure_differs" not in codes or (
            "part_of_people" not in codes and (told or is_one_speaker)
        )
    if not rests_on:
        return None
    return Evidence(score=sum(sign.weight for sign in signs), codes=codes)


# --- who says so ---------------------------------------------------------------------


def of_speakers(one: Sketch, other: Sketch) -> Iterator[Sign]:
    """A citation carries most; a shared named speaker less; two known, different ones speak against."""
    if cites(one, other) or cites(other, one):
        yield Sign("cited", 3.0)
    if one.mouth and other.mouth and one.mouth.is_named and one.mouth.id == other.mouth.id:
        yield Sign("same_speaker", 1.5)
    elif one.named & other.named:
        yield Sign("shared_speaker", 1.0)
    elif cites_beside(one, other) or cites_beside(other, one):
        yield Sign("cited_beside", 1.0)
    elif one.publisher and one.publisher == other.publisher:
        yield Sign("same_publisher", 0.75)
    elif _are_rivals(one, other):
        yield Sign("other_speaker", -0.75)


def cites(one: Sketch, other: Sketch) -> bool:
    """Tell whether *one* names the publisher of *other* as its source, and can know what it says."""
    return bool(other.publisher) and other.publisher in one.outlets and _can_know(one, other)


def cites_beside(one: Sketch, other: Sketch) -> bool:
    """Tell whether the report of *one* cites the publisher of *other*, if not for this claim.

    "The source added": who names an outlet once goes on without naming it.
    """
    return (
        bool(other.publisher)
        and other.publisher in one.beside
        and not _names_an_outlet(one)
        and _can_know(one, other)
    )


def _can_know(one: Sketch, other: Sketch) -> bool:
    """Tell whether *one* was not printed months before *other*.

    What is quoted may be printed weeks after the quotation, on another page or as a second edition;
    what the outlet writes in the next season is another text.
    """
    if one.published is None or other.published is None:
        return True
    return other.published - one.published <= FAR


def _names_an_outlet(sketch: Sketch) -> bool:
    """Tell whether a claim itself is laid to an outlet."""
    return any(who.is_outlet and who.id != sketch.publisher for who in sketch.chain)


def _are_rivals(one: Sketch, other: Sketch) -> bool:
    """Tell whether both name who tells it and these are known to be two."""
    first, second = one.mouth, other.mouth
    return bool(
        first
        and second
        and first.known
        and second.known
        and not (first.is_outlet or second.is_outlet)
    )


# --- what is counted -----------------------------------------------------------------


def of_figures(one: Sketch, other: Sketch) -> Iterator[Sign]:
    """One number under both figures speaks for the link, the more the less common it is."""
    if not one.figure or not other.figure:
        if one.figure or other.figure:
            yield Sign("figure_missing", -0.5)
        return
    common = one.bases & other.bases
    shared = shared_base(one.figure, other.figure) if common else 0.0
    if shared:
        weight = shared * telling(common)
        yield Sign("same_figure", weight)
        if one.shape is other.shape:
            yield Sign("same_approximator", 0.5)
    elif in_words(one, other) or in_words(other, one):
        yield Sign("figure_in_words", 0.5)
    elif are_near(one.figure, other.figure):
        yield Sign("figure_differs", -0.5)
    else:
        yield Sign("figure_differs", -3.0)


def in_words(one: Sketch, other: Sketch) -> bool:
    """Tell whether *one*'s number is a part of *other*'s in its words ("20 here and nine there")."""
    numbers = numbers_in(other.claim.passage.exact)
    return any(base >= 10 and base in numbers for base in one.bases)


def of_kinds(kinship: Kinship, one: Sketch, other: Sketch, *, kinds: Kinds) -> Iterator[Sign]:
    """The same kind speaks for a link, a related one a little.

    A notification repeats the plan rather than the answer to it, and people who are held those
    arrested rather than those in danger.
    """
    if kinship is Kinship.SAME:
        yield Sign("same_kind", 1.0)
    elif kinship is Kinship.ALIKE:
        steps = kinds.steps_apart(one.kind, other.kind)
        yield Sign("related_kind", 0.75 - A_STEP * steps)
    elif kinship is Kinship.RELATED:
        is_next = kinds.leads_into(one.kind, other.kind) or kinds.leads_into(other.kind, one.kind)
        yield Sign("related_kind", 0.5 + (A_STEP if is_next else 0.0))
    else:
        yield Sign("other_kind", -1.0)


# --- where and when ------------------------------------------------------------------


def of_places(one: Sketch, other: Sketch) -> Iterator[Sign]:
    """One place speaks for a link, the more special the better; a country says nothing."""
    if not one.leaves or not other.leaves:
        return
    if one.depth > 1 and other.depth > 1 and one.leaves & other.leaves:
        yield Sign("same_place", 1.0)
    elif are_nested(one, other):
        if min(one.depth, other.depth) > 1:
            yield Sign("place_within", 0.75)
        else:
            yield Sign("same_country", 0.0)
    else:
        yield Sign("other_place", -2.5)


def has_place_in_common(one: Sketch, other: Sketch) -> bool:
    """Tell whether two claims name one place below a country, or a place and one within it."""
    return min(one.depth, other.depth) > 1 and are_nested(one, other)


def are_nested(one: Sketch, other: Sketch) -> bool:
    """Tell whether a place of one claim holds a place of the other, or is it."""
    return not one.above.isdisjoint(other.leaves) or not other.above.isdisjoint(one.leaves)


def of_times(one: Sketch, other: Sketch, gap: int | None, *, kinds: Kinds) -> Iterator[Sign]:
    """Two short periods that meet speak for a link; periods far apart, by *gap* days, against any."""
    if gap is None or (gap == 0 and not (is_closed(one) and is_closed(other))):
        if _are_years_apart(one, other):
            yield Sign("years_apart", -5.0)
        elif gap == 0:
            yield Sign("time_open", 0.25)
    elif gap == 0:
        tight = is_tight(one) and is_tight(other)
        yield Sign("same_time" if tight else "time_overlaps", 1.0 if tight else 0.5)
    if gap == 0 and _begin_together(one, other):
        yield Sign("same_beginning", 0.25)
    if gap is not None and gap > SLACK:
        if is_standing(one, other, gap, kinds=kinds):
            yield Sign("standing_figure", 0.0)
        else:
            yield Sign("other_time", -1.5 if gap <= FAR else -3.0)


def days_apart(one: Sketch, other: Sketch) -> int | None:
    """Return how many days lie between two periods, 0 when they meet, None when not known."""
    first, last, its_first, its_last = one.first, one.last, other.first, other.last
    if (first is None and last is None) or (its_first is None and its_last is None):
        return None
    if last is not None and its_first is not None and its_first > last:
        return its_first - last
    if its_last is not None and first is not None and first > its_last:
        return first - its_last
    return 0


def _are_years_apart(one: Sketch, other: Sketch) -> bool:
    """Tell whether two reports were printed more than a year apart."""
    if one.published is None or other.published is None:
        return False
    return abs(one.published - other.published) > A_YEAR


def _begin_together(one: Sketch, other: Sketch) -> bool:
    """Tell whether two periods begin within days of each other: two groups rarely do."""
    return (
        one.first is not None and other.first is not None and abs(one.first - other.first) <= SLACK
    )


def is_closed(sketch: Sketch) -> bool:
    """Tell whether both ends of a period are known."""
    return sketch.first is not None and sketch.last is not None


def is_tight(sketch: Sketch) -> bool:
    """Tell whether a period has both ends and is short."""
    return (
        sketch.first is not None and sketch.last is not None and sketch.last - sketch.first <= TIGHT
    )


def is_standing(one: Sketch, other: Sketch, gap: int, *, kinds: Kinds) -> bool:
    """Tell whether both state one large stock at different days: an estimate told again."""
    return (
        gap <= A_YEAR
        and kinds.is_stock(one.kind)
        and kinds.is_stock(other.kind)
        and any(base >= STANDING_PEOPLE for base in one.bases & other.bases)
    )


# --- which people --------------------------------------------------------------------


def of_groups(one: Sketch, other: Sketch, *, kinds: Kinds) -> Iterator[Sign]:
    """Groups that came to be held months apart are two, and so are women and the helpers.

    This speaks against what number and place only make look alike; "some of them women" is often
    left out in retelling, so that a part of the people speaks but little against the whole.
    """
    if one.began is not None and other.began is not None and abs(one.began - other.began) > MONTH:
        yield Sign("other_group", -3.0)
    likeness = kinds.likeness(one.claim.subject, other.claim.subject)
    if likeness is Likeness.OTHER:
        yield Sign("other_people", -2.5)
    elif likeness is Likeness.PART:
        yield Sign("part_of_people", -0.25)


def of_firmness(one: Sketch, other: Sketch, *, kinds: Kinds) -> Iterator[Sign]:
    """A fact against a guess speaks a little against: a body has its own figure, and its headline.

    What is planned is expected by its nature, and a denial repeats what others hold up: there it
    says nothing.
    """
    if kinds.is_exchange(one.kind) and kinds.is_exchange(other.kind):
        return
    if Firmness.DENIED in (one.firmness, other.firmness):
        return
    if (one.firmness is Firmness.ASSERTED) != (other.firmness is Firmness.ASSERTED):
        yield Sign("other_firmness", -0.25)


# --- the words -----------------------------------------------------------------------


def of_texts(one: Sketch, other: Sketch) -> Iterator[Sign]:
    """Copied words speak for a link, copied reports as well."""
    mine, its = one.claim.passage.exact, other.claim.passage.exact
    is_long = min(len(runs(mine)), len(runs(its))) >= TELLING_RUNS
    if is_long and resemblance(mine, its) >= COPIED:
        yield Sign("copied_passage", 1.5)
    if one.report.text_digest == other.report.text_digest:
        yield Sign("copied_report", 3.0)
        return
    shared = report_resemblance(one.report.text, other.report.text)
    if shared >= COPIED:
        yield Sign("copied_report", 2.0)
    elif shared >= SHARED:
        yield Sign("shared_words", 1.0)
