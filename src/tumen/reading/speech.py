"""How a language puts words of saying and their speakers together, as patterns of its pack."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Speech:
    """The grammar of attribution of one language; `(?!)` where it has no such thing."""

    speaker_stop: re.Pattern[str]  # where a speaker's noun phrase cannot go on, to the left
    speaker_tail: re.Pattern[str]  # all that may stand between a speaker and its verb
    subject_mark: re.Pattern[str]  # what marks a noun as subject, right after it
    topic_mark: re.Pattern[str]  # what marks the topic of a whole sentence
    listener_mark: re.Pattern[str]  # what marks the outlet that was told, right after it
    phrase_start: re.Pattern[str]  # its group 1 begins a noun phrase: an article not after "of"
    phrase_end: re.Pattern[str]  # where a noun phrase ends, to the right
    whole_text: re.Pattern[str]  # nouns for an article that a whole text goes back to
    passed_on: re.Pattern[str]  # between "according to" and who told: "data received from"
    listener_before: re.Pattern[str]  # what marks who was told, right before it: 对
    adverbs: re.Pattern[str]  # adverbs and auxiliaries right before a verb of saying
    no_verb: re.Pattern[str]  # what stands before a word that is no verb of saying: "to say"
    acts: re.Pattern[str]  # a word of saying that is an act by what follows: "found 175 people"
    noun_before: re.Pattern[str]  # what stands before a noun: "his final" report
    noun_say: tuple[str, ...]  # verbs of saying that are nouns as well: report, claims
    outlet_say: tuple[str, ...]  # verbs that any name goes with: Dawn reported
    unsure_say: tuple[str, ...]  # verbs that have other subjects than speakers: shows
    added_place: re.Pattern[str]  # what may follow a head before a comma: "officials in Dhaka,"
    headline_opening: re.Pattern[str]  # the speaker a headline begins with; group `who`
    headline_closing: re.Pattern[str]  # ... and ends with: "20 held: activist"
    own_text: re.Pattern[str]  # what names the text itself: "an earlier version of this article"
    cites_on: re.Pattern[str]  # all between a subject and its verb of citing: also, 又
    day_after_topic: re.Pattern[str]  # all between a speaker and its day: は
    label: re.Pattern[str]  # who says an item of a list: "- Daily NK: about 20"; group `who`
    additive: re.Pattern[str]  # what opens a sentence that goes on with an account: 지린성에서도
    own_count: re.Pattern[str]  # what makes a number the publisher's own reckoning
    first_topic: re.Pattern[str]  # the topic a sentence opens with, whoever it is; group `who`
    opening_theme: re.Pattern[str]  # what a sentence opens with and answers: "asked about"
    progressive: re.Pattern[str]  # what makes a gerund the verb: "are unofficially" telling
    gerunds: tuple[str, ...]  # a verb that goes on with a subject of another: "adding that"
    no_inversion: tuple[str, ...]  # verbs that no speaker follows: told
    plain_subject: re.Pattern[str]  # a subject that only its place shows; group `who`
    clause_start: re.Pattern[str]  # what stands before such a subject
    no_name: re.Pattern[str]  # words with a capital that are no names
    article: re.Pattern[str]  # what may stand between a verb and the speaker after it
    coordination: re.Pattern[str]  # before a verb that goes on with the subject of the last one
    apposition: re.Pattern[str]  # what may be added to a subject between commas
    possessive: re.Pattern[str]  # "his" report
    core_end: re.Pattern[str]  # where the head of a noun phrase is over: "a broker / in Beijing"
    person_pronoun: re.Pattern[str]  # one that stands for one person only: he, 그, 彼, 他
    thing_pronoun: re.Pattern[str]  # one that stands for no person: it
    person_noun: re.Pattern[str]  # what makes a speaker a person: a lawmaker
    body: re.Pattern[str]  # a speaker that is no person: a group, a ministry
    quotative: re.Pattern[str]  # what marks reported words before a verb: 고, と
    said_break: re.Pattern[str]  # what follows a verb that closes a part: 말했고
    phrase_before: re.Pattern[str]  # reported words before a subject: ...다고 X가
    no_speaker: re.Pattern[str]  # what "according to" may name without a speaker: the law
    short_name: re.Pattern[str]  # a name that an earlier one explains: groups `name`, `title`
    retold: re.Pattern[str]  # hearsay that somebody just quoted has told: という
    same_opens: re.Pattern[str]  # what opens words that take up a speaker again: "the", 该, 同
    pointing: re.Pattern[str]  # "according to that": what the last speaker said
    outlet_tail: re.Pattern[str]  # what makes an outlet's name of a place's: Daily, 日報
    longer_name: re.Pattern[str]  # what makes a known name a part of another: *Radio Free* Chosun
    person_name: re.Pattern[str]  # a name that a person bears
    name: re.Pattern[str] | None  # a person's name


def speech_of(raw: Mapping[str, Any]) -> Speech:
    """Return the grammar of attribution that a pack's file holds, each pattern compiled."""
    given = {name: _read(raw[name]) for name in _names() if name in raw}
    return Speech(**{"name": None, **given})


def _names() -> tuple[str, ...]:
    return tuple(field.name for field in fields(Speech))


def _read(value: Any) -> Any:
    return re.compile(value) if isinstance(value, str) else tuple(value)
