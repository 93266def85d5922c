"""What is published: the situation a brief is written from, and the brief itself.

A brief holds finished words in one language and everything they rest on, so that a page, a text
and a data file can be made from it without asking anyone else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from tumen.records.claim import Reading
from tumen.records.custody import Problem
from tumen.records.lineage import Lineage
from tumen.records.model import Measure, Reconciliation
from tumen.records.text import Passage, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrieval:
    """When a report was taken in, and by whom."""

    at: datetime  # UTC
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Everything a brief is written from, as of one day."""

    reports: tuple[Report, ...]
    readings: tuple[Reading, ...]  # one for each report, same order
    lineage: Lineage
    reconciliation: Reconciliation
    retrievals: Mapping[str, Retrieval] = field(default_factory=dict)  # by report id
    problems: tuple[Problem, ...] | None = None  # what the check of a case found; None: no case
    later: tuple[Report, ...] = ()  # came out after the day, and are not told
    unreadable: tuple[Report, ...] = ()  # among the reports, in languages that nobody here reads
    withheld: int = 0  # claims left out because they tell of fewer than `withheld_below` people
    withheld_below: int = 0  # 0: nothing is withheld


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Words of a report that stand inside a sentence, with the language they are in."""

    text: str
    language: str  # BCP 47


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence of a brief, with the claims it rests on and the words it cites."""

    text: str
    label: str = ""  # what it is about, in two or three words
    claims: tuple[str, ...] = ()
    citations: tuple[Passage, ...] = ()
    quoted: tuple[Quoted, ...] = ()  # in the order in which they stand in `text`
    values: tuple[int, ...] = ()  # numbers in `text` that follow from the claims, e.g. a bound


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What is known, disputed and expected in short: a line for what several sentences tell."""

    known: tuple[Statement, ...]
    disputed: tuple[Statement, ...]
    forecast: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One cited passage, numbered, with the chain of those who pass it on."""

    number: int  # from 1, in order of first citation
    passage: Passage
    speakers: str  # "Life Funds < NEWS Post Seven < Jilin authorities"
    language: str  # of the quoted words
    publisher: str
    file: str
    digest: str  # SHA-256 of the report's bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A label and a value of the brief's imprint."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    """One indicator of the board: its state, since when, and who says so."""

    indicator: str
    label: str
    question: str
    state: str  # "" when nothing in the reports tells
    state_label: str
    rank: str  # "worst", "middle", "best" among the indicator's states; "" when not known
    since: str
    speakers: str
    disputed: bool
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleRow:
    """The least and the most people that the claims allow at one place; `None` is an open end."""

    place: str
    name: str
    depth: int  # how many places around it the table shows as well
    measure: Measure
    quantity: str  # "detained", or what a flow counts
    what: str  # the same, in words
    low: int | None
    high: int | None
    as_of: str
    speakers: str
    standing: str
    standing_words: str
    assumptions: tuple[str, ...]  # in words
    without: str  # what holds without them, in words; "" where there are none
    ends: str = ""  # who says the least and who the most, where these are others
    statement: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundPoint:
    """A bound on one day, and what it takes for granted."""

    day: date
    low: int | None
    high: int | None
    assumptions: tuple[str, ...] = ()  # in words
    usual: bool = True  # none but what the codebook always takes for granted


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The bounds of one state at one place over time."""

    place: str
    name: str
    state: str
    what: str
    points: tuple[BoundPoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """What is said to have happened, and when; undated entries have no days."""

    first_day: date | None
    last_day: date | None
    told: bool  # somebody says the day; otherwise it is that of the report, or none
    when: str
    statement: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class MapMark:
    """People at a place on the map."""

    place: str
    name: str
    latitude: float
    longitude: float
    low: int | None
    high: int | None
    words: str  # "at least 200"


@dataclass(frozen=True, slots=True, kw_only=True)
class MapLabel:
    """A name on the map, to find one's way: a province, or a place that a report names."""

    place: str
    name: str
    latitude: float
    longitude: float
    level: int  # of the place: 1 province, 2 and up smaller


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeNode:
    """One text in a tree of retellings, with what it changed and who repeats it in turn."""

    report: str
    name: str  # publisher and language
    day: date | None
    when: str
    link: str  # how it is known to repeat its parent; "" for the root
    sure: str  # how sure the link is, in words; "" for the root
    statement: Statement
    distortions: tuple[Statement, ...] = ()
    children: tuple[TreeNode, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """Everything that goes back to one origin."""

    origin: str
    speaker: str
    independence: str  # in words
    unfound: str  # outlets named as a source of which there is no report, in a sentence; or ""
    texts: int
    root: TreeNode


@dataclass(frozen=True, slots=True, kw_only=True)
class Remainder:
    """A number of a report that is not a claim, and why."""

    passage: Passage
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportEntry:
    """A report as the brief lists it, with what became of its numbers."""

    report: Report
    publisher: str  # where nothing tells, by the name of its file
    language: str  # its name in the language of the brief
    published: str
    retrieved: str
    claims: int
    set_aside: tuple[Remainder, ...]
    unread: tuple[Remainder, ...]
    statements: tuple[Statement, ...] = ()  # reported statements of no kind the codebook counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What can be said as of a day, and from what."""

    language: str  # en, ko, ja, zh
    title: str
    subtitle: str
    as_of: date | None
    as_of_words: str
    facts: tuple[Fact, ...]
    warnings: tuple[Statement, ...]  # what to know before anything else: evidence that was changed
    caution: str  # how often the reading is wrong
    lead: tuple[Statement, ...]
    digest: Digest
    known: tuple[Statement, ...]  # every sentence, as are those of the next
    disputed: tuple[Statement, ...]
    unknown: tuple[Statement, ...]
    answer: str  # what the board comes to, by rule
    board: tuple[BoardRow, ...]
    people: tuple[PeopleRow, ...]
    forecast: tuple[Statement, ...]
    series: tuple[Series, ...]
    timeline: tuple[TimelineEntry, ...]
    marks: tuple[MapMark, ...]
    labels: tuple[MapLabel, ...]
    trees: tuple[Tree, ...]
    doubts: tuple[Statement, ...]
    unread: tuple[Statement, ...]  # reports that are not told: in other languages, of later days
    unresolved: tuple[Statement, ...]  # dates that could not be worked out
    reports: tuple[ReportEntry, ...]
    notes: tuple[Note, ...]
    method: tuple[str, ...]
    full: bool = False  # paper has all that is folded away on the screen
