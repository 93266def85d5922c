"""What was found on a page, joined up, for those who make claims of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tumen.reading.chain import Chains
from tumen.reading.groups import Groups
from tumen.reading.link import Link
from tumen.reading.page import Page
from tumen.reading.people import Mention
from tumen.reading.stretch import within
from tumen.reading.where import Named

_PART = 20  # words that make a count a part of the last one: "including", 이 중, うち
_BRACKET = 40  # the longest breakdown in brackets before a count in it
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

    def counts(self, link: Link) -> Sequence[Mention]:
        """Return the counted people of a link's sentence, in order, but the parts of others.

        "12 (four men, eight women)", "12, two of them informers": a part has no place or day of
        its own.
        """
        start, end = link.sentence.start, link.sentence.end
        inside = within(self.counted, start, end)
        return [m for m in inside if not (self._bracketed(start, m) or self._is_part(start, m))]

    def _is_part(self, start: int, mention: Mention) -> bool:
        first = max(start, mention.start - _PART)
        return self.page.pack.part_before.search(self.page.folded, first, mention.start) is not None

    def _bracketed(self, start: int, mention: Mention) -> bool:
        text = self.page.folded
        first = max(start, mention.start - _BRACKET)
        opened = text.rfind("(", first, mention.start)
        return opened > text.rfind(")", first, mention.start) and any(
            0 <= opened - m.end <= 1 for m in within(self.counted, first - _BRACKET, opened)
        )


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
