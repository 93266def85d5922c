"""Who repeats whom, and what was lost on the way."""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """All retellings and origins of a set of claims; every claim has exactly one origin."""

    retellings: tuple[Retelling, ...]
    origins: tuple[Origin, ...]
