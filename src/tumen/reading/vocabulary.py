"""All the words a reader looks for in one language, from the pack, the codebook and the places."""

from __future__ import annotations

from collections.abc import Iterator

from tumen.codebook import Codebook, Cue
from tumen.places import Gazetteer
from tumen.reading.lexicon import Entry, Lexicon
from tumen.reading.pack import Pack

# Roles of words.
KIND, SUBJECT, PERSON, PLACE = "kind", "subject", "person", "place"
SPEAKER, SPEAKER_NOUN, SAY, PRONOUN = "speaker", "speaker_noun", "say", "pronoun"
MODALITY, REASON, ANAPHOR, ANNIVERSARY = "modality", "reason", "anaphor", "anniversary"

_made: dict[tuple[str, str, str], Lexicon] = {}


def lexicon_for(pack: Pack, codebook: Codebook, gazetteer: Gazetteer) -> Lexicon:
    """Return the automaton for a language and situation; making one takes longer than a page."""
    key = (pack.language, codebook.digest, gazetteer.digest)
    if key not in _made:
        _made[key] = Lexicon(_entries(pack, codebook, gazetteer))
    return _made[key]


def _entries(pack: Pack, codebook: Codebook, gazetteer: Gazetteer) -> Iterator[Entry]:
    yield from _situation(pack.language, codebook)
    yield from _language(pack)
    for form in gazetteer.shadows.get(pack.language, ()):
        yield Entry(text=form, role=PLACE, key="", whole=True)
    for form, ids in gazetteer.names(pack.language).items():
        for place in ids:
            yield Entry(text=form, role=PLACE, key=place, whole=True)


def _situation(language: str, codebook: Codebook) -> Iterator[Entry]:
    cues = [
        *((KIND, kind.code, kind.cues) for kind in codebook.kinds.values()),
        *((REASON, reason.code, reason.cues) for reason in codebook.reasons.values()),
    ]
    for role, key, by_language in cues:
        for cue in by_language.get(language, ()):
            yield Entry(text=cue.text, role=role, key=key, cue=cue)
    yield from _named(language, codebook)


def _named(language: str, codebook: Codebook) -> Iterator[Entry]:
    for subject in codebook.subjects.values():
        for noun in subject.nouns.get(language, ()):
            yield Entry(text=noun, role=SUBJECT, key=subject.code)
    for speaker in codebook.speakers.values():
        for name in {form for forms in speaker.names.values() for form in forms}:
            yield Entry(text=name, role=SPEAKER, key=speaker.id, whole=True)
    for day in codebook.anniversaries:
        for name in day.names.get(language, ()):
            yield Entry(text=name, role=ANNIVERSARY, key=day.id)


def _language(pack: Pack) -> Iterator[Entry]:
    for noun in pack.person_nouns:
        yield Entry(text=noun, role=PERSON, key=noun)
    for word in pack.anaphors:
        yield Entry(text=word, role=ANAPHOR, key=word)
    for rule in pack.say:
        for word in rule.words:
            yield Entry(text=word, role=SAY, key=rule.form)
    for word, kind in pack.speaker_nouns.items():
        yield Entry(text=word, role=SPEAKER_NOUN, key=kind.value)
    for word, stands_for in pack.pronouns.items():
        yield Entry(text=word, role=PRONOUN, key=stands_for, whole=True)
    for modality, words in pack.modality.items():
        for word in words:
            yield Entry(text=word, role=MODALITY, key=modality.value)


def holds(cue: Cue | None, sentence: str, before: str = "") -> bool:
    """Tell whether a cue's conditions hold in the folded text of its sentence.

    What it needs near may stand in the sentence *before* ("... in prisons. These are full").
    """
    if cue is None:
        return True
    if cue.near and not any(word in sentence or word in before for word in cue.near):
        return False
    return not any(word in sentence for word in cue.never)
