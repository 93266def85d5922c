"""Tell which numbers count people, and whom; set the others aside with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from tumen.reading.lexicon import Hit
from tumen.reading.no_counts import any_of, is_cut, label_before, no_words, unit_after
from tumen.reading.numbers import Number, is_former, share_after, widen
from tumen.reading.pack import Pack
from tumen.reading.page import Page
from tumen.reading.stretch import starts_before, within
from tumen.reading.vocabulary import (
    ANAPHOR,
    KIND,
    PERSON,
    PLACE,
    SAY,
    SPEAKER,
    SPEAKER_NOUN,
    SUBJECT,
)
from tumen.records import Figure, SetAside, Unread

# Between a number and its noun stand at most a few describing words.
_NOUN_REACH = 60
_CONTEXT = 240
_RELATIVE = 40  # characters from a counter to the end of its noun: 三名企图越境的脱北者
_RULED_OUT = 24  # words before a number that rule it out: "all but"
_DATED = 36  # characters from a number to its day
_ABOVE = 900  # people that "the remaining seven" may be of stand so far above
_FEW, _NOUN_LONG = 9, 12  # speakers that are counted one by one, characters of their noun
_SPEAKING = 28  # from a count of one speaker to its verb
_NUMBER_LONG = 16  # characters of a telephone number before or after one of its parts
_PHONE = re.compile(r"(?<![\d-])\+?\d{1,4}-\d{3,4}-\d{4}(?![\d-])")  # 02-555-1234
_ENDS = frozenset('.,;"')
_AGE_LONG, _AGE_CONTEXT = 2, 24
_NAMED = re.compile(r"\b[A-Z][a-z]+(?:-[a-z]+)?, $")  # of a person; places take no number
_OF_THEM = re.compile(
    r"\s?[人名명]\s?(?:の(?!話|証言|証し|うち)|を|に(?!よ)|から|で|을|를|에게|의 (?!말|증언))"
)
_PHRASE = re.compile(r"[,.;:。、，]")
_IN_BRACKET = re.compile(r"[^()]*\)")
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
    """Sort every number of a page: people, set aside by name, or unread."""
    mentions: list[Mention] = []
    aside: list[SetAside] = []
    unread: list[Unread] = []
    for number in page.numbers:
        reason = _no_people(page, number)
        mention = None if reason else _counted(page, number, mentions)
        if (
            mention is not None
            and mention.rule == ELIDED
            and _things(page.pack).match(page.folded, number.end)
        ):
            mention, reason = None, "things"  # "the two Chinese provinces"
        if mention is not None and (_uncountable(number) or is_cut(page, number)):
            mention = None
        if mention is None and not reason and _things(page.pack).match(page.folded, number.end):
            reason = "things"
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
    counted = tuple(mentions)
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
    return number.core[1] - number.core[0] < _NUMBER_LONG


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


# --- numbers that count no people -------------------------------------------------------


def _no_people(page: Page, number: Number) -> str:
    """Return why a number is no figure of people, or ""."""
    start, end = number.core
    if reason := no_words(page, number):
        return "date" if reason == "fraction" and page.dated(start, end) else reason
    if page.dated(start, end):
        return "date"
    if set_off := _set_off(page, start, end):
        return set_off
    if any(page.inside(role, start, end) for role in (SPEAKER, PLACE)) and not any(
        page.folded[end : noun.start].strip() == "" for noun in _nouns(page, end, end + _RELATIVE)
    ):
        return "name"  # "38 North", but not "38 North Koreans"
    if reason := _counted_out(page, number) or (
        _just_one(page, number) if number.value == 1 else _speakers(page, number)
    ):
        return reason
    if any(start < phone.end() and phone.start() < end for phone in _phones(page, start, end)):
        return "phone"
    after = unit_after(page.pack).match(page.folded, end)
    if after and not _counts_people(page, after):
        return page.pack.units[after.group("unit")]
    if reason := label_before(page, start):
        return reason
    fraction = isinstance(number.low, float) or isinstance(number.high, float)
    return "fraction" if fraction else ""


def _just_one(page: Page, number: Number) -> str:
    """Return why a "one" counts nobody: 一名商人透露, 一人も, "one of the ..."; or ""."""
    end = number.core[1]
    if _speaks(page, end):
        return "speaker"
    if page.pack.nobody.match(page.folded, end):
        return "idiom"
    return "one_of_many" if number.spelt and page.folded.startswith(" of ", end) else ""


def _speakers(page: Page, number: Number) -> str:
    """Return "speaker" for a few of those who speak, counted after their noun: 관계자 두 명이 밝혔다."""
    if number.value is None or not 1 < number.value <= _FEW or number.wording:
        return ""
    nouns = page.words(SPEAKER_NOUN, max(number.start - _NOUN_LONG, 0), number.start)
    counted = any(not page.folded[n.end : number.start].strip() for n in nouns)
    end = number.core[1]
    if not counted or _OF_THEM.match(page.folded, end):
        return ""  # 脱北者8人の身柄を引き渡すよう求めた
    return "speaker" if _speaks(page, end) else ""


def _counted_out(page: Page, number: Number) -> str:
    """Return why a number counts nobody told of: "not 200", "all but 20", "40 more than", or ""."""
    pack, folded = page.pack, page.folded
    start, end = number.core
    first = max(0, min(start, number.start) - _RULED_OUT)
    if pack.not_before.search(folded, first, number.start) or pack.not_after.match(folded, end):
        return "negated"
    if pack.but_before.search(folded, first, number.start) or pack.but_after.match(folded, end):
        return "exception"
    less = pack.difference_before.search(folded, first, number.start)
    if less or pack.difference_after.match(folded, end):
        return "difference"
    dated = within(page.times, end, end + _DATED)  # "up from 34 a year before" tells of that year
    return "former" if not dated and is_former(pack, folded, (number.start, end)) else ""


def _set_off(page: Page, start: int, end: int) -> str:
    """Return what a number in brackets or between commas is, or "": "the boy, 12, lost a leg"."""
    text = page.report.text
    before = page.folded[max(start - _AGE_CONTEXT, 0) : start]
    if page.pack.is_aged.search(before) and page.folded[end : end + 1] in _ENDS:
        return "age"  # "her boy is four."
    if page.folded[start - 1 : start] + page.folded[end : end + 1] in {"()", "[]"}:
        return "bracketed"  # "Na Su-hyun (39)"
    if not (text.startswith(",", end) and end - start <= _AGE_LONG and text[start:end].isdigit()):
        return ""
    context = max(start - _AGE_CONTEXT, 0)
    of_one = page.pack.aged_before.search(page.folded, context, start)
    named = page.pack.inverts and _NAMED.search(text, context, start)
    return "age" if of_one or named else ""


def _speaks(page: Page, end: int) -> bool:
    """Tell whether the one person counted up to *end* is who says what follows."""
    stop = _PHRASE.search(page.folded, end, end + _SPEAKING)
    if stop and page.dated(stop.start() - 1, stop.start()):
        stop = _PHRASE.search(page.folded, stop.end(), end + _SPEAKING)  # 関係者2人が4日、明かした
    bracket = _IN_BRACKET.match(page.folded, end, end + _SPEAKING)
    last = min(
        stop.start() if stop else end + _SPEAKING, bracket.end() if bracket else end + _SPEAKING
    )
    said = page.words(SAY, end, last + 1)
    return bool(said) and not page.words(KIND, end, said[0].start)


def _phones(page: Page, start: int, end: int) -> Iterable[re.Match[str]]:
    return _PHONE.finditer(page.folded, max(0, start - _NUMBER_LONG), end + _NUMBER_LONG)


def _counts_people(page: Page, unit: re.Match[str]) -> bool:
    """Tell whether a unit is only the first part of a counter of people: 15个 of 15个人."""
    counter = _counters(page.pack).match(page.folded, unit.start()) if page.pack.counters else None
    return counter is not None and counter.end() > unit.end()


@cache
def _things(pack: Pack) -> re.Pattern[str]:
    """Match a noun of things after one or two words that describe it."""
    things = [word for word, reason in pack.units.items() if reason == "things"]
    return re.compile(
        rf"\s(?:(?!and\b|or\b|in\b|at\b|of\b|to\b|from\b)[a-z-]+\s){{1,2}}(?:{any_of(things)})\b"
    )


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
    return _elided(page, number, earlier)


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


def _nouns(page: Page, start: int, end: int) -> list[Hit]:
    hits = [*page.words(SUBJECT, start, end), *page.words(PERSON, start, end)]
    return sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.entry.role != SUBJECT))


def _noun_after(page: Page, number: Number) -> Hit | None:
    limit = min(number.end + _NOUN_REACH, page.sentence_at(number.start).end)
    year = number.value in _YEARS and not number.wording and "," not in _print(page, number)
    if year and page.pack.spaced:
        limit = min(limit, number.end + _BESIDE_YEAR)  # "an accord of 2016 Russia sends people"
    for noun in _nouns(page, number.end, limit):
        if page.pack.between.fullmatch(page.folded, number.end, noun.start):
            return noun
    return None


def _print(page: Page, number: Number) -> str:
    return page.folded[slice(*number.core)]


def _counter(page: Page, number: Number) -> Mention | None:
    """Read 200여 명, 5人, 三名: a counter of people right after, the noun before it if any."""
    match = _counters(page.pack).match(page.folded, number.core[1])
    if match is None:
        return None
    end = max(match.end(), number.end)
    noun = _noun_before(page, number.start, end)
    after = [
        n
        for n in _nouns(page, end, end + _RELATIVE)
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
        for noun in _nouns(page, max(0, number.start - _RELATIVE), number.start)
        if noun.entry.role == SUBJECT
        and page.pack.counted_before.fullmatch(page.folded, noun.end, number.start)
    ]
    return _mention(page, number, nouns[-1], "people:noun_before") if nouns else None


@cache
def _counters(pack: Pack) -> re.Pattern[str]:
    return re.compile(rf"[\s여余餘多数来來]{{0,2}}(?:{any_of(pack.counters)})")


def _noun_before(page: Page, start: int, end: int) -> Hit | None:
    """Return the noun right before a number: 탈북민 200명, 脱北者5人, 女性が128人.

    A subject is none where the count is its object: 警官が5人を.
    """
    marks = _MARKS if page.folded[end : end + 1] in _OBJECT else _MARKS + _SUBJECT
    nouns = [
        n
        for n in _nouns(page, max(0, start - 16), start)
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
    if not pack.elided.match(page.folded, number.end):
        return False
    if _people_nearby(page, number, last):
        return True
    before = page.folded[max(number.start - 24, 0) : number.start]
    strong = pack.elided_strong.match(page.folded, number.end)
    if strong and _nouns(page, number.end, number.end + _NOUN_REACH):
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
