"""Share the places and times of a sentence out among the several counts that it makes.

"20 were arrested in Qingdao and nine in Kunming": each count has its own place.  A language, and
often one writer, puts them all after the counts or all before; the closer fit is taken.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from tumen.reading.people import Mention
from tumen.reading.sentences import Sentence
from tumen.reading.stretch import Placed

P = TypeVar("P", bound=Placed)

# A thing beside no count at all costs as much as one a long clause away.
_ALONE = 60
_BORDER = 20
_MOST = 12  # counts of one sentence that are told apart; longer lists are tables


def beside(
    sentence: Sentence,
    counts: Sequence[Mention],
    mention: Mention,
    things: Sequence[P],
    *,
    in_turn: bool = False,
) -> list[P]:
    """Return the things that stand beside *mention*; all of them where they cannot be told apart.

    *counts* are the counted mentions of the sentence, in order; so are *things*.  *in_turn* says
    that the sentence gives as many of both in the same order: "respectively", 각각, 分别.
    """
    if not 2 <= len(counts) <= _MOST or not things:
        return list(things)
    if in_turn and len(things) == len(counts):
        return [t for t, c in zip(things, counts, strict=True) if c.start == mention.start]
    ways = [_attached(sentence, counts, things, after) for after in (True, False)]
    owner, _ = min(ways, key=lambda way: way[1])
    own = [thing for thing in things if owner.get(thing.start) == mention.start]
    others = {count.start for count in counts if count.start != mention.start}
    if not own and len(others) > 1 and set(owner.values()) == others and len(owner) == len(things):
        return []  # "229 came, against 1,047 a year earlier and 1,137 in 2018": none is of the 229
    return own or list(things)


def _attached(
    sentence: Sentence, counts: Sequence[Mention], things: Sequence[P], after: bool
) -> tuple[Mapping[int, int], int]:
    """Return the count each thing belongs to, and the distance of all, when all stand *after*."""
    owner: dict[int, int] = {}
    cost = 0
    for thing in things:
        fits = [c for c in counts if (c.start < thing.start if after else thing.start < c.start)]
        if not fits:
            cost += _ALONE
            continue
        count = fits[-1] if after else fits[0]
        owner[thing.start] = count.start
        gap = thing.start - count.end if after else count.start - thing.end
        borders = abs(sentence.clause_of(thing.start) - sentence.clause_of(count.start))
        cost += max(gap, 0) + _BORDER * borders
    cost += _ALONE * len({c.start for c in counts} - set(owner.values()))
    return owner, cost
