"""Who repeats whom, and what was lost on the way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tumen.records.text import Passage


class Basis(StrEnum):
    """Why one claim is taken to repeat another."""

    CITED = "cited"
    SAME_EVENT = "same_event_same_figure"
    TRANSLATED = "translated"
    COPIED = "copied_text"
    INFERRED = "inferred"


class Independence(StrEnum):
    """Whether two lines of report could come from one mouth.  Unknown is the honest default."""

    INDEPENDENT = "independent"
    DEPENDENT = "dependent"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Distortion:
    """What changed between a parent claim and its retelling, with both wordings."""

    type: str  # one of CONTRACT's distortions: "approximator_dropped", ...
    child: Passage
    parent: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Retelling:
    """A claim that repeats another, and what was distorted."""

    child: str
    parent: str
    basis: Basis
    distortions: tuple[Distortion, ...] = ()
    confidence: str = "medium"  # high, medium, low
    because: tuple[str, ...] = ()  # the evidence for the link, as codes


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The root of a lineage.  Origins are counted, not texts."""

    id: str
    claims: tuple[str, ...]
    root: str
    speaker: str  # "" when no one is named
    independence: Independence = Independence.UNKNOWN
    cited_unfound: tuple[str, ...] = ()  # outlets named as a source, with no report in the case


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """One claim in the tree of an origin, with what hangs below it.

    `retelling` says how it repeats the claim above; None at the top, and for another claim of
    the same account that repeats nothing.
    """

    claim: str
    retelling: Retelling | None = None
    children: tuple[Branch, ...] = ()


class Outcome(StrEnum):
    """What became of a group, where that is no state of the codebook."""

    UNKNOWN = "unknown"  # nobody tells
    DISPUTED = "disputed"  # several ends are told of one time


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that is told of a group, by all who tell it; days are those of the original."""

    kind: str  # of the codebook
    claims: tuple[str, ...]  # the original first
    first_day: date | None
    last_day: date | None
    places: tuple[str, ...]  # ids, the most special ones
    moved: bool = False  # to another place than the step before
    expected: bool = False  # planned or feared, and not told as done


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The same people through all that is told of them, in the order of time."""

    id: str
    root: str  # the claim that counts them and is most like an original
    claims: tuple[str, ...]
    reports: int  # that tell of them
    steps: tuple[Step, ...]
    outcome: str  # a state of the codebook, or one of `Outcome`
    partly: tuple[str, ...] = ()  # states that another number of them is told to have reached
    last_news: date | None = None  # the last day of which something new is told
    silent_days: int | None = None  # from then to the day of the newest report


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """All retellings and origins of a set of claims; every claim has exactly one origin."""

    retellings: tuple[Retelling, ...]
    origins: tuple[Origin, ...]
