"""Words for people: the terminal's own, the brief's, the codebook's and the names of places."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources import files

from tumen.brief import load_words, visible
from tumen.pipeline import Background
from tumen.records import UNLISTED, Claim, Figure, Hop, HopType, Period, Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Everything that is said in one language; what it lacks is said in English."""

    language: str
    background: Background
    table: Mapping[str, Mapping[str, str]]
    label: Callable[[str, str], str]  # (section, code) -> the brief's word for a code

    def say(self, key: str, **values: object) -> str:
        """Return the terminal's own words under *key*."""
        return self.of(self.table[key]).format(**values)

    def of(self, label: Mapping[str, str]) -> str:
        """Return *label* in this language; a codebook is data, and its words steer no terminal."""
        return visible(label.get(self.language) or label["en"])

    def kind(self, code: str) -> str:
        """Return the codebook's label of a kind of claim."""
        kind = self.background.codebook.kinds.get(code)
        return self.of(kind.label) if kind else spelt(code)

    def state(self, code: str) -> str:
        """Return the codebook's label of a state of people."""
        state = self.background.codebook.states.get(code)
        return self.of(state.label) if state else spelt(code)

    def assumption(self, code: str) -> str:
        """Return the codebook's label of a named assumption."""
        assumption = self.background.codebook.assumptions.get(code)
        return self.of(assumption.label) if assumption else spelt(code)

    def subject(self, code: str) -> str:
        """Return the codebook's label of a group of people."""
        subject = self.background.codebook.subjects.get(code)
        return self.of(subject.label) if subject else spelt(code)

    def place(self, place: str) -> str:
        """Return the name of a place of the gazetteer, or of the rest of one."""
        if place.endswith(UNLISTED):
            return self.say("unlisted", place=self.place(place.removesuffix(UNLISTED)))
        known = self.background.gazetteer.places.get(place)
        if known is None:
            return visible(place)
        return visible((known.names.get(self.language) or known.names["en"])[0])

    def condition(self, indicator: str, state: str) -> tuple[str, str]:
        """Return the labels of an indicator of the board and of its state."""
        known = self.background.codebook.indicators.get(indicator)
        if known is None:
            return spelt(indicator), spelt(state)
        label = known.states.get(state)
        return self.of(known.label), self.of(label) if label else spelt(state)

    def places(self, claim: Claim) -> str:
        """Return the places of a claim, the smallest first."""
        return ", ".join(dict.fromkeys(self.place(place.id) for place in reversed(claim.places)))

    def when(self, claim: Claim) -> str:
        """Return the days of a claim and of its cohort."""
        period = self.period(claim.period) if claim.period else ""
        if claim.since is None:
            return period
        since = self.start_of(claim.since)
        if claim.since.resolved:
            since = self.say("since", day=since)
        return ", ".join(dict.fromkeys(said for said in (period, since) if said))

    def period(self, period: Period) -> str:
        """Return the days of a period, or its own words where it stayed unresolved."""
        first, last = period.first_day, period.last_day
        if not period.resolved:
            return self.say("unresolved", words=period.printed)
        if first and last:
            return days(first.isoformat(), last.isoformat(), period.precision)
        return f"{first} …" if first else f"… {last}"

    def start_of(self, period: Period) -> str:
        """Return the first day of a cohort as finely as it is known."""
        if period.first_day is None:
            return self.period(period)
        day = period.first_day.isoformat()
        return {Precision.MONTH: day[:7], Precision.YEAR: day[:4]}.get(period.precision, day)


def words_in(language: str, background: Background) -> Words:
    """Return the words of *language*."""
    table = tomllib.loads(files("tumen.cli").joinpath("words.toml").read_text("utf-8"))
    label = load_words(language).label
    return Words(language=language, background=background, table=table, label=label)


def spelt(code: str) -> str:
    """Return a code of the contract as words: `approximator_dropped` as "approximator dropped"."""
    return visible(code.replace("_", " "))


def days(first: str, last: str, precision: Precision) -> str:
    """Return two ISO days, both counted, as shortly as their precision allows."""
    if first == last:
        return first
    if precision is Precision.MONTH and first[:7] == last[:7]:
        return first[:7]
    if precision is Precision.YEAR and first[:4] == last[:4]:
        return first[:4]
    return f"{first} – {last}"


def people(figure: Figure | None) -> str:
    """Return how many people: `≈ 20`, `200–299`, `≥ 1,000`, or a dash for no number."""
    if figure is None or (figure.low is None and figure.high is None):
        return "–"
    if figure.high is None:
        return f"≥ {figure.low:,}"
    if figure.low is None:
        return f"≤ {figure.high:,}"
    if figure.low != figure.high:
        return f"{figure.low:,}–{figure.high:,}"
    return f"≈ {figure.low:,}" if figure.approximate else f"{figure.low:,}"


def chain(claim: Claim, words: Words) -> str:
    """Return who says so, from the publisher inwards; who is not named is told by a word."""
    hops = (hop.name or _unnamed(hop, words) for hop in claim.attribution)
    return visible(" ← ".join(hops))


def _unnamed(hop: Hop, words: Words) -> str:
    """Return a word for a speaker without a name: "hearsay", or what kind of speaker it is."""
    is_hearsay = hop.type is HopType.NONE
    return words.say("hearsay") if is_hearsay else words.label("hop", hop.type.value)
