"""Cues: words that announce something, with their alternatives spelt out.

"refuse(s|d|)" stands for "refuses", "refused" and "refuse".  Groups are not nested.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import product
from math import prod

from tumen.codebook.codebook import Cue
from tumen.codebook.table import LANGUAGES, Table

SIDES = ("after", "before", "any")

# A cue of many groups multiplies; beyond this it is two cues, or a mistake.
MAX_FORMS = 200

_GROUP = re.compile(r"\(([^()]*)\)")


def read_cues(table: Table, name: str) -> Mapping[str, tuple[Cue, ...]]:
    """Return the cues at *name* by language, spelt out, each once."""
    by_language = table.table(name)
    by_language.only(*LANGUAGES)
    return {language: _cues(by_language, language) for language in LANGUAGES}


def spelt_out(table: Table, name: str) -> Mapping[str, tuple[str, ...]]:
    """Return the words at *name* by language, with their alternatives spelt out, each once."""
    by_language = table.words_by_language(name)
    try:
        return {
            language: tuple(dict.fromkeys(form for word in words for form in expand(word)))
            for language, words in by_language.items()
        }
    except ValueError as error:
        raise table.wrong(name, str(error)) from error


def expand(text: str) -> tuple[str, ...]:
    """Return the literals that *text* stands for, in the order written, each once.

    Spaces left double or at an end by an empty alternative are closed up.  Raises ValueError
    for brackets that do not pair, for an alternative that leaves no words, and for more than
    MAX_FORMS forms.
    """
    pieces = _GROUP.split(text)  # literal, group, literal, group, ..., literal
    if any(set(piece) & set("()|") for piece in pieces[::2]):
        raise ValueError("but its brackets do not pair: write alternatives as (a|b|)")
    choices = [piece.split("|") if number % 2 else [piece] for number, piece in enumerate(pieces)]
    if prod(map(len, choices)) > MAX_FORMS:
        raise ValueError(f"which stands for more than {MAX_FORMS} forms: write several cues")
    forms = [" ".join("".join(chosen).split()) for chosen in product(*choices)]
    if not all(forms):
        raise ValueError("which can stand for no words at all")
    return tuple(dict.fromkeys(forms))


def _cues(table: Table, language: str) -> tuple[Cue, ...]:
    found: dict[Cue, None] = {}
    for number, value in enumerate(table.items(language)):
        if isinstance(value, dict):
            whole = Table(content=value, files=table.files, key=(*table.key, language, str(number)))
            whole.only("text", "near", "never", "to", "side")
        else:
            whole = Table(
                content={"text": value},
                files=table.files,
                key=(*table.key, language, str(number)),
            )
        found.update(dict.fromkeys(_forms(whole, language)))
    return tuple(found)


def _forms(table: Table, language: str) -> tuple[Cue, ...]:
    """Return one cue for each form of the text of *table*."""
    table.text("text")
    near, never = _literals(table, "near", language), _literals(table, "never", language)
    to = table.words("to")
    side = table.choice("side", SIDES, "any")
    try:
        texts = expand(_folded(table.text("text"), language))
    except ValueError as error:
        raise table.wrong("text", str(error)) from error
    return tuple(Cue(text=text, near=near, never=never, to=to, side=side) for text in texts)


def _literals(table: Table, name: str, language: str) -> tuple[str, ...]:
    found: list[str] = []
    for number, word in table.entries(name):
        try:
            found.extend(expand(_folded(word, language)))
        except ValueError as error:
            raise table.element(name, number).wrong(str(number), str(error)) from error
    return tuple(dict.fromkeys(found))


def _folded(text: str, language: str) -> str:
    """Fold the case of English: its cues are met at the start of sentences and in headlines."""
    return text.casefold() if language == "en" else text
