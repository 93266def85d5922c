"""Decide which of a page's time expressions a claim is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from tumen.codebook import Kind
from tumen.reading.beside import beside
from tumen.reading.lexicon import Hit
from tumen.reading.link import Link
from tumen.reading.page import Page
from tumen.reading.people import Mention
from tumen.reading.situation import follows, lasting
from tumen.reading.speakers import Said
from tumen.reading.stretch import within
from tumen.reading.times import Time
from tumen.reading.vocabulary import ANNIVERSARY, KIND, SAY
from tumen.records import Period, Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The period of a claim, the start of its cohort, and by which rule each was found."""

    period: Period | None
    since: Period | None
    rule: str


# A verb of saying and its day stand side by side: "told Radio Free Asia on Wednesday".
_NEAR = 60
_UP_TO = frozenset({"time:until", "time:until_after", "time:as_of"})
_TOGETHER = 4  # characters between a year and the months of it: 올해는 8월까지
_DATELINE = 60  # characters in which a text opens with its place and day
_JUBILEE = 14  # from the name of an anniversary to its day in brackets


def speech_times(page: Page, said: Sequence[Said]) -> frozenset[int]:
    """Return where the times stand that say when it was said: "a source said on Tuesday".

    Where verbs come last the day may stand beside the speaker: 中央日報は20日、...と報じた.
    """
    verbs = [
        hit
        for hit in page.hits.get(SAY, ())
        if hit.key == "verb" and not _is_an_act(page, hit.start, hit.end)
    ]
    beside_verbs = {
        time.start
        for verb in verbs
        for time in within(page.times, max(verb.start - _NEAR, 0), verb.end + _NEAR)
        if _touches(page, time, verb.start, verb.end)
    }
    came_out = {
        t.start
        for t in page.times
        if page.pack.came_out.match(page.folded, t.end)
        or page.pack.said_in.search(page.folded, max(t.start - _NEAR, 0), t.start)
    }
    opening = {
        t.start
        for t in within(page.times, 0, _DATELINE)
        if page.pack.dateline.match(page.folded, t.end)
    }
    return frozenset(beside_verbs | came_out | opening | _beside_speakers(page, said))


def _beside_speakers(page: Page, said: Sequence[Said]) -> set[int]:
    """Return where the days stand that follow a speaker right after the mark of its topic.

    Only where an earlier day follows before the verb: a day alone is mostly that of what happened.
    """
    found: set[int] = set()
    if not page.pack.object_first:
        return found
    mark = page.pack.speech.day_after_topic
    for one in said:
        for hop in one.hops:
            end = hop.passage.span.end if hop.passage else len(page.folded)
            days = [
                time
                for time in within(page.times, end, one.cue[0])
                if time.precision is Precision.DAY and time.last is not None
            ]
            if len(days) > 1 and mark.fullmatch(page.folded, end, days[0].start):
                told = days[0].last
                found |= {
                    days[0].start for day in days[1:] if day.last and told and day.last < told
                }
    return found


def _is_an_act(page: Page, start: int, end: int) -> bool:
    """Tell whether a verb of saying is itself what happened: to notify is to act on that day."""
    return any(
        hit.start < end and start < hit.end for hit in page.words(KIND, start - 20, end + 20)
    )


def _touches(page: Page, time: Time, start: int, end: int) -> bool:
    """Tell whether a time is that of a verb of saying: right before it but in English."""
    if page.pack.object_first or not page.pack.spaced:
        gap = (time.end, start)
    else:
        gap = (end, time.start) if end <= time.start else (time.end, start)
    if gap[0] > gap[1] or page.sentence_at(time.start) is not page.sentence_at(start):
        return False
    return page.pack.speech_time.fullmatch(page.folded, *gap) is not None


