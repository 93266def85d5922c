"""A codebook: everything that makes a situation this situation, as data.

Its cues, names and tables are read from TOML (`load.py`); another border is another file.
Texts for people come as mappings from language (en, ko, ja, zh) to words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tumen.records import HopType

# The host of an address: after a scheme and a user, before a port, path, query or fragment; a
# browser reads "\\" as "/".  An address may come without its scheme.
_HOST = re.compile(
    r"\s*(?:(?:[a-z][a-z0-9+.-]*:)?//)?(?:[^/?#\\\s]*@)?([^/?#\\\s:]+)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Where people can be, or have gone, in the model.

    `within` is the state that it is a part of (those in hiding are at large); `exits` are the
    states that people leave it for, which `Kind.by` names.
    """

    code: str
    label: Mapping[str, str]
    within: str = ""
    exits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words that announce something, e.g. a kind of claim.

    `text` is literal once loaded (TOML may write alternatives, "refuse(s|d|)", which the loader
    spells out).  `near` words, one of which must stand in the same clause; `never` words, none of
    which may.  `to` are ids of places, into one of which the words must lead ("flown to Pyongyang").
    `side` tells where the people stand: "after", "before" or "any".
    """

    text: str
    near: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    side: str = "any"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of claim, and what it means in the model of states and flows.

    `measure` is "stock", "flow" or "" (a status or condition: no number of its own); `state` the
    state of a stock; `into` and `by` the ends of a flow; `planned` a flow that has not happened.
    What can happen `anywhere` has the place that is named, in the area or not.
    A status may name the `state` that its people are in ("refused": they are held).
    `indicator` and `condition` say what the claim means for the board.
    """

    code: str
    label: Mapping[str, str]
    measure: str = ""
    state: str = ""
    into: str = ""
    by: str = ""
    planned: bool = False
    anywhere: bool = False
    place: str = ""  # where it happens if no place is named; "": in the area
    indicator: str = ""
    condition: str = ""
    cues: Mapping[str, tuple[Cue, ...]]
    sentence: Mapping[str, str]  # how the brief says it, with {figure}, {place}, {speaker} ...
    expected: Mapping[str, str] = field(default_factory=dict)  # the same, of what may yet happen
    limited: Mapping[str, str] = field(default_factory=dict)  # of a number: "can hold 300"

    @property
    def limits(self) -> bool:
        """Tell whether a claim of this kind may give the most people that there is room for."""
        return bool(self.limited)

    def template(self, language: str, *, expected: bool = False, counted: bool = False) -> str:
        """Return the sentence template, for a number or for what is *expected* where there is one."""
        if counted and self.limited:
            return self.limited[language]
        return (self.expected if expected and self.expected else self.sentence)[language]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A group of people that figures count, by the nouns that name it; most special first.

    A code with ";" is a part of a group: "defectors;women" are the women among the defectors.
    """

    code: str
    label: Mapping[str, str]
    nouns: Mapping[str, tuple[str, ...]]
    parent: str = ""
    persons: bool = True  # False: households, buses: counted, but not people
    concerned: bool = True  # False: officials: people who act, never those that claims count


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A known outlet, office or organisation, by its names and (outlets) domains."""

    id: str
    name: str
    type: HopType
    names: Mapping[str, tuple[str, ...]]
    domains: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A row of the board, its states in order from worst to best."""

    code: str
    label: Mapping[str, str]
    question: Mapping[str, str]
    states: Mapping[str, Mapping[str, str]]  # state code -> label by language


@dataclass(frozen=True, slots=True, kw_only=True)
class Anniversary:
    """A day that is counted in years, so that a wrong count can be doubted."""

    id: str
    label: Mapping[str, str]
    founded: date
    names: Mapping[str, tuple[str, ...]]  # what stands near "70th anniversary of ..."
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonCode:
    """A reason that sources give, with its cues."""

    code: str
    label: Mapping[str, str]
    cues: Mapping[str, tuple[Cue, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vagueness:
    """What interval a vague word stands for in reconciliation: factors on the printed number."""

    word: str
    language: str
    low: float
    high: float
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption:
    """A named, switchable assumption of the model."""

    id: str
    label: Mapping[str, str]
    on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """A situation as data."""

    name: str
    version: str
    title: Mapping[str, str]
    gazetteer: str
    area: str  # the place whose stock is in question, e.g. "CN"
    homes: tuple[str, ...]  # countries whose names stand for people and speakers: KP, KR
    default_subject: str
    states: Mapping[str, State]
    kinds: Mapping[str, Kind]
    subjects: Mapping[str, Subject]
    speakers: Mapping[str, Speaker]
    indicators: Mapping[str, Indicator]
    anniversaries: tuple[Anniversary, ...]
    reasons: Mapping[str, ReasonCode]
    vagueness: tuple[Vagueness, ...]
    assumptions: Mapping[str, Assumption]
    digest: str  # SHA-256 over the files it was read from

    def subject_of(self, code: str) -> Subject | None:
        """Return the subject of *code*, or for an unlisted combination the group it is part of."""
        return self.subjects.get(code) or self.subjects.get(code.partition(";")[0])

    def root_of(self, code: str) -> str:
        """Return the widest group that the subject *code* is part of."""
        subject = self.subject_of(code)
        return self.root_of(subject.parent) if subject and subject.parent else code

    def publisher_of(self, url: str) -> Speaker | None:
        """Return the outlet whose domain *url* is under (the nearest one), or None."""
        found = _HOST.match(url)
        host = found.group(1).lower().strip(".") if found else ""
        while host:
            for speaker in self.speakers.values():
                if host in speaker.domains:
                    return speaker
            host = host.partition(".")[2]
        return None
