"""The short form: one line for each thing that is told, however many sentences tell it.

Nothing is decided here: what is put on one line stands further down in full, sentence by sentence,
and the line carries the notes of all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from tumen.brief.clusters import Cluster
from tumen.brief.dates import period_words, start_words
from tumen.brief.figures import figure_words
from tumen.brief.names import (
    PROVINCE,
    Phrase,
    innermost_phrase,
    kind_words,
    leaves,
    people_words,
    places_words,
    source_phrase,
)
from tumen.brief.quotes import quoted_if_foreign, shortened
from tumen.brief.sentences import is_condition, printed_of
from tumen.brief.view import View, cited, published_on, told_period
from tumen.records import Claim, Modality, Quoted, Statement

# A line names so many speakers; the notes have all of them.
MOST_NAMES = 4
# Reports further apart than this are of different events, if no words say when it was.
NEAR = timedelta(days=62)
# A line tells so many whole chains.
MOST_CHAINS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Strand:
    """Clusters that tell of one thing, from one origin or from several."""

    clusters: tuple[Cluster, ...]

    @property
    def lead(self) -> Claim:
        """Return the claim whose people, place and words stand for all."""
        return self.clusters[0].lead

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Return the claims of all clusters."""
        return tuple(chain.from_iterable(cluster.claims for cluster in self.clusters))


def strands_of(view: View, clusters: Iterable[Cluster]) -> tuple[Strand, ...]:
    """Return every cluster in exactly one strand, in the order of the clusters.

    The same origin told of people at the same place, or another origin of the very same place and
    people, and the numbers and the days can be the same: with everything on the line, so that two
    events never meet over a third claim that leaves open which of them it means.
    """
    strands: list[list[Cluster]] = []
    homes: dict[tuple[object, ...], list[list[Cluster]]] = defaultdict(list)
    for cluster in clusters:
        keys = _keys(view, cluster.lead)
        near = chain.from_iterable(homes[key] for key in keys)
        home = next((strand for strand in near if _fits(view, strand, cluster)), None)
        if home is None:
            home = []
            strands.append(home)
            for key in keys:
                homes[key].append(home)
        home.append(cluster)
    return tuple(Strand(clusters=tuple(strand)) for strand in strands)


def strand_statement(view: View, strand: Strand) -> Statement:
    """Return the line of a strand: how many, where, when, and who says so."""
    claims = strand.claims
    what, source = what_words(view, strand), source_of(view, strand)
    told = view.words.entries["list.comma"].join(
        part for part in (what.text, _when(view, claims)) if part
    )
    quote = _quote(view, strand)
    if quote is not None:
        said = view.words.quote(quote.text)
        told = view.words.entries["list.colon"].join((told, said)) if told else said
    text = told or source.text
    if told:
        text = view.words.say("list.in_brackets", text=told, more=source.text)
    quoted = (*what.quoted, *(quote.quoted if quote else ()), *source.quoted)
    return Statement(
        text=text[:1].upper() + text[1:],
        label=kind_words(view, strand.lead.kind),
        claims=tuple(claim.id for claim in claims),
        citations=cited(claims),
        quoted=tuple(dict.fromkeys(quoted)),
    )


def digest_of(view: View, clusters: Iterable[Cluster]) -> tuple[Statement, ...]:
    """Return a line for each strand."""
    return tuple(strand_statement(view, strand) for strand in strands_of(view, clusters))


# --- what goes on one line -----------------------------------------------------------


def _keys(view: View, claim: Claim) -> tuple[tuple[object, ...], ...]:
    """Return under what a claim's like may be found; only these are compared with it."""
    alike = (claim.kind, claim.modality, claim.figure is None)
    where = _special_places(view, claim)
    if claim.figure is None:
        return ((*alike, "place", where),)
    origin = view.origins.get(claim.id)
    return ((*alike, "origin", origin.id if origin else claim.id), (*alike, "place", where))


def _fits(view: View, strand: list[Cluster], cluster: Cluster) -> bool:
    return all(_one_thing(view, one, cluster) for one in strand)


def _one_thing(view: View, one: Cluster, other: Cluster) -> bool:
    """Tell whether two clusters can be of one event."""
    first, second = one.lead, other.lead
    if not _overlap(first, second) or not _same_start(view, first, second):
        return False
    if _special_places(view, first) != _special_places(view, second):
        return False
    if _same_origin(view, one, other):
        return True
    if first.subject != second.subject and first.figure is not None:
        return False
    both_dated = _start(view, first) is not None and _start(view, second) is not None
    return both_dated or (_same_number(first, second) and _near(view, first, second))


def _same_number(one: Claim, other: Claim) -> bool:
    first, second = one.figure, other.figure
    if first is None or second is None:
        return first is second
    return (first.low, first.high) == (second.low, second.high)


def _near(view: View, one: Claim, other: Claim) -> bool:
    """Tell whether two claims are of about the same time, by their reports where they do not say."""
    first, second = _start(view, one), _start(view, other)
    mine = first or published_on(view.reports[one.report])
    its = second or published_on(view.reports[other.report])
    return mine is None or its is None or abs(mine - its) <= NEAR


def _same_origin(view: View, one: Cluster, other: Cluster) -> bool:
    origin = view.origins.get(one.lead.id)
    return origin is not None and view.origins.get(other.lead.id) == origin


