"""Tell where words of a journey lead: "flown from Kunming to Pyongyang", 신의주로 옮겨졌다, 押往新义州.

The verbs that a writer has for taking people somewhere are many, and say nothing of the situation
by themselves; where they lead does.
"""

from __future__ import annotations

from collections.abc import Sequence

from tumen.places import Gazetteer
from tumen.reading.lexicon import Hit
from tumen.reading.pack import Pack
from tumen.reading.sentences import Sentence
from tumen.reading.stretch import within

_REACH = 80  # characters from a verb to where it leads


def leads(
    hit: Hit,
    sentence: Sentence,
    places: Sequence[Hit],
    *,
    folded: str,
    pack: Pack,
    gazetteer: Gazetteer,
) -> bool:
    """Tell whether the words of a cue lead into a place that it asks for; True if it asks for none.

    *places* are the names of places on the page, in order.  Where verbs come last the place stands
    before them, else after.
    """
    goals = hit.entry.cue.to if hit.entry.cue else ()
    if not goals:
        return True
    if pack.object_first:
        near = within(places, max(sentence.start, hit.start - _REACH), hit.start)
        gaps = ((place, place.end, hit.start) for place in near)
    else:
        near = within(places, hit.end, min(sentence.end, hit.end + _REACH))
        gaps = ((place, hit.end, place.start) for place in near)
    return any(
        place.key
        and any(gazetteer.within(place.key, goal) for goal in goals)
        and pack.leads_to.fullmatch(folded, start, end)
        for place, start, end in gaps
    )
