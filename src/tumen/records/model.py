"""What the figures allow together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

# Ends the id of the part of a place that no claim names: "CN/unlisted".
UNLISTED = "/unlisted"


class Measure(StrEnum):
    """What a quantity counts: people in a state on a day, or people who changed state."""

    STOCK = "stock"
    MEAN_STOCK = "mean_stock"
    FLOW = "flow"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One unknown number.

    A stock has `state`, `place` and `day` (its end); a flow `place`, `start`, `end` and exactly
    one of `into`, `out_of` (all exits) or `by` (one exit).  A day that is not known is `None`; a
    flow without `start` counts from the beginning, and without `end` to the end of all time.  A
    place that ends in `UNLISTED` is the rest of that place, of which no report speaks by name.
    """

    measure: Measure
    place: str
    state: str | None = None
    into: str | None = None
    out_of: str | None = None
    by: str | None = None
    day: date | None = None
    start: date | None = None
    end: date | None = None
    subject: str | None = None  # None: everybody the codebook's default subject counts

    @property
    def state_meant(self) -> str:
        """Return the state of a stock, or the one that a flow leads into or out of; "" if unsaid."""
        return self.state or self.into or self.out_of or ""


class Ground(StrEnum):
    """Why a constraint holds."""

    REPORTED = "reported"
    PLACE = "place"
    PERIOD = "period"
    SUBSET = "subset"
    BALANCE = "balance"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True)
class Term:
    """A coefficient times a quantity."""

    coefficient: int
    quantity: Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint:
    """lower <= sum(terms) <= upper, and why it is believed; `None` is an open end."""

    id: str
    terms: tuple[Term, ...]
    lower: float | None
    upper: float | None
    ground: Ground
    claims: tuple[str, ...] = ()  # for REPORTED
    assumptions: tuple[str, ...] = ()  # named assumptions without which it would not be made
    rule: str = ""  # the paragraph of docs/method.md


class Standing(StrEnum):
    """How well supported a bound is."""

    CORROBORATED = "corroborated"  # survives the loss of any one origin
    SINGLE_SOURCE = "single_source"
    DISPUTED = "disputed"
    INFERRED = "inferred"  # no source states it; it follows


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """The least and the most that the claims allow.  Never a probability; `None` is open."""

    quantity: Quantity
    low: int | None
    high: int | None
    low_claims: tuple[str, ...] = ()  # the claims that pin the low bound
    high_claims: tuple[str, ...] = ()
    low_assumptions: tuple[str, ...] = ()  # named, switchable assumptions among the pins
    high_assumptions: tuple[str, ...] = ()
    low_survives_origins: int = 0  # how many origins may be wrong before it moves
    high_survives_origins: int = 0
    # The ends that are left whichever one origin is wrong.
    low_if_any_one_origin_is_wrong: int | None = None
    high_if_any_one_origin_is_wrong: int | None = None
    pinned_by: tuple[str, ...] = ()  # without any one of these it would be wider
    standing: Standing = Standing.SINGLE_SOURCE
    # What was held together for it: "all" claims, or those of its "place", its parts and wholes.
    reach: str = "all"
    # The same quantity if nobody leaves unreported, where that is not assumed and would narrow it.
    if_persistence: Bound | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """A smallest set of claims that cannot all hold: drop any one and the rest can."""

    id: str
    claims: tuple[str, ...]
    type: str  # count_conflict kind_conflict date_conflict actor_conflict arithmetic headline_body
    gap: int  # people; 0 where the conflict is not one of numbers
    assumptions: tuple[str, ...] = ()  # named assumptions without which it would not be one
    reason: str = ""  # one English sentence for terminals and JSON


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """The state of one indicator of the board."""

    indicator: str  # border, returns, crackdown, hazards, capacity
    state: str
    since: str  # "2020-01", "" when not said
    claims: tuple[str, ...]
    disputed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What follows from the claims taken together and no source says outright."""

    id: str
    code: str  # "unlisted_rest", "anniversary_doubt", ...
    claims: tuple[str, ...]
    values: Mapping[str, int | str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciliation:
    """The outcome of reconciling a set of claims: enough to recompute and to explain it."""

    as_of: date | None
    constraints: tuple[Constraint, ...]
    bounds: tuple[Bound, ...]
    contradictions: tuple[Contradiction, ...]
    conditions: tuple[Condition, ...]
    findings: tuple[Finding, ...]
    set_aside: tuple[str, ...]  # claims left out so that the rest can stand together
    # All lightest sets, ties shown: claims, assumptions, and "claim:assumption" where only that
    # reading of the claim goes.
    corrections: tuple[tuple[str, ...], ...]
    relaxed: tuple[str, ...] = ()  # assumptions, or readings of one claim, given up as well
    codebook: str
    solver: str
    # Whether the corrections are proved the lightest, and whether all that are as light are there.
    proven: bool = True
    all_ties: bool = True
