"""The whole flow, room by room: start reading here.

    receive -> read -> trace -> understand -> compose
    archive    reading  lineage  reconcile     brief

Each room is a function from records to records.  This module is the only place that joins them.
It has no clock: who runs it says what time it is, and the same reports always give the same brief.
A store is never needed; where there is one, `keep` puts reports into it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, TypeAlias

from tumen import archive, brief, lineage, reading, reconcile, second
from tumen.archive import Known
from tumen.codebook import Codebook, load_codebook
from tumen.errors import NoAnswerError
from tumen.places import Gazetteer, load_gazetteer
from tumen.records import (
    Answer,
    Capture,
    Claim,
    Group,
    Lineage,
    Problem,
    Reading,
    Reconciliation,
    Refused,
    Report,
    Retrieval,
    SecondReading,
    Situation,
    Span,
)

NOTHING_KNOWN = Known()
NO_RETRIEVALS: Mapping[str, Retrieval] = MappingProxyType({})

# Who has read what nobody can.
NOBODY = "none"

# From a document to its text, and the name and version of what drew it.
Draw: TypeAlias = Callable[[Capture], tuple[str, str]]

# Called before each step with (steps done, steps in all, what comes now).
Progress: TypeAlias = Callable[[int, int, str], None]


def say_nothing(done: int, total: int, what: str) -> None:
    """Take no notice of a step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """What every room is told: the situation's codebook, and the places it speaks of."""

    codebook: Codebook
    gazetteer: Gazetteer


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A document as it came and the report made of it."""

    capture: Capture
    report: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """The circumstances of a delivery: when, by whom, and what they know of the reports."""

    at: datetime  # UTC
    by: str = ""
    known: Known = NOTHING_KNOWN


class Keeper(Protocol):
    """What keeps reports: a store, so that this module need not know of databases."""

    def reports(self) -> tuple[Report, ...]:
        """Return every report that is kept."""

    def add_report(self, report: Report, capture: Capture, *, by: str, at: datetime) -> bool:
        """Keep a report with its bytes; tell whether it is new."""

    def revise_report(self, report: Report, *, by: str, at: datetime) -> bool:
        """Describe a report that is kept anew; tell whether that changes anything."""


class Checked(Protocol):
    """What keeps reports and can be checked: a store."""

    def verify(self, *, head: str | None = None, draw: Draw | None = None) -> tuple[Problem, ...]:
        """Return what is not as it was put in."""


def load_background(codebook: str) -> Background:
    """Return the codebook of this name or path, with its gazetteer."""
    loaded = load_codebook(codebook)
    return Background(codebook=loaded, gazetteer=load_gazetteer(loaded.gazetteer))


# --- one delivery of files ------------------------------------------------------------


def receive(
    files: Sequence[str | Path],
    delivery: Delivery,
    *,
    background: Background,
    progress: Progress = say_nothing,
) -> tuple[Received, ...]:
    """Archive every file, in this order; one that cannot be read ends the delivery."""
    received = []
    for done, file in enumerate(files):
        progress(done, len(files), f"archiving {Path(file).name}")
        capture = archive.capture_file(file, retrieved_at=delivery.at, retrieved_by=delivery.by)
        report = archive.make_report(capture, codebook=background.codebook, known=delivery.known)
        received.append(Received(capture=capture, report=report))
    return tuple(received)


# --- with a store ---------------------------------------------------------------------


def keep(
    store: Keeper,
    received: Sequence[Received],
    delivery: Delivery,
    *,
    progress: Progress = say_nothing,
) -> tuple[Report, ...]:
    """Put a delivery into the store and return the reports that are new to it.

    What the delivery knows of a report that is kept already is added to what is kept.
    """
    before = {report.id: report for report in store.reports()}
    new = []
    for done, one in enumerate(received):
        progress(done, len(received), f"keeping {one.report.name}")
        if store.add_report(one.report, one.capture, by=delivery.by, at=delivery.at):
            new.append(one.report)
        elif kept := before.get(one.report.id):
            revised = described_anew(kept, one.report, delivery.known)
            store.revise_report(revised, by=delivery.by, at=delivery.at)
    return tuple(new)


def check(store: Checked, *, head: str | None = None) -> tuple[Problem, ...]:
    """Return what in a store is not as it was put in; every text is drawn from its file again."""
    return store.verify(head=head, draw=archive.draw_text)


def described_anew(kept: Report, given: Report, known: Known) -> Report:
    """Return *kept* with what is *known* now; all else stays as it was said before."""
    return replace(
        kept,
        published=given.published if known.published else kept.published,
        language=given.language if known.language else kept.language,
        publisher=given.publisher if known.publisher else kept.publisher,
        title=given.title if known.title else kept.title,
        url=given.url if known.url else kept.url,
    )


# --- from reports to a brief ----------------------------------------------------------


def read(
    reports: Sequence[Report], *, background: Background, progress: Progress = say_nothing
) -> tuple[Reading, ...]:
    """Read every report."""
    readings = []
    for done, report in enumerate(reports):
        progress(done, len(reports), f"reading {report.name}")
        readings.append(_read(report, background))
    return tuple(readings)


def _read(report: Report, background: Background) -> Reading:
    """Return the reading of a report: an empty one of a language that nobody here can read."""
    if not reading.is_readable(report.language):
        return Reading(report=report.id, read_by=NOBODY, claims=())
    return reading.read(report, codebook=background.codebook, gazetteer=background.gazetteer)


def unreadable(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Return the reports in languages that cannot be read: whoever tells of them says so."""
    return tuple(report for report in reports if not reading.is_readable(report.language))


