"""Find many words at once: one automaton over all the words a reader knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from tumen.codebook import Cue
from tumen.reading.fold import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A word to look for: its role for the reader, and what it stands for there.

    `whole` words do not continue a Hangul word on their left ("국경" in "중국경제").
    """

    text: str
    role: str
    key: str
    cue: Cue | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry met in a text."""

    start: int
    end: int
    entry: Entry

    @property
    def key(self) -> str:
        """Return what the word stands for."""
        return self.entry.key


class Lexicon:
    """All words of one language and codebook, found in one pass."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Build the automaton; the same word may have several roles."""
        self._by_text: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            self._by_text[fold(entry.text)].append(entry)
        self._words = list(self._by_text)
        self._automaton = AhoCorasick(self._words)

    def find(self, folded: str) -> Mapping[str, tuple[Hit, ...]]:
        """Return the hits of each role, in order, overlapping ones too; see `longest`."""
        found: dict[str, list[Hit]] = defaultdict(list)
        matches = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        for index, start, end in matches:
            if not _stands_alone(folded, start, end):
                continue
            for entry in self._by_text[self._words[index]]:
                if not (entry.whole and _continues_hangul(folded, start)):
                    found[entry.role].append(Hit(start, end, entry))
        return {role: _ordered(hits) for role, hits in found.items()}


def _stands_alone(folded: str, start: int, end: int) -> bool:
    """Tell whether a Latin word or number is whole here: "us" is not in "used"."""
    if start and _latin(folded[start]) and _latin(folded[start - 1]):
        return False
    return not (end < len(folded) and _latin(folded[end - 1]) and _latin(folded[end]))


def _latin(char: str) -> bool:
    return char.isalnum() and char < "\u0250"


def _continues_hangul(folded: str, start: int) -> bool:
    return start > 0 and "가" <= folded[start - 1] <= "힣" and "가" <= folded[start] <= "힣"


def _ordered(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    return tuple(sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.entry.key)))


def longest(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Keep the leftmost longest of overlapping hits; the same words may mean several things."""
    kept: list[Hit] = []
    for hit in _ordered(hits):
        last = kept[-1] if kept else None
        if last is None or hit.start >= last.end or (hit.start, hit.end) == (last.start, last.end):
            kept.append(hit)
    return tuple(kept)
