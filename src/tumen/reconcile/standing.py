"""Standing claims: what is said, once for each origin, with where and when it holds (§3.1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from tumen.codebook import Codebook, Kind
from tumen.errors import ReconcileError
from tumen.reconcile.dating import Window, published_on, window_of
from tumen.reconcile.people import People, people_of
from tumen.reconcile.places import Places
from tumen.reconcile.places_of_claim import places_of
from tumen.reconcile.subjects import counted_as, counts_people
from tumen.records import Claim, Lineage, Modality, Report

# Said of what has not happened, or that it has not: no constraint, whatever the number (§3.5).
NOT_ASSERTED = frozenset({Modality.DENIED, Modality.EXPECTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingClaim:
    """A claim with its meaning worked out; it speaks for all `repeats` of its origin."""

    claim: Claim
    repeats: tuple[str, ...]  # ids of the claims of its origin that say the same, itself first
    told_in: frozenset[str]  # the reports of those
    origin: str
    weight: Fraction  # one vote, shared by the claims of its stream
    kind: Kind
    subject: str | None  # None: the people the codebook counts
    countable: bool  # False: households, buses
    places: tuple[str, ...]  # the most special ones named
    window: Window
    published: date | None
    people: People | None  # None: no number

    @property
    def voice(self) -> tuple[str, ...]:
        """Return the report and the speakers: what one mouth says in one report falls together."""
        return (self.claim.report, *(hop.name for hop in self.claim.attribution))

    @property
    def asserted(self) -> bool:
        """Tell whether it is said to be so: not denied, not only expected, a total and no part of one.

        Some of those held who were taken elsewhere are not held beside the rest.
        """
        part = self.claim.part_of is not None and bool(self.kind.state or self.kind.into)
        return self.claim.modality not in NOT_ASSERTED and not part and not self.claim.yearly


def standing_claims(
    reports: Sequence[Report],
    claims: Sequence[Claim],
    lineage: Lineage,
    *,
    codebook: Codebook,
    gazetteer: Places,
    as_of: date | None,
) -> tuple[StandingClaim, ...]:
    """Return the claims that count as of *as_of*, each said once, in a fixed order.

    Claims of kinds the codebook does not know and of reports published later are left out.
    Raises ReconcileError for a claim whose report is missing and for two claims of one id.
    """
    by_id = {report.id: report for report in reports}
    _refuse_strays(claims, by_id)
    origin_of = {c: o.id for o in lineage.origins for c in o.claims}
    roots = frozenset(o.root for o in lineage.origins)
    worked_out = [
        _work_out(c, by_id[c.report], codebook, gazetteer, origin_of.get(c.id, c.id))
        for c in claims
        if c.kind in codebook.kinds and not _later(by_id[c.report], as_of)
    ]
    return _weighed(_said_once(worked_out, roots))


def _refuse_strays(claims: Sequence[Claim], reports: Mapping[str, Report]) -> None:
    seen: set[str] = set()
    for claim in claims:
        if claim.report not in reports:
            raise ReconcileError(
                f"The claim {claim.id!r} belongs to the report {claim.report!r}, which was not "
                "handed over. Hand over the reports of all claims."
            )
        if claim.id in seen:
            raise ReconcileError(f"Two claims have the id {claim.id!r}. Give each its own.")
        seen.add(claim.id)


def _later(report: Report, as_of: date | None) -> bool:
    """Tell whether *report* was surely published after *as_of*."""
    first = report.published.first_day if report.published else None
    return as_of is not None and first is not None and first > as_of


def _work_out(
    claim: Claim, report: Report, codebook: Codebook, gazetteer: Places, origin: str
) -> StandingClaim:
    kind = codebook.kinds[claim.kind]
    return StandingClaim(
        claim=claim,
        repeats=(claim.id,),
        told_in=frozenset({claim.report}),
        origin=origin,
        weight=Fraction(1),
        kind=kind,
        subject=counted_as(claim.subject, codebook),
        countable=counts_people(claim.subject, codebook),
        places=places_of(claim, kind, codebook.area, gazetteer),
        window=window_of(claim, report),
        published=published_on(report),
        people=(
            people_of(claim.figure, report.language, codebook.vagueness) if claim.figure else None
        ),
    )


def _said_once(claims: Sequence[StandingClaim], roots: frozenset[str]) -> tuple[StandingClaim, ...]:
    """Collapse claims of one origin with the same meaning and number: repeats never vote twice."""
    alike: dict[tuple[object, ...], list[StandingClaim]] = defaultdict(list)
    for standing in claims:
        alike[_meaning(standing)].append(standing)
    kept = []
    for group in alike.values():
        group.sort(key=lambda s: (s.claim.id not in roots, s.published or date.max, s.claim.id))
        reports = frozenset(s.claim.report for s in group)
        kept.append(replace(group[0], repeats=tuple(s.claim.id for s in group), told_in=reports))
    kept.sort(key=lambda s: (s.window.last or date.max, s.claim.id))
    return tuple(kept)


def _meaning(s: StandingClaim) -> tuple[object, ...]:
    # The part of the report is kept apart: a headline is held against its own body (§3.8).
    return (
        *(s.origin, s.kind.code, s.subject, s.countable, s.places, s.window, s.people),
        *(s.asserted, s.claim.modality if not s.asserted else None, s.claim.part),
    )


def _weighed(claims: Sequence[StandingClaim]) -> tuple[StandingClaim, ...]:
    """Share one vote among the claims of a stream: one origin, one kind, one place (§3.9)."""
    streams: dict[tuple[object, ...], int] = defaultdict(int)
    for s in claims:
        streams[_stream(s)] += 1
    return tuple(replace(s, weight=Fraction(1, streams[_stream(s)])) for s in claims)


def _stream(s: StandingClaim) -> tuple[object, ...]:
    return (s.origin, s.kind.code, s.subject, s.places)