def later(reports: Iterable[Report], day: date | None) -> tuple[Report, ...]:
    """Return the reports that came out after *day*: nobody could know them then."""
    return tuple(
        report
        for report in reports
        if day
        and report.published
        and report.published.first_day
        and report.published.first_day > day
    )


def expressions(text: str, *, language: str, said: date | None) -> reading.Expressions:
    """Find the dates and numbers of a short text."""
    return reading.find_expressions(text, language=language, said=said)


# --- a second reader, for those who ask for one ----------------------------------------


class SecondReader(Protocol):
    """Whoever answers prompts: a model's server, or a file of answers that were saved."""

    @property
    def model(self) -> str:
        """Return the name its claims are read by."""

    def answer(self, report: Report, prompt: second.Prompt) -> Answer:
        """Return the answer for one report, or raise NoAnswerError."""


def read_again(
    reports: Sequence[Report],
    readings: Sequence[Reading],
    reader: SecondReader,
    *,
    background: Background,
    progress: Progress = say_nothing,
) -> tuple[SecondReading, ...]:
    """Let a second reader read every report, beside the *readings* there are.

    Its claims are never mixed with theirs: `trace` and `understand` do not know of them.
    """
    read_twice = []
    for done, (report, first) in enumerate(zip(reports, readings, strict=True)):
        progress(done, len(reports), f"asking {reader.model} about {report.name}")
        read_twice.append(_read_again(report, first, reader, background))
    return tuple(read_twice)


def _read_again(
    report: Report, first: Reading, reader: SecondReader, background: Background
) -> SecondReading:
    answer = None
    try:
        answer = reader.answer(report, second.prompt_for(report, background.codebook))
    except NoAnswerError as error:
        own = second.silent(report, second.reader_name(reader.model))
        refused: tuple[Refused, ...] = (Refused(reason=error.reason, words=error.told),)
    else:
        ground = second.Ground(
            report=report,
            codebook=background.codebook,
            gazetteer=background.gazetteer,
            numbers=_numbers_in(report),
        )
        own, refused = second.listen(answer, ground)
    agreement = second.compare(first, own, background.gazetteer)
    return SecondReading(reading=own, refused=refused, agreement=agreement, answer=answer)


def _numbers_in(report: Report) -> list[second.PrintedNumber]:
    """Return the numbers of a report, read by the same grammar for both readers."""
    if not reading.is_readable(report.language):
        return []
    found = reading.find_expressions(report.text, language=report.language, said=None)
    return [
        second.PrintedNumber(
            span=Span(*number.core),
            low=number.low,
            high=number.high,
            value=number.value,
            approximate=number.approximate,
            wording=number.wording,
        )
        for number in found.numbers
    ]


# --- from reports to a brief, on ---------------------------------------------------------


def trace(
    reports: Sequence[Report],
    readings: Sequence[Reading],
    *,
    background: Background,
    progress: Progress = say_nothing,
) -> Lineage:
    """Find out who repeats whom."""
    progress(0, 1, "tracing who repeats whom")
    return lineage.trace(
        reports,
        claims_of(readings),
        codebook=background.codebook,
        gazetteer=background.gazetteer,
    )


