"""What is compared of a claim, worked out once: a claim is met by many others."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tumen.codebook import Codebook
from tumen.errors import ClaimWithoutReportError
from tumen.lineage.figures import Shape, bases_of, shape_of
from tumen.lineage.kinds import Kinds
from tumen.lineage.speakers import Speakers, Who, chain_of, named
from tumen.places import Gazetteer
from tumen.records import Claim, Figure, HopType, Modality, Period, Report

# A time of day in the words of a date: "2020-10-16 06:42", "2020-10-16T06:42:00Z".
_CLOCK = re.compile(r"(?<!\d)([01]?\d|2[0-3]):([0-5]\d)", re.ASCII)
_NOON = 12 * 60


class Firmness(StrEnum):
    """How a claim is held up, coarser than modality: two readers agree on these."""

    ASSERTED = "asserted"
    THOUGHT = "thought"
    EXPECTED = "expected"
    DENIED = "denied"


_FIRMNESS = {
    Modality.REPORTED: Firmness.ASSERTED,
    Modality.OFFICIAL: Firmness.ASSERTED,
    Modality.OWN_COUNT: Firmness.ASSERTED,
    Modality.UNOFFICIAL: Firmness.ASSERTED,
    Modality.ESTIMATED: Firmness.THOUGHT,
    Modality.EXPECTED: Firmness.EXPECTED,
    Modality.DENIED: Firmness.DENIED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """A claim as lineage sees it.  Days are proleptic ordinals; `None` is not known."""

    claim: Claim
    report: Report
    id: str  # the claim's
    kind: str
    figure: Figure | None  # the claim's, when it holds a number
    publisher: str  # identity, "" when not known
    is_known: bool  # the publisher is one of the codebook's, and no site that anybody may have
    chain: tuple[Who, ...]  # behind the publisher, outermost first
    mouth: Who | None  # who tells it: the innermost who is no party; None: the publisher
    named: frozenset[str]  # everyone named behind the publisher
    outlets: frozenset[str]  # those of them who could be cited: all but persons unknown to us
    bases: frozenset[int]  # the numbers that the figure is built on
    shape: Shape
    leaves: frozenset[str]  # the most special places
    above: frozenset[str]  # those and all places that hold them
    districts: frozenset[str]  # `above` without countries, unless there is nothing else
    depth: int  # how special the places are
    first: int | None
    last: int | None
    published: int | None
    minute: int  # of the day of publication; its middle where no hour is told
    length: int  # of the report, an East Asian character counted as two
    firmness: Firmness
    is_hearsay: bool
    # From the rest of its report, see `surroundings`.
    beside: frozenset[str] = frozenset()  # outlets that its report cites for something
    began: int | None = None  # when its group came to be held, where it came at one time

    @property
    def is_own_voice(self) -> bool:
        """Tell whether an outlet says this on its own, without a source."""
        return self.mouth is None or self.mouth.is_outlet or not self.mouth.id

    @property
    def speaker(self) -> str:
        """Return the identity of who tells this: the mouth, or the publisher."""
        return self.mouth.id if self.mouth else self.publisher


class Sketcher:
    """Makes sketches; keeps what claims share: speakers, kinds, the places above a place."""

    def __init__(self, codebook: Codebook, gazetteer: Gazetteer) -> None:
        """Index the names of *codebook*."""
        self.speakers = Speakers(codebook)
        self.kinds = Kinds(codebook)
        self._codebook = codebook
        self._gazetteer = gazetteer
        self._above: dict[str, tuple[str, ...]] = {}
        self._lengths: dict[str, int] = {}

    def sketch(self, claim: Claim, report: Report) -> Sketch:
        """Return what is compared of *claim*."""
        publisher = self.publisher(report, claim)
        chain = chain_of(claim.attribution, publisher, speakers=self.speakers)
        leaves = self.leaves([place.id for place in claim.places])
        above = frozenset(up for leaf in leaves for up in (leaf, *self.above(leaf)))
        first, last = days_of(claim.period)
        return Sketch(
            claim=claim,
            report=report,
            id=claim.id,
            kind=claim.kind,
            figure=with_number(claim.figure),
            publisher=publisher,
            is_known=publisher in self._codebook.speakers,
            chain=chain,
            mouth=self.mouth(chain, claim.kind),
            named=named(chain),
            outlets=frozenset(
                who.id
                for who in chain
                if who.is_named and who.id != publisher and (who.known or not _is_person(who))
            ),
            bases=bases_of(claim.figure),
            shape=shape_of(claim.figure),
            leaves=leaves,
            above=above,
            districts=self.districts(leaves, above),
            depth=max((self.depth(leaf) for leaf in leaves), default=0),
            first=first,
            last=last,
            published=days_of(report.published)[1],
            minute=minute_of(report.published),
            length=self.length(report),
            firmness=_FIRMNESS[claim.modality],
            is_hearsay=any(hop.type is HopType.NONE for hop in claim.attribution[1:]),
        )

    def publisher(self, report: Report, claim: Claim) -> str:
        """Return the identity of the publisher: as archived, from the address, or first hop."""
        if report.publisher:
            return self.speakers.identify(report.publisher)
        if report.url and (speaker := self._codebook.publisher_of(report.url)):
            return speaker.id
        outermost = claim.attribution[0] if claim.attribution else None
        if outermost and outermost.cue is None and outermost.type is not HopType.NONE:
            return self.speakers.identify(outermost.name)
        return ""

    def length(self, report: Report) -> int:
        """Return how long a report is, an East Asian character counted as two Latin ones."""
        if report.id not in self._lengths:
            size = len(report.text.encode("utf-8", "surrogatepass"))
            self._lengths[report.id] = (len(report.text) + size) // 2
        return self._lengths[report.id]

    def mouth(self, chain: Sequence[Who], kind: str) -> Who | None:
        """Return the innermost speaker who tells the story rather than takes part in it.

        "The source said the North refused": the North is a party, the source tells.
        """
        for who in reversed(chain):
            is_party = who.type is HopType.STATE and self.kinds.is_exchange(kind)
            if not is_party and who.type is not HopType.NONE:
                return who
        return None

    def above(self, place: str) -> tuple[str, ...]:
        """Return the ids of the places that hold *place*, widest first."""
        if place not in self._above:
            known = place in self._gazetteer.places
            up = self._gazetteer.ancestors(place) if known else ()
            self._above[place] = tuple(one.id for one in up)
        return self._above[place]

    def districts(self, leaves: frozenset[str], above: frozenset[str]) -> frozenset[str]:
        """Return the places a claim is within that are no country, or its leaves."""
        return frozenset(place for place in above if self.depth(place) > 1) or leaves

    def depth(self, place: str) -> int:
        """Return how special a place is, 1 for a country; "the north-east" counts as one."""
        held = [up for up in (*self.above(place), place) if not self._is_region(up)]
        return max(len(held), 1)

    def _is_region(self, place: str) -> bool:
        """Tell whether a place is only a way of speaking of several provinces."""
        return place in self._gazetteer.places and self._gazetteer.places[place].type == "region"

    def leaves(self, places: Sequence[str]) -> frozenset[str]:
        """Return the most special of *places*: those that hold no other of them."""
        holding = {up for place in places for up in self.above(place)}
        return frozenset(place for place in places if place not in holding)


def sketches_of(
    claims: Sequence[Claim], reports: Mapping[str, Report], *, sketcher: Sketcher
) -> tuple[Sketch, ...]:
    """Return a sketch for every claim, in the order of their ids."""
    for claim in claims:
        if claim.report not in reports:
            raise ClaimWithoutReportError(claim.id, claim.report)
    ordered = sorted({claim.id: claim for claim in claims}.items())
    return tuple(sketcher.sketch(claim, reports[claim.report]) for _, claim in ordered)


def with_number(figure: Figure | None) -> Figure | None:
    """Return a figure when it holds a number: "many" holds none."""
    return figure if figure and (figure.low is not None or figure.high is not None) else None


def days_of(period: Period | None) -> tuple[int | None, int | None]:
    """Return the first and the last day of a period as ordinals, `None` where not known."""
    if period is None:
        return None, None
    first = period.first_day.toordinal() if period.first_day else None
    last = period.last_day.toordinal() if period.last_day else None
    return first, last


def minute_of(published: Period | None) -> int:
    """Return the minute of the day that the words of a date tell, or that of noon."""
    found = _CLOCK.search(published.printed) if published else None
    return int(found.group(1)) * 60 + int(found.group(2)) if found else _NOON


def _is_person(who: Who) -> bool:
    """Tell whether a name is more likely a person's than an organisation's."""
    return who.type in {HopType.RESEARCHER, HopType.WITNESS}
