"""The words that lineage needs to know: articles, endings, "reports", families of approximators."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_EDGES = " \t\n\u3000.,;:!?()[]{}<>\"'`“”‘’«»《》〈〉「」『』【】〔〕、。·・"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What `words.toml` says, folded."""

    articles: tuple[str, ...]
    endings: tuple[str, ...]  # longest first
    nobody: frozenset[str]
    same_again: frozenset[str]
    families: Mapping[str, str]  # approximator -> "about", "more", "most"


def fold(text: str) -> str:
    """Return *text* for comparing: NFKC, case folded, single spaces, bare at both ends."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split()).strip(_EDGES)


@cache
def load_words() -> Words:
    """Return the words of all languages together: a report may mix them."""
    data = tomllib.loads(files("tumen.lineage").joinpath("words.toml").read_text(encoding="utf-8"))
    return Words(
        articles=_every(data["articles"]),
        endings=tuple(sorted(_every(data["endings"]), key=lambda word: (-len(word), word))),
        nobody=frozenset(_every(data["nobody"])),
        same_again=frozenset(_every(data["same_again"])),
        families={
            word: family
            for family, languages in data["approximators"].items()
            for word in _every(languages)
        },
    )


def _every(languages: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Return the folded words of all languages, each once, in their order."""
    return tuple(dict.fromkeys(fold(word) for words in languages.values() for word in words))


def family_of(wording: str) -> str:
    """Return the family of an approximator, "" when it is in none.

    Of several words in one approximator ("at least about") the one that sets a bound counts.
    """
    families = load_words().families
    folded = fold(wording)
    if folded in families:
        return families[folded]
    found = {family for word, family in families.items() if stands_in(word, folded)}
    return next((family for family in ("most", "more", "about") if family in found), "")


def stands_in(word: str, text: str) -> bool:
    """Tell whether *word* stands in *text*, both folded; Latin words only as whole words."""
    if not word.isascii():
        return word in text
    at = text.find(word)
    while at >= 0:
        before = text[at - 1 : at] if at else ""
        after = text[at + len(word) : at + len(word) + 1]
        if not _is_latin(before) and not _is_latin(after):
            return True
        at = text.find(word, at + 1)
    return False


def _is_latin(character: str) -> bool:
    """Tell whether a neighbour goes on with the word: "AFP통신" names AFP, "AFPs" does not."""
    return character.isascii() and character.isalnum()
