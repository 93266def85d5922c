"""What was found on a page, joined up, for those who make claims of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tumen.reading.chain import Chains
from tumen.reading.groups import Groups
from tumen.reading.link import Link
from tumen.reading.page import Page
from tumen.reading.parts import whole_of
from tumen.reading.people import Mention
from tumen.reading.stretch import within
from tumen.reading.where import Named

_REACH = 400  # the longest passage that still shows the figure with the words about it


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Joined:
    """What was found on a page, ready to be put together."""

    page: Page
    counted: tuple[Mention, ...]  # the mentions with a number, in order
    groups: Groups
    chains: Chains
    places: tuple[Named, ...]
    in_area: tuple[Named, ...]  # those of the places that lie in the codebook's area
    acting: tuple[Named, ...]  # countries named as those that do something
    spoken: frozenset[int]
    headlines: frozenset[int]  # where the sentences start that are headlines
    # The counts of a sentence, by its start, once they were asked for.
    _counts: dict[int, tuple[Mention, ...]] = field(default_factory=dict, init=False, repr=False)

    def counts(self, link: Link) -> Sequence[Mention]:
        """Return the counted people of a link's sentence, in order, but the parts of others in it.

        "12 (four men, eight women)", "12, two of them informers": such a part has no place or day
        of its own.
        """
        start = link.sentence.start
        if start not in self._counts:  # asked by each of a sentence's claims
            inside = within(self.counted, start, link.sentence.end)
            found = ((m, whole_of(self.page, self.counted, m)) for m in inside)
            self._counts[start] = tuple(m for m, w in found if w is None or w.start < start)
        return self._counts[start]


def span_of(link: Link, counted: Mention | None) -> tuple[int, int]:
    """Return the words of a claim: from its people to its cue; without people, its cue's clause.

    People counted a sentence before belong to it ("About 20 were caught. ... the North refused
    them"): who opens the passage reads the figure and what is said of it.
    """
    start, end = link.span
    if link.mention is None and counted is None:
        return _clause(link)
    if link.mention is None:
        start, end = _clause(link)
    if counted is not None and end - counted.start <= _REACH:
        start, end = min(start, counted.start), max(end, counted.end)
    return start, end


def _clause(link: Link) -> tuple[int, int]:
    return link.sentence.clause_span(link.sentence.clause_of(link.cue_span[0]))
