"""A language pack: what one language needs to be read, as data.

The engine is one; the files in `packs/` differ.  A pack holds the words; the situation's words
(kinds, subjects, speakers, reasons) are the codebook's.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any

from tumen.errors import ReadingError
from tumen.reading.speech import Speech, speech_of
from tumen.records import HopType, Modality

LANGUAGES = ("en", "ko", "ja", "zh")


@dataclass(frozen=True, slots=True, kw_only=True)
class Approximator:
    """A word that makes a number vaguer, and how: see `numbers.widen`."""

    text: str
    effect: str  # about, more_than, at_least, less_than, at_most, nearly, odd, most_of
    after: bool  # stands after the number


@dataclass(frozen=True, slots=True, kw_only=True)
class SayRule:
    """How words of saying stand to their speaker.

    `form`: "verb" (the speaker is the subject), "of" (the speaker follows: "according to X"), "via" (the same, for who
    passes on another's words: "cited by X"),
    "by" (the speaker precedes: Xによると), "from" (the same, and what is said stands before it:
    X의 설명이다), "cite" and "quote" (as these two, for one whom another
    speaker cites: "citing X", X를 인용해), "hearsay" (no speaker: it is said), "none" (words that only look like
    these: "asked not to be named").
    """

    form: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mood:
    """How a language says, before or after a verb, that its act is no fact; see `mood`."""

    supposed: tuple[re.Pattern[str] | None, re.Pattern[str] | None]  # if they are sent back
    unreal: tuple[re.Pattern[str] | None, re.Pattern[str] | None]  # urged to, did not
    negated: tuple[re.Pattern[str] | None, re.Pattern[str] | None]  # were not sent back
    fact: re.Pattern[str] | None  # after a verb that describes people: 被捕的13人
    soon: re.Pattern[str]  # what puts a state into the future: will, 곧, 近く
    # How a clause opens that goes on with the one before it (再, 並), and what makes that one
    # tell of what is to come (會, 可能).
    going_on: tuple[re.Pattern[str] | None, re.Pattern[str] | None]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pack:
    """One language as data.  There is one of each: compared, and hashed, by identity."""

    language: str
    spaced: bool
    letters: bool  # a word ends where its letters do; one says half as much as a syllable
    object_first: bool  # the people stand before the verb that concerns them
    abbreviations: frozenset[str]
    clause_break: re.Pattern[str]
    aside: re.Pattern[str]  # how a clause about a subject opens before its verb: "among them"
    resumes: re.Pattern[str]  # how the verb after it does: "were"
    vague_words: Mapping[str, tuple[int, int | None]]
    approximators: tuple[Approximator, ...]
    approximator_gap: re.Pattern[str]  # little words between an approximator and its number
    no_approximator: re.Pattern[str]  # before "over": hand over, take over
    after_approximator: re.Pattern[str]  # what goes on a word that only looks like one: 強制 of 強
    compared: re.Pattern[str]  # before a number that another is compared with: last year's
    bounds_join: re.Pattern[str]  # all between a least and a most that are of one figure
    range_joins: tuple[str, ...]
    counters: tuple[str, ...]
    person_nouns: tuple[str, ...]
    units: Mapping[str, str]  # what follows a number that is no figure of people -> reason
    before_units: Mapping[str, str]
    between: re.Pattern[str]  # what may stand between a number and its noun
    say: tuple[SayRule, ...]
    speaker_nouns: Mapping[str, HopType]
    speech: Speech  # how words of saying and their speakers stand together
    pronouns: Mapping[str, str]  # pronoun or "the source" -> what it may stand for
    trailing: re.Pattern[str]  # what a quotation should not end with
    subclause: re.Pattern[str]  # words that begin a clause about a noun: who, which
    inverts: bool  # the subject may follow the verb: ", said Song"
    speech_time: re.Pattern[str]  # all that may stand between words of saying and their day
    place_marks: Mapping[str, tuple[re.Pattern[str] | None, re.Pattern[str] | None]]
    places_again: Mapping[frozenset[str], re.Pattern[str]]  # types of place: "in the province"
    modality: Mapping[Modality, tuple[str, ...]]
    mood: Mood
    anaphors: tuple[str, ...]
    sizes: Mapping[str, int]  # of those that mean so many: "the pair"
    shares: Mapping[str, re.Pattern[str]]  # a share of people named before: "most of them"
    definite_before: re.Pattern[str]  # what before a number says: the ones just named
    definite_after: re.Pattern[str]
    headline_words: tuple[str, ...]
    anniversary: re.Pattern[str]  # what right after a number makes it the count of a jubilee
    passive: re.Pattern[str]  # what stands before a verb whose people are its subject
    carries_on: re.Pattern[str]  # all between two verbs of one subject: "were caught ... and sent"
    relative: re.Pattern[str]  # all that may stand between a cue and the noun it describes
    counting: re.Pattern[str]  # words that announce a number of people: "the number held"
    difference_before: re.Pattern[str]  # what makes a number one of more or fewer: 少37人
    difference_after: re.Pattern[str]  # "40 more than in"
    former_before: re.Pattern[str]  # what makes a number one that has changed: "rose from"
    former_after: re.Pattern[str]  # 20人から200人に増えた
    verb_break: re.Pattern[str]  # a verb that closes a clause before the last one: 越えようとし、
    counted_before: re.Pattern[
        str
    ]  # all between a noun and a number that counts it without a counter
    list_join: re.Pattern[str]  # all between two places of one list
    coordinates: re.Pattern[str]  # what joins two counts that may be added: and, 과, と, 和
    part_of: re.Pattern[str]  # what makes one count a part of, or no companion to, the other
    ones: re.Pattern[str]  # single people listed right before a count: "her son and four others"
    one: re.Pattern[str]  # each of them
    alone: re.Pattern[str]  # a subject that is one person: "he was", never a group
    announced: re.Pattern[str]  # all that may stand between a number of people and its verb
    others: re.Pattern[str]  # a noun that only says: more of them
    tally_before: re.Pattern[str]  # what makes a sentence say only how many there are
    tally_after: re.Pattern[str]
    base_before: re.Pattern[str]  # what makes a count the whole that a part is taken from
    base_after: re.Pattern[str]
    nobody: re.Pattern[str]  # after "one": not one
    came_out: re.Pattern[str]  # after a day on which something became known: 22일 알려졌다
    dateline: re.Pattern[str]  # what follows the day that opens a text: "(AFP) - ", 電
    said_in: re.Pattern[str]  # before the day of a paper or a meeting: "a statement on"
    came_before: re.Pattern[str]  # what beside a place says that people came from there themselves
    came_after: re.Pattern[str]
    whole_first: bool  # of a ratio: 3人に1人, and "one in three"
    ratio_before: re.Pattern[str]  # what a ratio stands behind: 每
    ratio_join: re.Pattern[str]  # all between its two numbers: "out of", 人に
    leads_to: re.Pattern[str]  # all between a verb and where it leads: "on a train to", (으)로
    in_turn: re.Pattern[str]  # what says that two lists go side by side: respectively
    part_after: re.Pattern[str]  # what right after a count makes it one: "of them"
    aged_before: re.Pattern[str]  # who a number between commas is the age of: "the boy, 12,"
    is_aged: re.Pattern[str]  # before a number that says how old somebody is: "the boy is"
    whole_words: re.Pattern[str]  # what means all people spoken of: "all of them", 모두
    rate_before: re.Pattern[str]  # what makes a count one of every year: 매년
    rate_after: re.Pattern[str]  # "1,000 a year"
    except_for: re.Pattern[str]  # what takes people out of a share: "except for"
    part_before: re.Pattern[str]  # what right before a count makes it a part of the last one
    own_people: re.Pattern[str]  # a country's people at large: "of its people"
    not_before: re.Pattern[str]  # what right before a number says: not so many
    not_after: re.Pattern[str]
    but_before: re.Pattern[str]  # what makes a number an exception: "all but 20"
    but_after: re.Pattern[str]
    fiction: re.Pattern[str]  # what makes a sentence tell a story that somebody made up: film
    same_again: re.Pattern[str]  # after a count: what befell those before it: "40 followed"
    list_next: re.Pattern[str]  # all between two counts that share a noun: "180, 40 and 95"
    of_persons: re.Pattern[str]  # after a count: it counts persons, whatever else: "of us"
    singles: re.Pattern[str]  # persons listed one by one as a subject: "a mother and her daughter"
    single: re.Pattern[str]  # each of them
    correction: re.Pattern[str]  # what makes a sentence one that corrects the publisher itself
    withdrawn_before: re.Pattern[str]  # before a number that it takes back: "an earlier version"
    withdrawn_after: re.Pattern[str]
    corrected: re.Pattern[str]  # what comes between it and the number that is right
    corrected_after: re.Pattern[str]  # after the number that is right: 으로 바로잡습니다
    another_group: re.Pattern[str]  # before a verb: others than those just told: "the next batch"
    question: re.Pattern[str]  # the end of a sentence that asks
    tells: re.Pattern[str]  # what a verb begins with that tells, and does not describe: were
    still: re.Pattern[str]  # what says that a state holds as the report speaks: still, 아직
    elided_before: re.Pattern[str]  # what makes a bare number some of the people above
    elided_strong: re.Pattern[str]
    elided: re.Pattern[str]  # what may follow a number whose noun was said just before


@cache
def load_pack(language: str) -> Pack:
    """Return the pack of *language* (en, ko, ja or zh)."""
    if language not in LANGUAGES:
        raise ReadingError(
            f"There is no language pack for {language!r}. Reports can be read in "
            f"{', '.join(LANGUAGES)}; give the language with --language."
        )
    path = files("tumen.reading") / "packs" / f"{language}.toml"
    return _pack(tomllib.loads(path.read_text(encoding="utf-8")))


def is_readable(tag: str) -> bool:
    """Tell whether there is a pack for the language of a BCP 47 tag."""
    return pack_language(tag) in LANGUAGES


def pack_language(tag: str) -> str:
    """Return the pack for a BCP 47 tag: zh-Hant, zh-TW and zh share one."""
    return tag.split("-", 1)[0].split("_", 1)[0].lower()


# The fields of a pack that are one pattern each, as their annotations say.
_PATTERNS = tuple(one.name for one in fields(Pack) if one.type == "re.Pattern[str]")


def _pack(raw: Mapping[str, Any]) -> Pack:
    patterns = {name: re.compile(raw[name]) for name in _PATTERNS}
    return Pack(
        **patterns,
        language=raw["language"],
        spaced=raw["spaced"],
        letters=raw["letters"],
        object_first=raw["object_first"],
        whole_first=raw["whole_first"],
        abbreviations=frozenset(raw["abbreviations"]),
        vague_words={
            word: (ends[0], None if ends[1] == "inf" else ends[1])
            for word, ends in raw["vague_words"].items()
        },
        approximators=_approximators(raw["approximators"]),
        range_joins=tuple(raw["range_joins"]),
        counters=tuple(raw["counters"]),
        person_nouns=tuple(raw["person_nouns"]),
        units=_reversed(raw["units"]),
        before_units=_reversed(raw["before_units"]),
        say=(
            *(SayRule(form=form, words=tuple(words)) for form, words in raw["say"].items()),
            *(_family(family) for family in raw.get("say_family", ())),
        ),
        speaker_nouns={
            word: HopType(kind) for kind, words in raw["speaker_nouns"].items() for word in words
        },
        speech=speech_of(raw),
        pronouns=dict(raw["pronouns"]),
        inverts=raw["inverts"],
        place_marks={
            role: (_optional(marks.get("before")), _optional(marks.get("after")))
            for role, marks in raw["place_marks"].items()
        },
        places_again={
            frozenset(types.split()): re.compile(pattern)
            for types, pattern in raw["places_again"].items()
        },
        modality={Modality(name): tuple(words) for name, words in raw["modality"].items()},
        mood=_mood(raw["mood"]),
        anaphors=tuple(raw["anaphors"]),
        sizes=dict(raw["sizes"]),
        shares={effect: re.compile(pattern) for effect, pattern in raw["shares"].items()},
        headline_words=tuple(raw["headline_words"]),
    )


def _family(raw: Mapping[str, Any]) -> SayRule:
    """Return a family of verbs: each stem with each ending."""
    words = dict.fromkeys(stem + ending for stem in raw["stems"] for ending in raw["endings"])
    return SayRule(form=raw["form"], words=tuple(words))


def _approximators(raw: Mapping[str, Mapping[str, list[str]]]) -> tuple[Approximator, ...]:
    return tuple(
        Approximator(text=word, effect=effect, after=where == "after")
        for where, effects in raw.items()
        for effect, words in effects.items()
        for word in words
    )


def _mood(raw: Mapping[str, Mapping[str, str]]) -> Mood:
    supposed, unreal, negated = (
        (_optional(raw[name].get("before")), _optional(raw[name].get("after")))
        for name in ("supposed", "unreal", "negated")
    )
    return Mood(
        supposed=supposed,
        unreal=unreal,
        negated=negated,
        fact=_optional(raw.get("fact", {}).get("after")),
        soon=re.compile(raw["soon"]["words"]),
        going_on=(
            _optional(raw.get("going_on", {}).get("opens")),
            _optional(raw.get("going_on", {}).get("ahead")),
        ),
    )


def _optional(pattern: str | None) -> re.Pattern[str] | None:
    return re.compile(pattern) if pattern else None


def _reversed(raw: Mapping[str, list[str]]) -> Mapping[str, str]:
    return {word: reason for reason, words in raw.items() for word in words}
