"""How tracing grows with the number of claims, on generated worlds.

A world has events; a report tells of one or two in a few claims; others repeat it, in four
languages, with or without naming it, rounded, copied, or with a day that has moved.  Ten years and
the places of the codebook's gazetteer stay the same however many claims there are, so that ever
more of them look alike: the hard case for growth.  The same seed makes the same world.  Run with
`make bench-trace`, or with the numbers of claims to be traced.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from tumen.codebook import Codebook, load_codebook
from tumen.ids import content_id, digest_of
from tumen.lineage import trace
from tumen.places import Gazetteer, load_gazetteer
from tumen.records import (
    Claim,
    Figure,
    Hop,
    HopType,
    Lineage,
    Located,
    Modality,
    Period,
    Place,
    Report,
    Role,
    Span,
)

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)
SEED = 2020

# What the project promises: seconds for so many claims on one core.
PROMISED = (10_000, 20.0)

FIRST_DAY, DAYS = date(2015, 1, 1), 3650
KINDS = ("arrested", "detained", "at_risk", "return_refused", "returned", "released", "arrived")
SUBJECTS = ("defectors", "defectors", "defectors;women", "north_koreans", "helpers")
NUMBERS = (3, 5, 7, 9, 10, 12, 15, 20, 29, 30, 40, 60, 100, 135, 200, 220, 500, 600, 1000, 1160)
ALPHABETS = {
    "en": "",
    "ko": "가각간갈감강개거건검게",
    "ja": "あいうえおかきくけこ",
    "zh": "的一是在不了有和人这",
}
WORDS_IN_A_REPORT = 180
MOST_RETELLINGS = 60


@dataclass(frozen=True, kw_only=True)
class Ground:
    """What every world is made from."""

    codebook: Codebook
    gazetteer: Gazetteer
    places: Sequence[Place]
    outlets: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class Event:
    """What happened to some people: where, when, and what is said of them."""

    place: Place
    day: date
    number: int
    kinds: Sequence[str]
    subject: str


@dataclass(kw_only=True)
class World:
    """Reports with their claims."""

    reports: list[Report] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Telling:
    """How one report tells of an event."""

    outlet: str
    language: str
    published: date
    words: str
    speakers: tuple[tuple[str, HopType], ...]
    is_rounded: bool
    days_off: int


def main() -> None:
    """Trace ever larger worlds and print what a claim costs in each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, metavar="CLAIMS")
    sizes = parser.parse_args().sizes
    ground = the_ground()
    print(f"{'claims':>8}{'reports':>9}{'seconds':>9}{'us/claim':>10}{'ratio':>7}", end="")
    print(f"{'links':>8}{'origins':>9}{'peak MB':>9}")
    first = 0.0
    for size in sizes:
        world = a_world(size, ground)
        begun = time.process_time()
        lineage = traced(world, ground)
        seconds = time.process_time() - begun
        each = seconds / len(world.claims)
        first = first or each
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{len(world.claims):>8,}{len(world.reports):>9,}{seconds:>9.2f}", end="")
        print(f"{each * 1e6:>10.0f}{each / first:>7.2f}{len(lineage.retellings):>8,}", end="")
        print(f"{len(lineage.origins):>9,}{peak:>9,.0f}", flush=True)
        if size == PROMISED[0]:
            verdict = "kept" if seconds < PROMISED[1] else "broken"
            print(f"{'':>8}promised: under {PROMISED[1]:.0f} s; {verdict}")


def traced(world: World, ground: Ground) -> Lineage:
    """Trace a world."""
    return trace(world.reports, world.claims, codebook=ground.codebook, gazetteer=ground.gazetteer)


def the_ground() -> Ground:
    """Return the shipped codebook's places and outlets."""
    codebook = load_codebook("dprk-china")
    gazetteer = load_gazetteer(codebook.gazetteer)
    return Ground(
        codebook=codebook,
        gazetteer=gazetteer,
        places=[p for _, p in sorted(gazetteer.places.items()) if gazetteer.ancestors(p.id)],
        outlets=[s.name for _, s in sorted(codebook.speakers.items()) if s.type is HopType.MEDIA],
    )


def a_world(size: int, ground: Ground) -> World:
    """Return a world of *size* claims."""
    chance = random.Random(SEED)  # noqa: S311  # no secret
    world = World()
    while len(world.claims) < size:
        event = an_event(chance, ground)
        for telling in tellings(event, chance, ground):
            add(world, event, telling, chance, ground)
    del world.claims[size:]
    return world


