"""What was said: claims, and every number that became none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tumen.records.text import Passage, Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """How many people, as printed and as the interval the words allow; `None` is an open end.

    "more than 20" is 21..None, "about 20" 20..20 with `approximate`, 200여 명 is 200..299.
    """

    low: int | None
    high: int | None
    approximate: bool = False
    wording: str = ""  # the approximator as printed: "about", "여"
    printed: str  # the number with its approximator: "About 20"

    def __post_init__(self) -> None:
        """Refuse negative people and an interval that runs backwards."""
        if self.low is not None and self.low < 0:
            raise ValueError(f"A figure of people cannot start at {self.low}.")
        if self.low is not None and self.high is not None and self.high < self.low:
            raise ValueError(f"A figure cannot run from {self.low} down to {self.high}.")


class Role(StrEnum):
    """What a place is to a claim."""

    WHERE = "where"
    HELD = "held"
    ORIGIN = "origin"
    DESTINATION = "destination"


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A gazetteer place in its role in a claim."""

    id: str
    name: str  # the gazetteer's English name
    role: Role
    passage: Passage | None = None  # None: a place above the one that was named


class HopType(StrEnum):
    """What kind of speaker stands at one step of an attribution."""

    STATE = "state"
    NGO = "ngo"
    MEDIA = "media"
    UN = "un"
    ANONYMOUS = "anonymous"
    WITNESS = "witness"
    RESEARCHER = "researcher"
    NONE = "none"  # hearsay with no speaker at all


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One step of an attribution chain; the chain runs from the publisher inwards."""

    name: str  # the speaker as printed; "" for hearsay without a speaker
    type: HopType
    cue: str | None = None  # "according to", "told"; None for the publisher
    passage: Passage | None = None  # the speaker's name in the text


class Modality(StrEnum):
    """How firmly a claim is made."""

    REPORTED = "reported"
    EXPECTED = "expected"
    DENIED = "denied"
    UNOFFICIAL = "unofficial"
    ESTIMATED = "estimated"
    OFFICIAL = "official"
    OWN_COUNT = "own_count"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A stated reason, by its code in the codebook, with the words that give it."""

    code: str
    passage: Passage


# The rule whose words say that a figure is one of every year, and so no total of its period.
RATE = "time:rate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words that one field of a claim was read from, and the rule that read them."""

    field: str
    passage: Passage
    rule: str


class Part(StrEnum):
    """Where in a report a claim stands; headlines say more than the text below them."""

    HEADLINE = "headline"
    BODY = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one source says about people at the border, anchored in the words that say it."""

    id: str  # from what is said and where, not from who read it
    report: str
    passage: Passage
    kind: str  # a kind of the codebook: "detained", "return_refused"
    subject: str  # a subject of the codebook: "defectors", "women"
    figure: Figure | None  # None: no number ("refused", "full")
    places: tuple[Located, ...]  # widest first: China, Liaoning, Dandong
    period: Period | None
    since: Period | None  # start of a cohort: "detained since January"
    attribution: tuple[Hop, ...]  # outermost (the publisher) first
    modality: Modality
    reasons: tuple[Reason, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    part: Part = Part.BODY
    group: str | None = None  # the same within one report: claims about the same people
    part_of: str | None = None  # the group that these people are told as a part of
    read_by: str

    @property
    def yearly(self) -> bool:
        """Tell whether the figure is one of every year: "1,000 a year"."""
        return any(evidence.rule == RATE for evidence in self.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A number that was understood and is not a figure of people, with the reason."""

    passage: Passage
    reason: str  # "date", "age", "money", "distance", "list_number", ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A number that was not understood: work for a person."""

    passage: Passage
    reason: str  # what is missing, in a few words


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Words that do not fit what the codebook knows: flagged, never corrected."""

    code: str  # "anniversary"
    passage: Passage
    said: str
    known: str
    about: str  # what it is about, e.g. the anniversary's id in the codebook


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one reader made of one report: every number is claimed, set aside or unread."""

    report: str
    read_by: str
    claims: tuple[Claim, ...]
    statements: tuple[Claim, ...] = ()  # reported statements that fit no kind (`other`)
    set_aside: tuple[SetAside, ...] = ()
    unread: tuple[Unread, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    passed_over: bool = False  # no word of the situation stands in it: not read, nor its numbers
