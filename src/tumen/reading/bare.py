"""Claim the people that no cue took: a headline's bare figure, and figures that fit no kind."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tumen.ids import content_id
from tumen.reading.claims import claims_of
from tumen.reading.corrections import is_corrected
from tumen.reading.joined import Joined
from tumen.reading.link import Link, is_base
from tumen.reading.page import Page
from tumen.reading.people import ELIDED, Mention, figure_of
from tumen.reading.sentences import Sentence
from tumen.reading.situation import stock_kind
from tumen.reading.stretch import within
from tumen.reading.vocabulary import KIND, SUBJECT
from tumen.records import Claim, Evidence

_SERIES = 24  # characters from a year to its count
_AFTER = 10  # characters from a count to its year
_BACK = 20  # claims that a left-out noun may point back over


def bare_claims(
    found: Joined, mentions: Sequence[Mention], claims: Sequence[Claim]
) -> Iterator[Claim]:
    """Yield a claim for each counted people in no claim yet.

    A headline leaves out the verb: its bare figure counts the people the codebook is about
    ("more than 1,000 already"), and so does "their number".  A number whose noun was left out shares the kind of the people
    before it ("others count 300 to 400").  Elsewhere the figure fits no kind: `other`.
    """
    taken = {
        at
        for claim in claims
        for e in claim.evidence
        if e.field == "figure"
        for at in range(e.passage.span.start, e.passage.span.end)
    }
    for mention in mentions:
        if not mention.counted or mention.start in taken:
            continue
        whole = _whole(found, mention, claims)
        if whole is not None:
            yield _sort_of(found, mention, whole)
            continue
        sentence = found.page.sentence_at(mention.start)
        kind = _kind(found, mention, claims)
        span = (mention.start, mention.end)
        bare = Link(kind=kind, cue_span=span, mention=mention, sentence=sentence)
        yield from claims_of(found, [bare])


def _kind(found: Joined, mention: Mention, claims: Sequence[Claim]) -> str:
    page = found.page
    sentence = page.sentence_at(mention.start)
    if sentence.start in found.headlines:
        return stock_kind(page.codebook).code
    if _of_others(page, sentence, mention) or is_base(page, mention):
        return "other"  # "two of the eleven": the eleven were told before
    if page.pack.same_again.match(page.folded, mention.end) or is_corrected(
        page, sentence, mention
    ):
        return _told_last(found, mention, claims)
    if _tally(found, mention):
        return _told_before(found, mention) or "other"
    if mention.rule != ELIDED:
        return _of_series(found, mention, claims)
    told = _told_last(found, mention, claims)
    counting = page.pack.counting.search(page.folded, sentence.start, mention.start)
    if counting and page.codebook.kinds[told].measure != "flow":
        return stock_kind(page.codebook).code
    return told  # "63 arrived.  That brought the total to 96"


def _told_last(found: Joined, mention: Mention, claims: Sequence[Claim]) -> str:
    """Return what is told of those counted before, in this paragraph: "another 40 followed"."""
    page = found.page
    paragraph = page.sentence_at(mention.start).paragraph
    count = bisect_left(claims, mention.start, key=lambda claim: claim.passage.span.start)
    for claim in reversed(claims[max(count - _BACK, 0) : count]):
        if page.sentence_at(claim.passage.span.start).paragraph != paragraph:
            break
        if claim.figure and page.codebook.kinds[claim.kind].measure:
            return claim.kind
    return "other"


def _whole(found: Joined, mention: Mention, claims: Sequence[Claim]) -> Claim | None:
    """Return the claim of the count that a sort of people breaks down."""
    if mention.breaks_down is None:
        return None
    kinds = found.page.codebook.kinds
    return next(
        (
            claim
            for claim in claims
            if kinds[claim.kind].measure
            and any(
                e.field == "figure" and e.passage.span.start == mention.breaks_down
                for e in claim.evidence
            )
        ),
        None,
    )


def _sort_of(found: Joined, mention: Mention, whole: Claim) -> Claim:
    """Return the claim of a sort of people: what befell all of them, when, where, says who."""
    report = found.page.report
    passage = report.passage(mention.start, mention.end)
    figure = figure_of(mention, report.text)
    evidence = (e for e in whole.evidence if e.field != "figure")
    ends = figure and (figure.low, figure.high)
    return replace(
        whole,
        id=content_id("c", report.id, mention.start, mention.end, whole.kind, ends),
        passage=passage,
        subject=found.groups.subject(mention, (mention.start, mention.end)),
        figure=figure,
        evidence=(*evidence, Evidence(field="figure", passage=passage, rule=mention.rule)),
        group=found.groups.name(mention),
        part_of=whole.group,
    )


def _of_series(found: Joined, mention: Mention, claims: Sequence[Claim]) -> str:
    """Return the kind of a count that goes on a series of years: 2022년은 67명, "2,914 in 2009".

    What its sentence tells of the counts before it, else what the sentence before tells.
    """
    page = found.page
    sentence = page.sentence_at(mention.start)
    start, end = max(sentence.start, mention.start - _SERIES), mention.end + _AFTER
    if mention.subject or not within(page.times, start, min(end, sentence.end)):
        return "other"
    last = page.sentence_at(max(sentence.start - 1, 0))
    told = _told_in(found, claims, sentence.start, mention.start)
    told = {kind for kind in told if page.codebook.kinds[kind].measure == "flow"}
    if not told and not _cues(page, sentence) and last.paragraph == sentence.paragraph:
        told = _told_in(found, claims, last.start, sentence.start)
    return told.pop() if len(told) == 1 else "other"


def _told_in(found: Joined, claims: Sequence[Claim], start: int, end: int) -> set[str]:
    """Return the kinds of what is counted in a stretch of text."""
    first, last = (
        bisect_left(claims, at, key=lambda claim: claim.passage.span.start) for at in (start, end)
    )
    kinds = found.page.codebook.kinds
    near = claims[first : min(last, first + _BACK)]
    return {c.kind for c in near if c.figure and kinds[c.kind].measure}


def _cues(page: Page, sentence: Sentence) -> list[str]:
    hits = page.words(KIND, sentence.start, sentence.end)
    return [hit.key for hit in hits if page.codebook.kinds[hit.key].measure]


def _of_others(page: Page, sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a sentence counts others: "infections were 44, of which 31 in Beijing"."""
    nouns = page.words(SUBJECT, sentence.start, mention.start)
    subjects = page.codebook.subjects
    return bool(nouns) and not any(subjects[noun.key].concerned for noun in nouns)


def _tally(found: Joined, mention: Mention) -> bool:
    """Tell whether a sentence only says how many: "They number 40", 計5人だ."""
    page = found.page
    sentence = page.sentence_at(mention.start)
    if _cues(page, sentence):
        return False
    start = max(sentence.start, mention.start - 40)
    before = page.pack.tally_before.search(page.folded, start, mention.start)
    return bool(before or page.pack.tally_after.match(page.folded, mention.end))


def _told_before(found: Joined, mention: Mention) -> str:
    """Return the kind that the sentence before told of, in the same paragraph."""
    page = found.page
    sentence = page.sentence_at(mention.start)
    if not sentence.start:
        return ""
    last = page.sentence_at(sentence.start - 1)
    if last.paragraph != sentence.paragraph:
        return ""
    return next(reversed(_cues(page, last)), "")
