"""A small situation: two provinces and a city of China, and the kinds of claim that matter here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from tests.build import a_claim, a_day, a_figure, a_period, a_report
from tumen.codebook import Assumption, Codebook, Indicator, Kind, State, Subject, Vagueness
from tumen.ids import content_id
from tumen.reconcile import reconcile
from tumen.records import (
    Bound,
    Claim,
    Independence,
    Lineage,
    Modality,
    Origin,
    Part,
    Place,
    Quantity,
    Reconciliation,
    Report,
)

NO_WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType({})


def day(iso: str) -> date:
    return date.fromisoformat(iso)


# --- the codebook ------------------------------------------------------------------------


def a_kind(code: str, label: str = "", **meaning: str | bool) -> Kind:
    kind = Kind(code=code, label={"en": label or code}, cues={}, sentence={})
    return replace(kind, **meaning)  # type: ignore[arg-type]


KINDS = (
    a_kind("detained", "held", measure="stock", state="detained"),
    a_kind("arrested", measure="flow", into="detained"),
    a_kind("returned", measure="flow", by="returned", indicator="returns", condition="under_way"),
    a_kind("released", measure="flow", by="released"),
    a_kind("at_risk", measure="flow", by="returned", planned=True),
    a_kind(
        "return_refused",
        "return refused",
        by="returned",
        state="detained",
        planned=True,
        indicator="returns",
        condition="refused",
    ),
    a_kind(
        "return_unanswered",
        "return unanswered",
        by="returned",
        state="detained",
        planned=True,
        indicator="returns",
        condition="pending",
    ),
    a_kind("capacity", state="detained", indicator="capacity", condition="full"),
    a_kind("border_closed", indicator="border", condition="closed"),
    a_kind("border_reopened", indicator="border", condition="reopened"),
    a_kind("crackdown_eased", indicator="crackdown", condition="eased"),
)
STATES = (
    State(code="detained", label={}, exits=("returned", "released", "died", "moved")),
    State(code="returned", label={}),
)
SUBJECTS = (
    Subject(code="north_koreans", label={}, nouns=NO_WORDS),
    Subject(code="defectors", label={}, nouns=NO_WORDS, parent="north_koreans"),
    Subject(code="women", label={}, nouns=NO_WORDS, parent="defectors"),
    Subject(code="helpers", label={}, nouns=NO_WORDS),
    Subject(code="households", label={}, nouns=NO_WORDS, persons=False),
)
INDICATORS = {
    "border": ("closed", "reopened"),
    "returns": ("under_way", "pending", "refused"),
    "crackdown": ("tightened", "eased"),
    "capacity": ("full",),
}


def a_codebook(*on: str) -> Codebook:
    """Return the codebook with the assumptions *on* switched on, "-name" off."""
    return Codebook(
        name="small",
        version="1",
        title={},
        gazetteer="small",
        area="CN",
        homes=(),
        default_subject="defectors",
        states={s.code: s for s in STATES},
        kinds={k.code: k for k in KINDS},
        subjects={s.code: s for s in SUBJECTS},
        speakers={},
        indicators={
            code: Indicator(code=code, label={}, question={}, states={s: {} for s in states})
            for code, states in INDICATORS.items()
        },
        anniversaries=(),
        reasons={},
        vagueness=(
            Vagueness(word="about", language="en", low=0.85, high=1.15, source="test"),
            Vagueness(word="nearly", language="en", low=0.9, high=1.0, source="test"),
        ),
        assumptions={
            name.removeprefix("-"): Assumption(
                id=name.removeprefix("-"), label={}, on=not name.startswith("-")
            )
            for name in on
        },
        digest="",
    )


# --- the places --------------------------------------------------------------------------


def a_place(id_: str, name: str, level: int, parent: str | None) -> Place:
    return Place(id=id_, names={"en": (name,)}, level=level, type="", parent=parent)


PLACES = (
    a_place("CN", "China", 0, None),
    a_place("CN-JL", "Jilin", 1, "CN"),
    a_place("CN-JL-TM", "Tumen", 3, "CN-JL"),
    a_place("CN-LN", "Liaoning", 1, "CN"),
    a_place("CN-LN-DD", "Dandong", 2, "CN-LN"),
    a_place("KP", "North Korea", 0, None),
    a_place("KR", "South Korea", 0, None),
)


class Gazetteer:
    """The places above, as `tumen.places` would give them."""

    def __init__(self, places: tuple[Place, ...] = PLACES) -> None:
        self.places: Mapping[str, Place] = {p.id: p for p in places}

    def ancestors(self, place: str, /) -> tuple[Place, ...]:
        line: list[Place] = []
        above = self.places[place].parent
        while above:
            line.insert(0, self.places[above])
            above = self.places[above].parent
        return tuple(line)

    def within(self, place: str, ancestor: str, /) -> bool:
        return place == ancestor or ancestor in {p.id for p in self.ancestors(place)}


GAZETTEER = Gazetteer()
NAMES = {p.id: p.name for p in PLACES}


# --- claims ------------------------------------------------------------------------------

REPORT = a_report(published="2020-10-28")


def said(
    kind: str = "detained",
    low: int | None = 200,
    high: int | None = -1,
    *,
    at: str | tuple[str, ...] = "CN-JL",
    on: str | tuple[str | None, str | None] | None = "2020-10-28",
    since: str | None = None,
    wording: str = "",
    report: Report = REPORT,
    **more: object,
) -> Claim:
    """Return a claim of *low* people (exactly, unless *high* is given) at *at*."""
    places = (at,) if isinstance(at, str) else at
    period = None if on is None else a_day(on) if isinstance(on, str) else a_period(*on)
    high = low if high == -1 else high
    figure = None
    if low is not None or high is not None:
        figure = replace(a_figure(low, high, wording=wording), approximate=wording == "about")
    claim = a_claim(
        report,
        kind=kind,
        low=None,
        high=None,
        figure=figure,
        places=tuple((p, NAMES.get(p, p)) for p in places),
        period=period,
        since=a_day(since) if since else None,
    )
    changed = replace(claim, **more)  # type: ignore[arg-type]
    return replace(changed, id=content_id("c", changed))


def named(name: str, claim: Claim) -> Claim:
    return replace(claim, id=name)


def expected(claim: Claim) -> Claim:
    return replace(claim, modality=Modality.EXPECTED)


def denied(claim: Claim) -> Claim:
    return replace(claim, modality=Modality.DENIED)


def headline(claim: Claim) -> Claim:
    return replace(claim, part=Part.HEADLINE)


# --- running -----------------------------------------------------------------------------


def alone(*claims: Claim) -> Lineage:
    """Return the lineage in which every claim is an origin of its own."""
    return from_origins(*((c.id,) for c in claims))


def from_origins(*origins: tuple[str, ...]) -> Lineage:
    return Lineage(
        retellings=(),
        origins=tuple(
            Origin(
                id=f"o-{claims[0]}",
                claims=claims,
                root=claims[0],
                speaker="",
                independence=Independence.UNKNOWN,
            )
            for claims in origins
        ),
    )


def outcome(
    *claims: Claim,
    on: tuple[str, ...] = (),
    lineage: Lineage | None = None,
    reports: tuple[Report, ...] = (REPORT,),
    as_of: str | None = "2020-10-28",
    assumptions: frozenset[str] = frozenset(),
) -> Reconciliation:
    return reconcile(
        reports,
        claims,
        lineage or alone(*claims),
        codebook=a_codebook(*on),
        gazetteer=GAZETTEER,
        as_of=day(as_of) if as_of else None,
        assumptions=assumptions,
    )


def held(
    result: Reconciliation, place: str, on: str | None = "2020-10-28", *, lasting: bool = False
) -> Bound:
    """Return the bound of the people held at *place*; *lasting*: the one with persistence."""
    found = next(
        b
        for b in result.bounds
        if b.quantity.state == "detained"
        and b.quantity.place == place
        and b.quantity.day == (day(on) if on else None)
        and b.quantity.subject is None
    )
    return found.if_persistence or found if lasting else found


def flow(result: Reconciliation, **quantity: str) -> Bound:
    def matches(q: Quantity) -> bool:
        return all(getattr(q, name) == value for name, value in quantity.items())

    return next(b for b in result.bounds if b.quantity.measure == "flow" and matches(b.quantity))


def ends(bound: Bound) -> tuple[int | None, int | None]:
    return bound.low, bound.high