def when(
    page: Page, link: Link, counts: Sequence[Mention], spoken: frozenset[int], kind: Kind
) -> When:
    """Return when a claim holds: the nearest time of its clause, else of its sentence.

    *counts* are all counted people of the sentence: each has the times beside it.

    A state with no time of its own holds on the day the report speaks; an act has happened by
    then.  Without that day both stay open: nothing is guessed.
    """
    sentence = link.sentence
    inside = within(page.times, sentence.start, sentence.end)
    events = [t for t in inside if t.start not in spoken and not _of_a_jubilee(page, t)]
    if link.mention is not None and link.mention in counts:
        in_turn = page.in_turn(sentence)
        events = beside(sentence, counts, link.mention, events, in_turn=in_turn)
    time = _finest(page, _nearest(page, link, events), events)
    if time is None and kind.measure == "flow" and not kind.planned:
        time = _year_told_before(page, link, spoken)
    if time is None:
        return _by_default(page, [t for t in inside if t.start in spoken], lasting(kind))
    if kind.measure and kind.planned and _of_an_act_before(page, link, time):
        return _by_default(page, [t for t in inside if t.start in spoken], stock=True)
    period = _period(page, time)
    if kind.measure == "stock" and not time.since and _still(page, link):
        return _by_default(page, [t for t in inside if t.start in spoken], stock=True)
    if kind.measure == "flow" and not kind.planned and _adds_up(time):
        period = _since_new_year(period)
    if not time.since:
        if (kind.measure == "stock" or follows(kind)) and not _of_this_cue(page, link, time):
            return When(
                period=_until_said(page, period), since=None, rule=f"{time.rule}+held_since"
            )
        return When(period=period, since=None, rule=time.rule)
    if follows(kind) and not _of_this_cue(page, link, time, states=True):
        return _by_default(page, [], stock=False)  # "asked to take 20 held since February"
    last = _anchor(page)
    first = period.first_day
    span = Period(
        first_day=first,
        last_day=last if first is None or last is None or last >= first else None,
        precision=period.precision,
        printed=period.printed,
        passage=period.passage,
        anchor=period.anchor,
    )
    return When(period=span, since=period if kind.measure == "stock" else None, rule=time.rule)


def _year_told_before(page: Page, link: Link, spoken: frozenset[int]) -> Time | None:
    """Return the year that the sentence before is about: "Fewer came last year. 229 arrived"."""
    before = page.sentence_at(max(link.sentence.start - 1, 0))
    if before.start == link.sentence.start or before.paragraph != link.sentence.paragraph:
        return None
    told = [t for t in within(page.times, before.start, before.end) if t.start not in spoken]
    whole = (
        len(told) == 1
        and told[0].precision is Precision.YEAR
        and not told[0].since
        and told[0].rule not in _UP_TO
    )
    return told[0] if whole and told[0].resolved else None


def _adds_up(time: Time) -> bool:
    """Tell whether people are counted up to a time: "771 by September", 올해 9월까지, 截至9月底.

    By a day is when something was done; up to a month, people are counted since the year began.
    """
    return time.rule in _UP_TO and time.precision is not Precision.DAY


def _since_new_year(period: Period) -> Period:
    """Return a period that counts from the first day of the year of its last day."""
    if period.last_day is None:
        return period
    return replace(period, first_day=period.last_day.replace(month=1, day=1))


def _finest(page: Page, time: Time | None, times: Sequence[Time]) -> Time | None:
    """Return the finer time that stands beside one it lies in: 올해는 8월까지, 今年は6月末までに."""
    if time is None or time.first is None or time.last is None:
        return time
    for other in times:
        gap = max(other.start - time.end, time.start - other.end)
        if other.start == time.start or other.last is None or not 0 <= gap <= _TOGETHER:
            continue
        between = page.folded[min(time.end, other.end) : max(time.start, other.start)]
        finer = time.first <= (other.first or other.last) and other.last <= time.last
        if finer and (other.first, other.last) != (time.first, time.last) and "," not in between:
            return other
    return time


def by_now(page: Page, dated: When) -> When:
    """Return when what is told as done was done: by the day the report speaks, not after it.

    "This month" is over for no report of that month.
    """
    last, period = _anchor(page), dated.period
    if last is None or period is None or period.last_day is None or period.last_day <= last:
        return dated
    if period.first_day is not None and period.first_day > last:
        return dated
    return replace(dated, period=replace(period, last_day=last))


def from_now(page: Page, dated: When) -> When:
    """Return when what is still to come comes: from the day the report speaks to the day said.

    "They are to be sent back by the 20th" says of no day before the report that it might be it.
    """
    today, period = _anchor(page), dated.period
    if today is None or period is None or period.first_day is not None or period.last_day is None:
        return dated
    if period.last_day <= today:
        return dated
    return replace(dated, period=replace(period, first_day=today))


def _of_a_jubilee(page: Page, time: Time) -> bool:
    """Tell whether a day is that of an anniversary beside it: "Party Foundation Day (10 October)"."""
    near = page.words(ANNIVERSARY, time.start - _JUBILEE, time.end + _JUBILEE)
    return any(hit.end <= time.start or time.end <= hit.start for hit in near)