def follow(
    reports: Sequence[Report],
    readings: Sequence[Reading],
    traced: Lineage,
    *,
    background: Background,
) -> tuple[Group, ...]:
    """Find out what became of each group that is counted."""
    return lineage.follow(
        reports,
        claims_of(readings),
        traced,
        codebook=background.codebook,
        gazetteer=background.gazetteer,
    )


def understand(  # noqa: PLR0913  # what is read, and what a person may switch
    reports: Sequence[Report],
    *,
    background: Background,
    as_of: date | None = None,
    assumptions: frozenset[str] = frozenset(),
    retrievals: Mapping[str, Retrieval] = NO_RETRIEVALS,
    problems: tuple[Problem, ...] | None = None,
    progress: Progress = say_nothing,
) -> Situation:
    """Read, trace and reconcile; by default as of the latest day a report was published.

    A report that came out after *as_of* is left out, and named in what is returned.

    *assumptions* are switched on, or off with "-" before them, against what the codebook has.

    *retrievals* say when a case took its reports in.  What was handed over just now has none, so
    that the same files make the same brief to the byte.  *problems* are what the check of that
    case found, to be said in the brief.
    """
    left_out = later(reports, as_of)
    reports = [report for report in reports if report not in left_out]
    readings = read(reports, background=background, progress=progress)
    traced = trace(reports, readings, background=background, progress=progress)
    progress(0, 1, "reconciling the figures")
    outcome = reconcile.reconcile(
        reports,
        claims_of(readings),
        traced,
        codebook=background.codebook,
        gazetteer=background.gazetteer,
        as_of=as_of or latest_day(reports),
        assumptions=assumptions,
    )
    return Situation(
        reports=tuple(reports),
        readings=readings,
        lineage=traced,
        reconciliation=outcome,
        retrievals=retrievals,
        problems=problems,
        later=left_out,
        unreadable=unreadable(reports),
    )


def withhold(situation: Situation, below: int, *, background: Background) -> Situation:
    """Return *situation* without fewer than *below* people at a named place; all of it where 0."""
    if below < 1:
        return situation
    return brief.withhold(situation, below=below, gazetteer=background.gazetteer)


def write_brief(
    situation: Situation,
    *,
    background: Background,
    format: str,  # noqa: A002  # the room's own word
    language: str = "en",
    full: bool = False,
    progress: Progress = say_nothing,
) -> bytes:
    """Compose the brief and return the file: "html", "md" or "json".

    *full*: on paper, too, everything that a page folds away.
    """
    progress(0, 1, "writing the brief")
    composed = brief.compose(
        situation,
        codebook=background.codebook,
        gazetteer=background.gazetteer,
        language=language,
    )
    return brief.render(replace(composed, full=full), format=format)


def claims_of(readings: Sequence[Reading]) -> tuple[Claim, ...]:
    """Return the claims of all readings, in their order."""
    return tuple(claim for one in readings for claim in one.claims)


def latest_day(reports: Sequence[Report]) -> date | None:
    """Return the last day on which one of *reports* was published, if any has a date."""
    days = [
        report.published.last_day
        for report in reports
        if report.published and report.published.last_day
    ]
    return max(days, default=None)


def what_if(
    scenario: reconcile.Scenario, situation: Situation, *, background: Background
) -> reconcile.Projection:
    """Return what follows if *scenario* comes true, from the case as it stands."""
    codebook = background.codebook
    return reconcile.project(
        scenario,
        situation.reconciliation.bounds,
        codebook=codebook,
        as_of=situation.reconciliation.as_of,
    )


def read_scenario(text: str, name: str, *, background: Background) -> reconcile.Scenario:
    """Read a scenario; *name* is what its errors call it."""
    return reconcile.read_scenario(
        text, name, codebook=background.codebook, gazetteer=background.gazetteer
    )


# --- figures without texts ----------------------------------------------------------------


def hold_together(
    files: reconcile.FigureFiles,
    *,
    codebook: str,
    as_of: date | None = None,
    stage: Callable[[str], None],
) -> tuple[reconcile.Figures, Reconciliation]:
    """Read figures that somebody brings without texts, and reconcile them."""
    stage("read")
    known = load_codebook(codebook)
    figures = reconcile.read_figures(files, known)
    return figures, reconcile.reconcile_figures(figures, codebook=known, as_of=as_of, stage=stage)