def an_event(chance: random.Random, ground: Ground) -> Event:
    """Draw an event; small and round numbers come most."""
    return Event(
        place=chance.choice(ground.places),
        day=FIRST_DAY + timedelta(days=chance.randrange(DAYS)),
        number=chance.choice(NUMBERS) if chance.random() < 0.8 else chance.randrange(2, 2000),
        kinds=chance.sample(KINDS, chance.choice((1, 2, 3))),
        subject=chance.choice(SUBJECTS),
    )


def tellings(event: Event, chance: random.Random, ground: Ground) -> Iterator[Telling]:
    """Yield the first report of an event and those that repeat it."""
    language = chance.choice(tuple(ALPHABETS))
    source: tuple[tuple[str, HopType], ...] = (("a source in China", HopType.ANONYMOUS),)
    told = [
        Telling(
            outlet=chance.choice(ground.outlets),
            language=language,
            published=event.day + timedelta(days=chance.randrange(1, 8)),
            words=some_words(language, chance),
            speakers=source,
            is_rounded=False,
            days_off=0,
        )
    ]
    for _ in range(min(int(chance.paretovariate(1.1)) - 1, MOST_RETELLINGS)):
        told.append(a_retelling(chance.choice(told), chance, ground))
    yield from told


def a_retelling(parent: Telling, chance: random.Random, ground: Ground) -> Telling:
    """Draw a retelling: a copy, a translation, or told in other words; naming its source or not."""
    is_copy = chance.random() < 0.3
    language = parent.language if is_copy else chance.choice(tuple(ALPHABETS))
    cited = ((parent.outlet, HopType.MEDIA), *parent.speakers)
    return Telling(
        outlet=chance.choice(ground.outlets),
        language=language,
        published=parent.published + timedelta(days=chance.randrange(15)),
        words=parent.words if is_copy else some_words(language, chance),
        speakers=cited[:3] if chance.random() < 0.6 else (),
        is_rounded=chance.random() < 0.3,
        days_off=chance.choice((0, 0, 0, 1, 3, 20)),
    )


def some_words(language: str, chance: random.Random) -> str:
    """Return the text of a report, of words as long as those of the language."""
    letters = ALPHABETS[language]
    if letters:
        signs = chance.choices(
            [chr(ord(letters[0]) + n) for n in range(600)], k=3 * WORDS_IN_A_REPORT
        )
        return "".join(signs)
    words = ["".join(chance.choices("etaoinshrdlu", k=chance.randrange(2, 9))) for _ in range(300)]
    return " ".join(chance.choices(words, k=WORDS_IN_A_REPORT))


def add(
    world: World, event: Event, telling: Telling, chance: random.Random, ground: Ground
) -> None:
    """Add a report and its claims to a world."""
    number = f"about {event.number}" if telling.is_rounded else str(event.number)
    sentences = [f"{number} {event.subject} {kind} at {event.place.id}." for kind in event.kinds]
    text = f"{' '.join(sentences)}\n{telling.words}\n{len(world.reports)}"
    report = Report(
        id=content_id("r", text),
        digest=digest_of(text.encode()),
        text_digest=digest_of(text.encode()),
        media_type="text/plain",
        name=f"{len(world.reports)}.txt",
        publisher=telling.outlet,
        title="",
        language=telling.language,
        published=a_day(telling.published),
        url=None,
        text=text,
        text_by="bench/1",
    )
    world.reports.append(report)
    at = 0
    for kind, sentence in zip(event.kinds, sentences, strict=True):
        span = Span(at, at + len(sentence))
        world.claims.append(a_claim(report, span, kind, event, telling, ground))
        at = span.end + 1


def a_claim(
    report: Report, span: Span, kind: str, event: Event, telling: Telling, ground: Ground
) -> Claim:
    """Return one claim of a report."""
    above = ground.gazetteer.ancestors(event.place.id)
    places = (
        (*above, event.place) if telling.days_off < 20 else above
    )  # who moves days blurs places
    number = event.number
    return Claim(
        id=content_id("c", report.id, span.start, kind),
        report=report.id,
        passage=report.passage(span.start, span.end),
        kind=kind,
        subject=event.subject,
        figure=Figure(
            low=number,
            high=number,
            approximate=telling.is_rounded,
            wording="about" if telling.is_rounded else "",
            printed=str(number),
        ),
        places=tuple(Located(id=p.id, name=p.names["en"][0], role=Role.HELD) for p in places),
        period=a_day(event.day + timedelta(days=telling.days_off)),
        since=None,
        attribution=tuple(
            Hop(name=name, type=type_)
            for name, type_ in ((telling.outlet, HopType.MEDIA), *telling.speakers)
        ),
        modality=Modality.REPORTED,
        read_by="bench/1",
    )


def a_day(day: date) -> Period:
    """Return one day as a period."""
    return Period(first_day=day, last_day=day, printed=day.isoformat(), passage=None)


if __name__ == "__main__":
    main()
