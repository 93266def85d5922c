"""Figures without texts: what somebody brings to be held together, already in numbers (§3.11)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from tumen.reconcile.place_tree import PlaceTree
from tumen.records import Quantity


class Sort(StrEnum):
    """What a standing limit keeps small."""

    CAPACITY = "capacity"
    ARRIVALS = "arrivals"
    DEPARTURES = "departures"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureClaim:
    """Somebody's number for one quantity; `None` is an open end."""

    id: str
    quantity: Quantity
    low: float | None
    high: float | None
    origin: str
    weight: Fraction | None = None  # None: its share of the one vote of its stream


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLimit:
    """Standing knowledge of a place, as a claim with a name that can be switched off.

    Of a capacity `most` is the most there is room for; of arrivals and departures, in any window
    of t days at most `most + pace * t` people; of a closure both are 0, from `start` to `end`.
    """

    id: str
    sort: Sort
    place: str
    most: float = 0.0
    pace: float = 0.0
    state: str | None = None  # None: every state that is spoken of
    by: str | None = None
    start: date | None = None
    end: date | None = None
    origin: str = ""  # "": knowledge that no origin vouches for
    weight: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One quantity to bound, with the name its answer carries."""

    id: str
    quantity: Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """All that was brought; without *asked*, every stock on every date of its place."""

    tree: PlaceTree
    claims: tuple[FigureClaim, ...]
    limits: tuple[FigureLimit, ...] = ()
    asked: tuple[Ask, ...] | None = None
