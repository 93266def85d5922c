"""Look up what lies in a stretch of text, without walking through all the rest of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol, TypeVar


class Placed(Protocol):
    """Anything that starts and ends somewhere in a text."""

    @property
    def start(self) -> int:
        """Return where it starts."""

    @property
    def end(self) -> int:
        """Return where it ends."""


P = TypeVar("P", bound=Placed)


def within(things: Sequence[P], start: int, end: int) -> list[P]:
    """Return the things that lie inside `start..end`; *things* are in order of their start."""
    found = []
    for index in range(starts_before(things, start), len(things)):
        thing = things[index]
        if thing.start >= end:
            break
        if thing.end <= end:
            found.append(thing)
    return found


def starts_before(things: Sequence[P], position: int) -> int:
    """Return how many of the things start before *position*."""
    return bisect_left(things, position, key=lambda thing: thing.start)
