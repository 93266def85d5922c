"""Pass over texts that name nobody concerned and no kind of event, before any work is done on them.

A watcher's feeds carry mostly other news.  One pass of an automaton over the bytes tells whether a
word of the situation stands in a text at all; only then is it read.
"""

from __future__ import annotations

from ahocorasick_rs import BytesAhoCorasick, Implementation

from tumen.codebook import Codebook

_made: dict[tuple[str, str], BytesAhoCorasick] = {}


def concerns(text: str, *, language: str, codebook: Codebook) -> bool:
    """Tell whether *text* has a cue of any kind, or a noun for those the codebook is about.

    *language* is a pack's: en, ko, ja or zh.  Inside longer words a word counts too: what is passed
    over has none of them anywhere.
    """
    return bool(_automaton(language, codebook).find_matches_as_indexes(text.lower().encode()))


def _automaton(language: str, codebook: Codebook) -> BytesAhoCorasick:
    key = (language, codebook.digest)
    if key not in _made:
        words = sorted({word.lower().encode() for word in _words(language, codebook)})
        _made[key] = BytesAhoCorasick(words, implementation=Implementation.ContiguousNFA)
    return _made[key]


def _words(language: str, codebook: Codebook) -> set[str]:
    root = codebook.root_of(codebook.default_subject)
    nouns = {
        noun
        for subject in codebook.subjects.values()
        if codebook.root_of(subject.code) == root
        for noun in subject.nouns.get(language, ())
    }
    cues = {
        cue.text
        for kind in codebook.kinds.values()
        for cue in kind.cues.get(language, ())
        if not cue.to  # a word for a journey is no word of the situation until it leads there
    }
    return nouns | cues
