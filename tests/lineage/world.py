"""What the tests of this room share: the shipped codebook and gazetteer, and claims told again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from tests.build import a_claim, a_day, a_period, a_report
from tumen.codebook import Codebook, load_codebook
from tumen.lineage import trace
from tumen.lineage.sketch import Sketch, Sketcher
from tumen.lineage.surroundings import in_their_reports
from tumen.places import Gazetteer, load_gazetteer
from tumen.records import Claim, Figure, HopType, Lineage, Modality, Part, Period, Report, Retelling

MEDIA, ANONYMOUS, STATE, NGO = HopType.MEDIA, HopType.ANONYMOUS, HopType.STATE, HopType.NGO
UN, NONE, WITNESS = HopType.UN, HopType.NONE, HopType.WITNESS

CHINA = (("CN", "China"),)
JILIN = (*CHINA, ("CN-JL", "Jilin"))
LIAONING = (*CHINA, ("CN-LN", "Liaoning"))

Speakers = tuple[tuple[str, HopType], ...]
SOURCE: Speakers = (("a source in China", ANONYMOUS),)


@cache
def codebook() -> Codebook:
    return load_codebook("dprk-china")


@cache
def gazetteer() -> Gazetteer:
    return load_gazetteer(codebook().gazetteer)


@cache
def sketcher() -> Sketcher:
    return Sketcher(codebook(), gazetteer())


@cache
def place(name: str) -> tuple[tuple[str, str], ...]:
    """Return a place by its English name, with all above it."""
    found = next(p for p in gazetteer().places.values() if p.name == name)
    above = gazetteer().ancestors(found.id)
    return tuple((one.id, one.name) for one in (*above, found))


def about(number: int, *, wording: str = "about") -> Figure:
    return Figure(
        low=number, high=number, approximate=True, wording=wording, printed=f"{wording} {number}"
    )


def more_than(number: int) -> Figure:
    return Figure(low=number + 1, high=None, wording="more than", printed=f"more than {number}")


def at_least(number: int) -> Figure:
    return Figure(low=number, high=None, wording="at least", printed=f"at least {number}")


def up_to(number: int) -> Figure:
    return Figure(low=None, high=number, wording="up to", printed=f"up to {number}")


def exactly(number: int) -> Figure:
    return Figure(low=number, high=number, printed=str(number))


def yeo(number: int, unit: int) -> Figure:
    """Return a number with 여, which runs up to the next."""
    return Figure(
        low=number, high=number + unit - 1, approximate=True, wording="여", printed=f"{number}여"
    )


class Telling:
    """One report and what it says; each `says` adds a claim on words of its own."""

    def __init__(
        self,
        publisher: str,
        published: str | None,
        *,
        language: str = "en",
        name: str = "",
        text: str = "",
    ) -> None:
        self.publisher = publisher
        self.published = published
        self.language = language
        self.name = name or f"{publisher}-{published}-{language}.txt"
        self.text = text
        self.sentences: list[str] = []
        self.makers: list[Callable[[Report], Claim]] = []

    def says(
        self,
        figure: Figure | None,
        *,
        kind: str = "detained",
        subject: str = "defectors",
        since: Period | None = None,
        places: tuple[tuple[str, str], ...] = JILIN,
        period: Period | None = None,
        by: Speakers = (),
        modality: Modality = Modality.REPORTED,
        part: Part = Part.BODY,
        words: str = "",
        group: str | None = None,
    ) -> Telling:
        printed = figure.printed if figure else "some"
        sentence = words or f"Sentence {len(self.makers) + 1} of {self.name}: {printed}, {kind}."
        self.sentences.append(sentence)
        self.makers.append(
            lambda report: a_claim(
                report,
                words=sentence,
                figure=figure,
                low=None,
                high=None,
                kind=kind,
                subject=subject,
                since=since,
                places=places,
                period=period,
                speakers=((self.publisher, MEDIA), *by),
                modality=modality,
                part=part,
                group=group,
            )
        )
        return self

    @property
    def report(self) -> Report:
        return a_report(
            "\n".join([*self.sentences, self.text]),
            publisher=self.publisher,
            published=self.published,
            language=self.language,
            name=self.name,
        )

    @property
    def claims(self) -> tuple[Claim, ...]:
        report = self.report
        return tuple(maker(report) for maker in self.makers)


def twenty_women_of_october(
    told: Telling,
    *,
    by: Speakers = SOURCE,
    kinds: Sequence[str] = ("arrested", "detained", "return_refused"),
) -> Telling:
    """Have a report say that about 20 women were arrested in Dandong, are held and not let in."""
    for kind in kinds:
        told.says(
            about(20),
            kind=kind,
            subject="defectors;women",
            places=place("Dandong"),
            period=OCTOBER,
            by=by,
            group="women",
        )
    return told


def traced(*tellings: Telling) -> Lineage:
    return trace(
        [telling.report for telling in tellings],
        [claim for telling in tellings for claim in telling.claims],
        codebook=codebook(),
        gazetteer=gazetteer(),
    )


def sketches(*tellings: Telling) -> tuple[Sketch, ...]:
    """Return the sketches of all claims, in the order in which they are told."""
    alone = [
        sketcher().sketch(claim, telling.report) for telling in tellings for claim in telling.claims
    ]
    return in_their_reports(alone, kinds=sketcher().kinds)


def links(lineage: Lineage) -> set[tuple[str, str]]:
    return {(retelling.child, retelling.parent) for retelling in lineage.retellings}


def the_link(lineage: Lineage, child: Claim) -> Retelling:
    return next(retelling for retelling in lineage.retellings if retelling.child == child.id)


def types(retelling: Retelling) -> list[str]:
    return [distortion.type for distortion in retelling.distortions]


def groups(lineage: Lineage) -> set[frozenset[str]]:
    return {frozenset(origin.claims) for origin in lineage.origins}


OCTOBER = a_period("2020-10-01", "2020-10-10")
FEBRUARY = a_period("2020-02-01", "2020-02-29")
TENTH = a_day("2020-10-10")


def ids(claims: Iterable[Claim]) -> frozenset[str]:
    return frozenset(claim.id for claim in claims)
