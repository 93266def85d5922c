"""Tell which numbers count people, and whom; set the others aside with the reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tumen.reading.lexicon import Hit
from tumen.reading.listing import listed_singly, shares_noun_with
from tumen.reading.no_counts import is_cut, unit_after
from tumen.reading.no_people import NUMBER_LONG, RELATIVE, counters, no_people, nouns_in, things
from tumen.reading.numbers import Number, share_after, widen
from tumen.reading.page import Page
from tumen.reading.stretch import starts_before
from tumen.reading.vocabulary import (
    ANAPHOR,
    KIND,
    SUBJECT,
)
from tumen.records import Figure, SetAside, Unread

# Between a number and its noun stand at most a few describing words.
_NOUN_REACH = 60
_CONTEXT = 240
_ABOVE = 900  # people that "the remaining seven" may be of stand so far above
_ANNOUNCED = 48  # from a number to the end of the verb that says it counts people
_CUE_LONG = 40
_MARKS, _SUBJECT, _OBJECT = " ,約약の은는は", "が이가", "を을를"  # between a noun and its count
_MANY = 20  # people that are counted without a counter, where a language has them
_ALL_PEOPLE = 10**10
_YEARS = range(1900, 2101)
_BESIDE_YEAR = 22  # characters of a noun right behind a number that looks like a year
ELIDED, SHARE = "people:elided_noun", "people:share"
REST = "rest"  # the effect of words for those who are left over


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """People mentioned at `text[start:end]`: counted, or meant again by a word like "them"."""

    start: int
    end: int
    number: Number | None
    subject: str  # "" when the words do not say
    rule: str
    whole: Number | None = None  # what a share is of: the 2,000 in "most of the 2,000"
    share: str = ""  # the effect of "most of" on the people meant again
    breaks_down: int | None = None  # where the count starts that this one is only a sort of
    adds_up_to: int | None = None  # where the count starts that this one and others add up to

    @property
    def counted(self) -> bool:
        """Tell whether a number stands here."""
        return self.number is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """The people of a page, and the numbers that count something else or are not understood."""

    mentions: tuple[Mention, ...]
    set_aside: tuple[SetAside, ...]
    unread: tuple[Unread, ...]


def find_people(page: Page) -> People:
    """Sort every number of a page: people, set aside by name, or unread.

    Persons who are listed one by one are counted as well, though no number stands there.
    """
    mentions: list[Mention] = []
    aside: list[SetAside] = []
    unread: list[Unread] = []
    for number in page.numbers:
        reason = no_people(page, number)
        mention = None if reason else _counted(page, number, mentions)
        if mention is not None and (_uncountable(number) or is_cut(page, number)):
            mention = None
        sure = reason or (mention is not None and mention.rule != ELIDED)
        if not sure and things(page.pack).match(page.folded, number.end):
            mention, reason = None, "things"  # "the two Chinese provinces"
        if reason:
            aside.append(SetAside(passage=page.report.passage(*_printed(number)), reason=reason))
        elif mention:
            mentions.append(mention)
        else:
            unread.append(
                Unread(
                    passage=page.report.passage(*_printed(number)),
                    reason=_why_unread(page, number),
                )
            )
    mentions += _listed(page)
    counted = tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end)))
    meant = tuple(_meant(page, counted))
    ordered = sorted([*counted, *meant], key=lambda mention: (mention.start, mention.end))
    return People(mentions=tuple(ordered), set_aside=tuple(aside), unread=tuple(unread))


def _why_unread(page: Page, number: Number) -> str:
    if is_cut(page, number) or (number.low is None and number.high is None and _short(number)):
        return "digits that may be one number, several, or a part of one"
    if _uncountable(number):
        return "below zero, or more than there are people"
    return "no word nearby says what it counts"


def _short(number: Number) -> bool:
    return number.core[1] - number.core[0] < NUMBER_LONG


def _uncountable(number: Number) -> bool:
    """Tell whether a number counts no people: below zero, too many digits, more than there are."""
    ends = [end for end in (number.low, number.high) if end is not None]
    return not ends or min(ends) < 0 or max(ends) > _ALL_PEOPLE


def figure_of(mention: Mention, text: str) -> Figure | None:
    """Return the figure of a counted mention, in whole people."""
    number = mention.number
    if number is None:
        return None
    return Figure(
        low=None if number.low is None else int(number.low),
        high=None if number.high is None else int(number.high),
        approximate=number.approximate,
        wording=number.wording,
        printed=text[number.start : number.end],
    )


def _printed(number: Number) -> tuple[int, int]:
    return number.start, number.end


# --- numbers that count people ----------------------------------------------------------


def _counted(page: Page, number: Number, earlier: list[Mention]) -> Mention | None:
    """Return the mention a number makes with its noun, counter, or the noun said just before."""
    noun = _noun_after(page, number)
    if noun:
        return _shared(page, _mention(page, number, noun, "people:noun_after"))
    if page.pack.counters:
        counted = _counter(page, number) or _uncountered(page, number)
        if counted is not None:
            return _shared(page, counted)
    last = shares_noun_with(page, number)
    noun = _noun_after(page, last) if last else None
    if noun:
        return Mention(
            start=number.start,
            end=number.end,
            number=number,
            subject=noun.key if noun.entry.role == SUBJECT else "",
            rule="people:noun_of_list",
        )
    return _elided(page, number, earlier)


def _listed(page: Page) -> Iterable[Mention]:
    for one in listed_singly(page):
        number = Number(
            start=one.start,
            end=one.end,
            core=(one.start, one.end),
            value=one.count,
            low=one.count,
            high=one.count,
            spelt=True,
        )
        yield Mention(start=one.start, end=one.end, number=number, subject="", rule="people:listed")


def _mention(page: Page, number: Number, noun: Hit, rule: str) -> Mention:
    subject = noun.key if noun.entry.role == SUBJECT else ""
    return Mention(
        start=min(number.start, noun.start),
        end=max(number.end, noun.end),
        number=number,
        subject=subject,
        rule=rule,
    )


def _shared(page: Page, mention: Mention) -> Mention:
    """Read "2,000 defectors, most of them", 탈북민 대부분: a share said after the noun."""
    found = share_after(page.folded, mention.end, page.pack)
    if found is None or mention.number is None:
        return mention
    end, effect, wording = found
    number = mention.number
    return replace(mention, end=end, number=widen(number, effect, wording), whole=number)


def _noun_after(page: Page, number: Number) -> Hit | None:
    limit = min(number.end + _NOUN_REACH, page.sentence_at(number.start).end)
    year = number.value in _YEARS and not number.wording and "," not in _print(page, number)
    if year and page.pack.spaced:
        limit = min(limit, number.end + _BESIDE_YEAR)  # "an accord of 2016 Russia sends people"
    for noun in nouns_in(page, number.end, limit):
        if page.pack.between.fullmatch(page.folded, number.end, noun.start):
            return noun
    return None


def _print(page: Page, number: Number) -> str:
    return page.folded[slice(*number.core)]


def _counter(page: Page, number: Number) -> Mention | None:
    """Read 200여 명, 5人, 三名: a counter of people right after, the noun before it if any."""
    match = counters(page.pack).match(page.folded, number.core[1])
    if match is None:
        return None
    end = max(match.end(), number.end)
    noun = _noun_before(page, number.start, end)
    after = [
        n
        for n in nouns_in(page, end, end + RELATIVE)
        if page.pack.between.fullmatch(page.folded, end, n.start)
    ]
    if after and not noun:
        noun = after[0]
    return Mention(
        start=min(number.start, noun.start) if noun else number.start,
        end=max(end, noun.end) if noun else end,
        number=number,
        subject=noun.key if noun and noun.entry.role == SUBJECT else "",
        rule="people:counter",
    )


def _uncountered(page: Page, number: Number) -> Mention | None:
    """Read 朝鲜人少则一万、多则三十万, 脱北者は約2万: a number right behind its noun, without a counter."""
    if (number.high or number.low or 0) < _MANY or unit_after(page.pack).match(
        page.folded, number.core[1]
    ):
        return None
    nouns = [
        noun
        for noun in nouns_in(page, max(0, number.start - RELATIVE), number.start)
        if noun.entry.role == SUBJECT
        and page.pack.counted_before.fullmatch(page.folded, noun.end, number.start)
    ]
    return _mention(page, number, nouns[-1], "people:noun_before") if nouns else None


def _noun_before(page: Page, start: int, end: int) -> Hit | None:
    """Return the noun right before a number: 탈북민 200명, 脱北者5人, 女性が128人.

    A subject is none where the count is its object: 警官が5人を.
    """
    marks = _MARKS if page.folded[end : end + 1] in _OBJECT else _MARKS + _SUBJECT
    nouns = [
        n
        for n in nouns_in(page, max(0, start - 16), start)
        if not page.folded[n.end : start].strip(marks)
    ]
    return max(nouns, key=lambda n: (n.end, n.end - n.start, n.entry.role == SUBJECT), default=None)


def _elided(page: Page, number: Number, earlier: list[Mention]) -> Mention | None:
    """Read "20 defectors in Qingdao and nine in Kunming": the noun stands with another number."""
    if number.low is None and number.high is None:
        return None
    if number.low == number.high and number.low in _YEARS and not number.wording:
        return None
    last = earlier[-1] if earlier else None
    if not (
        _announced(page, number)
        or _after_its_cue(page, number)
        or _short_for_people(page, number, last)
    ):
        return None
    return Mention(
        start=number.start,
        end=number.end,
        number=number,
        subject=last.subject if last else "",
        rule=ELIDED,
    )


def _short_for_people(page: Page, number: Number, last: Mention | None) -> bool:
    """Tell whether a bare number stands for people spoken of nearby.

    What follows must be a verb or an end.  "A group of five", "the remaining seven" and "three of
    them" say it by themselves, and the people may have been named further above.
    """
    pack = page.pack
    if pack.of_persons.match(page.folded, number.end):
        return True  # "32 of us"
    again = pack.same_again.match(page.folded, number.end)
    if not again and not pack.elided.match(page.folded, number.end):
        return False
    if _people_nearby(page, number, last):
        return True
    before = page.folded[max(number.start - 24, 0) : number.start]
    strong = pack.elided_strong.match(page.folded, number.end)
    if strong and nouns_in(page, number.end, number.end + _NOUN_REACH):
        return True  # "seven of the 12 defectors"
    said = strong or pack.elided_before.search(before)
    return bool(said) and last is not None and number.start - last.start <= _ABOVE


def _announced(page: Page, number: Number) -> bool:
    """Tell whether a verb of a kind that counts people follows: "1,000 were arrested"."""
    cues = page.words(KIND, number.end, number.end + _ANNOUNCED)
    return any(
        page.codebook.kinds[cue.key].measure
        and page.pack.announced.fullmatch(page.folded, number.end, cue.start)
        for cue in cues
    )


def _after_its_cue(page: Page, number: Number) -> bool:
    """Tell whether a cue that wants people after it stands right before a number: "holds 130"."""
    if not page.pack.elided.match(page.folded, number.end):
        return False
    cues = page.words(KIND, max(number.start - _CUE_LONG, 0), number.start)
    return any(
        cue.entry.cue is not None
        and cue.entry.cue.side == "after"
        and not page.folded[cue.end : number.start].strip()
        for cue in cues
    )


def _people_nearby(page: Page, number: Number, last: Mention | None) -> bool:
    """Tell whether people are spoken of in the sentence of a number or the one before."""
    here = page.sentence_at(number.start)
    start = page.sentence_at(max(here.start - 2, 0)).start if here.start else 0
    if last is not None and last.start >= start:
        return True
    near = max(number.start - _CONTEXT, 0)  # a bound, so that endless lists cost no more each
    if page.pack.counting.search(page.folded, max(here.start, near), number.start):
        return True
    return bool(page.words(SUBJECT, max(start, near), number.start))


# --- people meant again -----------------------------------------------------------------


def _meant(page: Page, counted: tuple[Mention, ...]) -> Iterable[Mention]:
    """Yield the words that mean people mentioned before: "them", "the defectors", 이들, 全員."""
    shares = [
        Mention(
            start=found.start(),
            end=found.end(),
            number=None,
            subject="",
            rule=SHARE,
            share=effect,
        )
        for effect, pattern in page.pack.shares.items()
        for found in pattern.finditer(page.folded)
    ]
    words = [
        Mention(start=hit.start, end=hit.end, number=None, subject="", rule="people:anaphor")
        for hit in page.hits.get(ANAPHOR, ())
    ]
    taken = 0
    ordered = sorted((*counted, *shares, *words), key=lambda m: (m.start, not m.counted, m.rule))
    for mention in ordered:
        if not mention.counted and mention.start >= taken and not _inside_next(mention, counted):
            yield mention
        taken = max(taken, mention.end)


def _inside_next(mention: Mention, counted: tuple[Mention, ...]) -> bool:
    """Tell whether a counted mention starts within *mention*: it has the words."""
    at = starts_before(counted, mention.end)
    return at > 0 and counted[at - 1].start > mention.start
