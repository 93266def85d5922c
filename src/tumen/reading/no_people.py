"""Tell why a number counts nobody told of: a date, an age, a speaker, what a count was before."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from tumen.reading.lexicon import Hit
from tumen.reading.no_counts import any_of, label_before, no_words, unit_after
from tumen.reading.numbers import Number, is_former
from tumen.reading.pack import Pack
from tumen.reading.page import Page
from tumen.reading.stretch import within
from tumen.reading.vocabulary import KIND, PERSON, PLACE, SAY, SPEAKER, SPEAKER_NOUN, SUBJECT

RELATIVE = 40  # characters from a counter to the end of its noun: 三名企图越境的脱北者
_RULED_OUT = 24  # words before a number that rule it out: "all but"
_DATED = 36  # characters from a number to its day
# Who is never among those told of: a witness may be.
_TELLERS = frozenset({"ngo", "state", "anonymous", "un", "researcher", "media"})
_FEW, _NOUN_LONG = 9, 12  # speakers that are counted one by one, characters of their noun
_SPEAKING = 28  # from a count of one speaker to its verb
NUMBER_LONG = 16  # characters of a telephone number before or after one of its parts
_PHONE = re.compile(r"(?<![\d-])\+?\d{1,4}-\d{3,4}-\d{4}(?![\d-])")  # 02-555-1234
_ENDS = frozenset('.,;"')
_AGE_LONG, _AGE_CONTEXT = 2, 24
_NAMED = re.compile(r"\b[A-Z][a-z]+(?:-[a-z]+)?, $")  # of a person; places take no number
_OF_THEM = re.compile(
    r"\s?[人名명]\s?(?:の(?!話|証言|証し|うち)|を|に(?!よ)|から|で|을|를|에게|의 (?!말|증언))"
)
_PHRASE = re.compile(r"[,.;:。、，]")
_IN_BRACKET = re.compile(r"[^()]*\)")


def no_people(page: Page, number: Number) -> str:
    """Return why a number is no figure of people, or ""."""
    start, end = number.core
    if reason := no_words(page, number):
        return "date" if reason == "fraction" and page.dated(start, end) else reason
    if page.dated(start, end):
        return "date"
    if set_off := _set_off(page, start, end):
        return set_off
    if any(page.inside(role, start, end) for role in (SPEAKER, PLACE)) and not any(
        page.folded[end : noun.start].strip() == "" for noun in nouns_in(page, end, end + RELATIVE)
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
    """Return "speaker" for a few of those who speak: 관계자 두 명이 밝혔다, "two pastors in Seoul said"."""
    if number.value is None or not 1 < number.value <= _FEW or number.wording:
        return ""
    speakers = page.words(SPEAKER_NOUN, max(number.start - _NOUN_LONG, 0), number.start)
    counted = any(not page.folded[n.end : number.start].strip() for n in speakers)
    end = number.core[1]
    following = page.words(SPEAKER_NOUN, end, end + _NOUN_LONG)
    if any(n.key in _TELLERS and not page.folded[end : n.start].strip() for n in following):
        return "speaker" if _speaks(page, end) else ""
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
    return _PHONE.finditer(page.folded, max(0, start - NUMBER_LONG), end + NUMBER_LONG)


def _counts_people(page: Page, unit: re.Match[str]) -> bool:
    """Tell whether a unit is only the first part of a counter of people: 15个 of 15个人."""
    counter = counters(page.pack).match(page.folded, unit.start()) if page.pack.counters else None
    return counter is not None and counter.end() > unit.end()


@cache
def things(pack: Pack) -> re.Pattern[str]:
    """Match a noun of things after one or two words that describe it."""
    things = [word for word, reason in pack.units.items() if reason == "things"]
    return re.compile(
        rf"\s(?:(?!and\b|or\b|in\b|at\b|of\b|to\b|from\b)[a-z-]+\s){{1,2}}(?:{any_of(things)})\b"
    )


def nouns_in(page: Page, start: int, end: int) -> list[Hit]:
    """Return the nouns for people within a stretch, those of the situation first where two fit."""
    hits = [*page.words(SUBJECT, start, end), *page.words(PERSON, start, end)]
    return sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.entry.role != SUBJECT))


@cache
def counters(pack: Pack) -> re.Pattern[str]:
    """Match a counter of people right after a number: 명, 人, 个人."""
    return re.compile(rf"[\s여余餘多数来來]{{0,2}}(?:{any_of(pack.counters)})")