def _still(page: Page, link: Link) -> bool:
    """Tell whether a state is said to hold now: "seized in July, they are still in custody"."""
    (start, end), mention, clause = link.cue_span, link.mention, link.sentence.clause_of
    if (
        mention
        and mention.counted
        and mention.start > end
        and clause(mention.start) > clause(start)
    ):
        start, end = mention.start, mention.end  # "60 were held at the end of last year, now 100"
    first, last = link.sentence.clause_span(clause(start))
    return (
        page.pack.still.search(page.folded, max(first, start - 24), min(last, end + 4)) is not None
    )


def _of_this_cue(page: Page, link: Link, time: Time, *, states: bool = False) -> bool:
    """Tell whether no act, nor any state of *states*, stands nearer to a time than a cue does.

    "caught early this month and put in a lockup": early this month is when they were caught.  An
    act with a nearer time of its own has that one.
    """
    acts = [h for h in _acts(page, link, states=states) if (h.start, h.end) != link.cue_span]
    own = _apart(time, link.cue_span)
    others = [
        other
        for other in within(page.times, link.sentence.start, link.sentence.end)
        if other.start != time.start
    ]
    return all(
        _apart(time, (act.start, act.end)) >= own
        or any(_apart(o, (act.start, act.end)) < _apart(time, (act.start, act.end)) for o in others)
        for act in acts
    )


def _of_an_act_before(page: Page, link: Link, time: Time) -> bool:
    """Tell whether a time is that of an act in the same sentence, so none at which danger is felt.

    "Five arrested in September are at risk of return": they are at risk now.
    """
    last = _anchor(page)
    acts = _acts(page, link)
    past = time.last is not None and last is not None and time.last < last
    return (bool(acts) and past) or not _of_this_cue(page, link, time)


def _acts(page: Page, link: Link, *, states: bool = False) -> list[Hit]:
    kinds, measures = page.codebook.kinds, {"flow", "stock"} if states else {"flow"}
    return [
        hit
        for hit in page.words(KIND, link.sentence.start, link.sentence.end)
        if kinds[hit.key].measure in measures and not kinds[hit.key].planned
    ]


def _apart(time: Time, span: tuple[int, int]) -> int:
    return max(span[0] - time.end, time.start - span[1], 0)


def _until_said(page: Page, period: Period) -> Period:
    """Return *period* stretched to the day the report speaks, if that is later."""
    last = _anchor(page)
    if last is None or period.last_day is None or last <= period.last_day:
        return period
    return replace(period, last_day=last)


def _nearest(page: Page, link: Link, times: Sequence[Time]) -> Time | None:
    """Return the time nearest to a claim's cue.

    A time with another cue between belongs to that one ("in October they notified ... 200 held
    since January"); then one in the claim's own clauses comes first.
    """
    sentence, (start, end), cue = link.sentence, link.span, link.cue_span
    clauses = range(sentence.clause_of(start), sentence.clause_of(end - 1) + 1)
    cues = page.words(KIND, sentence.start, sentence.end)

    def away(time: Time) -> tuple[int, bool, int, int]:
        gap = (cue[1], time.start) if time.start >= cue[1] else (time.end, cue[0])
        between = sum(gap[0] <= other.start and other.end <= gap[1] for other in cues)
        outside = sentence.clause_of(time.start) not in clauses
        apart = max(gap[1] - gap[0], 0)
        # With another cue between, the outermost time is that of the outer verb: "this month they
        # gave notice of the 200 held since January".
        return between, outside and not between, -apart if between else apart, time.start

    return min(times, key=away, default=None)


def _period(page: Page, time: Time) -> Period:
    return Period(
        first_day=time.first,
        last_day=time.last,
        precision=time.precision,
        printed=page.report.text[time.start : time.end],
        passage=page.report.passage(time.start, time.end),
        anchor=(time.counted_from or _anchor(page)) if time.anchored else None,
    )


def _anchor(page: Page) -> date | None:
    return page.report.published.last_day if page.report.published else None


def _by_default(page: Page, spoken: Sequence[Time], stock: bool) -> When:
    said = [t for t in spoken if t.resolved]
    if said and stock:
        return When(period=_period(page, said[0]), since=None, rule="time:day_it_was_said")
    published = page.report.published
    if published is None:
        return When(period=None, since=None, rule="time:none")
    first = published.first_day if stock else None
    return When(
        period=Period(
            first_day=first,
            last_day=published.last_day,
            precision=published.precision if stock else Precision.OPEN,
            anchor=published.last_day,
        ),
        since=None,
        rule="time:published",
    )
