"""Fill a sentence template: the brief's words for a claim, natural in each language.

A template is a whole sentence.  What is filled in comes with its own preposition, particle or
comma, or is empty, so that the sentence reads well without it: see docs/codebook.md.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from string import Formatter

PLACEHOLDERS = ("figure", "subject", "place", "period", "speaker")

# Korean particles have a form after a consonant and one after a vowel; a template writes both.
_PARTICLE = re.compile(r"(?P<word>\S)(?P<after>이|을|은|과|으로)\((?P<open>가|를|는|와|로)\)")
_SYLLABLES = ("가", "힣")
_FINALS = 28  # a Hangul syllable block has 28 possible endings, the first of them none
_FINAL_RIEUL = 8
# How a digit or a Latin letter ends when it is read aloud: 0 영, 1 일, 3 삼, 6 육, 7 칠, 8 팔.
_ENDS_IN_CONSONANT = frozenset("013678LMNRlmnr")
_ENDS_IN_RIEUL = frozenset("178LRlr")


def say(template: str, parts: Mapping[str, str], *, language: str) -> str:
    """Return the sentence of *template* with *parts* filled in; a part not given is empty.

    English begins with a capital; Korean particles written both ways ("이(가)") take the form
    that the word before them asks for.
    """
    filled = template.format_map({name: parts.get(name, "") for name in PLACEHOLDERS})
    sentence = " ".join(filled.split())
    if language == "ko":
        return _PARTICLE.sub(_particle, sentence)
    return sentence[:1].upper() + sentence[1:] if language == "en" else sentence


def fault_of(template: str) -> str:
    """Return what is wrong with *template* as a clause, "" when nothing is."""
    try:
        fields = list(Formatter().parse(template))
    except ValueError as error:
        return f"whose braces cannot be read ({error})"
    for _, name, specification, conversion in fields:
        if name is not None and (name not in PLACEHOLDERS or specification or conversion):
            return f"but only {', '.join('{' + p + '}' for p in PLACEHOLDERS)} can be filled in"
    return ""


def _particle(match: re.Match[str]) -> str:
    word, after = match["word"], match["after"]
    if _SYLLABLES[0] <= word <= _SYLLABLES[1]:
        final = (ord(word) - ord(_SYLLABLES[0])) % _FINALS
        consonant, rieul = final != 0, final == _FINAL_RIEUL
    else:
        consonant, rieul = word in _ENDS_IN_CONSONANT, word in _ENDS_IN_RIEUL
    if after == "으로" and rieul:
        consonant = False
    return word + (after if consonant else match["open"])