def _overlap(one: Claim, other: Claim) -> bool:
    """Tell whether one number can be the other."""
    first, second = one.figure, other.figure
    if first is None or second is None:
        return first is second
    return _not_above(first.low, second.high) and _not_above(second.low, first.high)


def _not_above(low: int | None, high: int | None) -> bool:
    return low is None or high is None or low <= high


def _same_start(view: View, one: Claim, other: Claim) -> bool:
    """Tell whether two claims can be of the same days: they begin in one month, as far as told."""
    first, second = _start(view, one), _start(view, other)
    if first is None or second is None:
        return True
    return (first.year, first.month) == (second.year, second.month)


def _start(view: View, claim: Claim) -> date | None:
    for period in (claim.since, told_period(view, claim)):
        if period is not None and period.first_day is not None:
            return period.first_day
    return None


def _special_places(view: View, claim: Claim) -> tuple[str, ...]:
    """Return where *claim* is about, where that is more than the whole area or a country."""
    known = view.gazetteer.places
    here = [p for p in leaves(view, claim) if p not in known or known[p].level >= PROVINCE]
    return tuple(sorted(here))


# --- the words of the line -----------------------------------------------------------


def what_words(view: View, strand: Strand) -> Phrase:
    """Return how many people and where: "about 20 North Korean women, Dandong, Liaoning"."""
    leads = tuple(cluster.lead for cluster in strand.clusters)
    places = {leaves(view, claim) for claim in leads}
    # Of several places none stands for all: the sentences in full have each with its source.
    where = places_words(view, places.pop()) if len(places) == 1 else ""
    parts = [part for part in (_people(view, strand), where) if part]
    return Phrase(text=view.words.entries["list.comma"].join(parts), quoted=printed_of(view, leads))


def _people(view: View, strand: Strand) -> str:
    leads = [cluster.lead for cluster in strand.clusters]
    figures = dict.fromkeys(figure_words(view.words, c.figure) for c in leads if c.figure)
    if not figures:
        kind = view.codebook.kinds.get(strand.lead.kind)
        stands_alone = kind is not None and is_condition(kind)
        return "" if stands_alone else view.words.say("number.not_given")
    number = view.words.entries["list.slash"].join(figures)
    return people_words(view, strand.lead.subject, number, strand.lead.figure)


def _when(view: View, claims: tuple[Claim, ...]) -> str:
    """Return the days that are told, each once; no more than there are names."""
    told = []
    for claim in claims:
        period = told_period(view, claim)
        start = start_words(view.words, claim.since)
        if start:
            told.append(view.words.say("date.from", first=start))
        elif period is not None and period.resolved:
            told.append(period_words(view.words, period))
    whens = list(dict.fromkeys(told))
    return view.words.entries["list.slash"].join(whens[:MOST_NAMES])


def _quote(view: View, strand: Strand) -> Phrase | None:
    """Return the words of a claim about a state of affairs: its label alone says too little."""
    kind = view.codebook.kinds.get(strand.lead.kind)
    if kind is None or not is_condition(kind):
        return None
    claim = _shown_words(view, strand)
    quote = shortened(claim.passage.exact)
    return Phrase(text=quote, quoted=quoted_if_foreign(view, claim, quote))


def source_of(view: View, strand: Strand) -> Phrase:
    """Return who says it and through whom it came; said firmly or not."""
    phrase = _told_by(view, strand)
    if strand.lead.modality in {Modality.REPORTED, Modality.EXPECTED}:
        return phrase
    firmness = view.words.label("modality", strand.lead.modality)
    text = view.words.entries["list.semicolon"].join((firmness, phrase.text))
    return Phrase(text=text, quoted=phrase.quoted)


def _told_by(view: View, strand: Strand) -> Phrase:
    """Return every chain by itself; of many only those they end with, and in how many reports.

    A chain is never put together from several: "A via B" is said only where B names A.
    """
    first = _shown_words(view, strand)
    ordered = (first, *(claim for claim in strand.claims if claim is not first))
    chains = {phrase.text: phrase for claim in ordered for phrase in (source_phrase(view, claim),)}
    if len(chains) <= MOST_CHAINS:
        return Phrase(
            text=view.words.entries["list.semicolon"].join(chains),
            quoted=tuple(q for phrase in chains.values() for q in phrase.quoted),
        )
    speakers = {phrase.text: phrase for c in ordered for phrase in (innermost_phrase(view, c),)}
    said = _named(view, tuple(speakers.values()))
    reports = len({claim.report for claim in ordered})
    text = view.words.say("list.in_reports", speakers=said.text, count=reports)
    return Phrase(text=text, quoted=said.quoted)


def _shown_words(view: View, strand: Strand) -> Claim:
    """Return the claim whose words stand for all: in the reader's language if one is."""
    own = (c for c in strand.claims if not quoted_if_foreign(view, c, "."))
    return next(own, strand.lead)


def _named(view: View, phrases: tuple[Phrase, ...]) -> Phrase:
    """Return names as a list; past MOST_NAMES only how many more there are."""
    shown = phrases if len(phrases) <= MOST_NAMES else phrases[: MOST_NAMES - 1]
    names = [phrase.text for phrase in shown]
    if len(shown) < len(phrases):
        names.append(view.words.say("list.others", count=len(phrases) - len(shown)))
    quoted: tuple[Quoted, ...] = tuple(q for phrase in shown for q in phrase.quoted)
    return Phrase(text=view.words.joined(names), quoted=quoted)
