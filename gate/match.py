"""Which claim of the reading is which expected one, and which fields of it are right."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from gate.cases import Case, Expected
from tumen.codebook import Codebook
from tumen.records import Claim, Modality, Reading

ARTICLES = frozenset({"the", "a", "an", "one", "this", "that"})
Names: TypeAlias = Mapping[str, str]  # a folded name of a speaker -> the one it is known by
NO_NAMES: Names = {}

# Days that a period's ends may be off: readers of the same text differ by that much about
# "early in the month" or "last week".
DAYS_OFF = 3
# Careful readers agree whether something is asserted, expected, denied or unofficial, not on finer
# classes.
ASSERTED = {Modality.REPORTED, Modality.OFFICIAL, Modality.OWN_COUNT, Modality.ESTIMATED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """Which fields of a matched claim are right; `None` where the case does not ask."""

    place: bool | None
    period: bool | None
    chain: bool
    modality: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the reading of one case got right, missed and made up."""

    case: Case
    matched: tuple[tuple[Expected, Claim, Right], ...]  # optional ones included
    missed: tuple[Expected, ...]
    invented: tuple[Claim, ...]  # with a figure of people that the case does not have
    unread: tuple[str, ...]
    numbers: int  # every number the reading accounts for


def judge(case: Case, reading: Reading, *, known: Names = NO_NAMES) -> Outcome:
    """Return what the reading of this case got right, missed and made up."""
    pairs = paired(case, reading.claims, known)
    matched = tuple(
        (expected, claim, fields_right(case, expected, claim, known))
        for expected, claim in ((case.claims[i], reading.claims[j]) for i, j in pairs)
    )
    taken = {j for _, j in pairs}
    return Outcome(
        case=case,
        matched=matched,
        missed=tuple(
            e
            for i, e in enumerate(case.claims)
            if not e.optional and i not in {i for i, _ in pairs}
        ),
        invented=tuple(
            c
            for j, c in enumerate(reading.claims)
            if j not in taken and has_figure(c) and not said_again(c, case.claims)
        ),
        unread=tuple(u.passage.exact for u in reading.unread),
        numbers=sum(map(has_figure, reading.claims)) + len(reading.set_aside) + len(reading.unread),
    )


def paired(case: Case, claims: Sequence[Claim], known: Names) -> list[tuple[int, int]]:
    """Pair expected with read claims of the same figure and kind, the best agreement first."""
    candidates = []
    for i, expected in enumerate(case.claims):
        for j, claim in enumerate(claims):
            if same(expected, claim) and touches(expected, claim):
                right = fields_right(case, expected, claim, known)
                agreed = sum(bool(f) for f in (right.place, right.period, right.chain))
                candidates.append((expected.optional, -agreed, i, j))
    pairs: list[tuple[int, int]] = []
    for _, _, i, j in sorted(candidates):
        if i not in {a for a, _ in pairs} and j not in {b for _, b in pairs}:
            pairs.append((i, j))
    return sorted(pairs)


def same(expected: Expected, claim: Claim) -> bool:
    """Tell whether kind and figure are those expected."""
    low, high = (claim.figure.low, claim.figure.high) if claim.figure else (None, None)
    return claim.kind == expected.kind and (low, high) == (expected.low, expected.high)


def said_again(claim: Claim, expected: Sequence[Expected]) -> bool:
    """Tell whether this is an expected claim once more: a text may say a thing twice."""
    return any(same(e, claim) and touches(e, claim) for e in expected)


def touches(expected: Expected, claim: Claim) -> bool:
    """Tell whether the claim stands where the expected one does, if that is known."""
    if expected.words is None:
        return True
    start, end = expected.words
    return claim.passage.span.start < end and start < claim.passage.span.end


def has_figure(claim: Claim) -> bool:
    """Tell whether the claim counts people of some kind: `other` says only that a figure stands."""
    return (
        claim.kind != "other"
        and claim.figure is not None
        and (claim.figure.low is not None or claim.figure.high is not None)
    )


# --- fields ----------------------------------------------------------------------------


def fields_right(case: Case, expected: Expected, claim: Claim, known: Names) -> Right:
    """Return which fields of a claim are as expected."""
    asked = expected.start is not None or expected.end is not None
    names = {place.name for place in claim.places}
    return Right(
        place=set(expected.places) <= names if expected.places else None,
        period=period_right(expected, claim) if asked else None,
        chain=chain_right(expected.says, claim, publisher=case.publisher, known=known),
        modality=claim.modality == expected.modality
        or {claim.modality, expected.modality} <= ASSERTED,
    )


def period_right(expected: Expected, claim: Claim) -> bool:
    """Tell whether both ends that the case gives are right, within a few days."""
    if claim.period is None:
        return False
    return near(expected.start, claim.period.first_day) and near(
        expected.end, claim.period.last_day
    )


def near(expected: date | None, read: date | None) -> bool:
    """Tell whether a day is as expected; a day that the case leaves out may be anything."""
    if expected is None:
        return True
    return read is not None and abs((expected - read).days) <= DAYS_OFF


def names_of(codebook: Codebook) -> Names:
    """Return every name of the codebook's speakers, each with the name that it is one of."""
    return {
        folded(name): folded(speaker.name)
        for speaker in codebook.speakers.values()
        for name in (speaker.name, *(n for names in speaker.names.values() for n in names))
    }


def chain_right(says: Sequence[str], claim: Claim, *, publisher: str, known: Names) -> bool:
    """Tell whether the speakers after the publisher are those expected, in order, and no others."""
    named = [
        hop.name
        for hop in claim.attribution[1:]
        if hop.name and not (publisher and same_speaker(hop.name, publisher, known))
    ]
    return len(named) == len(says) and all(
        same_speaker(a, b, known) for a, b in zip(says, named, strict=True)
    )


def same_speaker(a: str, b: str, known: Names = NO_NAMES) -> bool:
    """Tell whether two printed speakers are one: equal, one within the other, or much alike.

    VOA and Voice of America are one where the codebook knows both, and "the resident" is the
    "resident of Yanji" of a sentence before.  Much alike is half of the pairs of letters:
    articles, particles and titles differ.
    """
    if words_of(a) <= words_of(b) or words_of(b) <= words_of(a):
        return bool(a and b)
    a, b = folded(a), folded(b)
    if not a or not b:
        return False
    if a in b or b in a or known.get(a, a) == known.get(b, b):
        return True
    pairs = [Counter(x[k : k + 2] for k in range(len(x) - 1)) for x in (a, b)]
    total = sum(pairs[0].values()) + sum(pairs[1].values())
    return total > 0 and 2 * sum((pairs[0] & pairs[1]).values()) / total >= 0.5


def words_of(name: str) -> frozenset[str]:
    """Return the words of a name without articles; a name written without spaces is one word."""
    words = unicodedata.normalize("NFKC", name).casefold().replace(",", " ").split()
    return frozenset(words) - ARTICLES or frozenset({name})


def folded(name: str) -> str:
    """Return a name without case, width and spaces."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())
