"""From a claim to the sentence that says it: the codebook's template, filled in."""

from __future__ import annotations

from tumen.brief.dates import period_phrase, start_words
from tumen.brief.figures import figure_words, printed_counts
from tumen.brief.names import (
    Phrase,
    kind_words,
    leaves,
    people_words,
    places_words,
    source_phrase,
    subject_words,
)
from tumen.brief.quotes import quoted_if_foreign, shortened
from tumen.brief.view import View, told_period
from tumen.codebook import Kind, say
from tumen.records import Claim, Modality, Quoted


def sentence_of(view: View, claim: Claim) -> Phrase:
    """Return the sentence for *claim*: who says it, what, how many, where, when, and why."""
    kind = view.codebook.kinds.get(claim.kind)
    source = source_phrase(view, claim)
    speaker = view.words.say(f"part.{claim.modality}", speaker=source.text)
    template = _template(view, claim, kind)
    text = say(template, _parts(view, claim, kind) | {"speaker": speaker}, language=view.language)
    quoted = (*source.quoted, *printed_of(view, (claim,)), *_quoted_period(view, claim))
    if kind is not None and is_condition(kind):
        quote = shortened(claim.passage.exact)
        text = view.words.say("claim.words", sentence=text, quote=quote)
        quoted += quoted_if_foreign(view, claim, quote)
    reasons = _reasons(view, claim)
    if reasons:
        text = view.words.say("claim.reasons", sentence=text, reasons=reasons)
    return Phrase(text=text, quoted=quoted)


def short_words(view: View, claim: Claim) -> str:
    """Return *claim* in a few words: "Held: about 20 women, Dandong, Liaoning"."""
    return view.words.say(
        "claim.named",
        label=kind_words(view, claim.kind),
        people=_people(view, claim),
        place=places_words(view, leaves(view, claim)),
    )


def printed_of(view: View, claims: tuple[Claim, ...]) -> tuple[Quoted, ...]:
    """Return the printed numbers that stand in a sentence as words of another language."""
    return tuple(
        quoted
        for claim in claims
        if claim.figure and printed_counts(claim.figure)
        for quoted in quoted_if_foreign(view, claim, " ".join(claim.figure.printed.split()))
    )


def _people(view: View, claim: Claim) -> str:
    if claim.figure is None:
        return ""
    number = figure_words(view.words, claim.figure)
    return people_words(view, claim.subject, number, claim.figure)


def is_condition(kind: Kind) -> bool:
    """Tell whether a kind is about a state of affairs and not about people.

    Its template says the least that all such claims have in common ("became more dangerous");
    what exactly is in the words alone ("buried landmines").
    """
    return bool(kind.indicator) and not kind.by and not kind.measure


def _template(view: View, claim: Claim, kind: Kind | None) -> str:
    if kind is None:
        return (
            f"{{speaker}}{claim.kind.replace('_', ' ')}: {{figure}}{{subject}}{{place}}{{period}}."
        )
    return kind.template(
        view.language,
        expected=claim.modality is Modality.EXPECTED,
        counted=claim.figure is not None,
    )


def _parts(view: View, claim: Claim, kind: Kind | None) -> dict[str, str]:
    """Return what the template asks for, each with its own preposition, particle or comma."""
    words = view.words
    told = told_period(view, claim)
    same_start = told and claim.since and told.first_day == claim.since.first_day
    period = "" if same_start else period_phrase(words, told)
    subject = subject_words(view, claim.subject, claim.figure)
    since = start_words(words, claim.since)
    if since and kind is not None and kind.measure == "stock":
        period = _stock_period(view, since, period)
    elif since:
        subject = words.say("part.held_since", subject=subject, since=since)
    place = places_words(view, leaves(view, claim))
    figure = figure_words(words, claim.figure, counter="part.counter") if claim.figure else ""
    named = "part.subject" if figure else "part.subject_alone"
    counted = "part.figure" if subject else "part.figure_alone"
    return {
        "figure": words.say(counted, number=figure) if figure else "",
        "subject": words.say(named, subject=subject),
        "place": words.say("part.place", place=place) if place else "",
        "period": period,
    }


def _stock_period(view: View, since: str, period: str) -> str:
    """Return since when people are held, with the day of the count where there is one."""
    start = view.words.say("part.stock_since", since=since)
    if not period or period == view.words.say("part.from", when=since):
        return start
    return view.words.say("part.stock_both", period=period, since=since)


def _quoted_period(view: View, claim: Claim) -> tuple[Quoted, ...]:
    period = claim.period
    if period is None or period.resolved or not period.printed:
        return ()
    return (Quoted(text=period.printed, language=view.reports[claim.report].language),)


def _reasons(view: View, claim: Claim) -> str:
    codes = dict.fromkeys(reason.code for reason in claim.reasons)
    known = view.codebook.reasons
    return view.words.joined(
        [view.label(known[code].label, code) if code in known else code for code in codes]
    )
