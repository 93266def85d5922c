"""The times of a language as data: its words and the rules that join them, from `packs/`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from tumen.reading.number_pack import east_words
from tumen.reading.time_grammar import Grammar, make_grammar
from tumen.reading.time_words import SURE, TimeWords

# `lone` words come after the composites: "the first" may begin "the first week of October".
LAYERS = ("atoms", "composites", "lone", "spans")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TimePack:
    """The words and the rules of one language's times."""

    words: TimeWords
    grammar: Grammar
    no_year: re.Pattern[str]  # what before two digits makes them a span of years: 懲役10年


@cache
def load_time_pack(language: str) -> TimePack:
    """Return the times of *language*: en, ko, ja or zh."""
    path = files("tumen.reading") / "packs" / f"{language}.times.toml"
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    by_text = _by_text(raw)
    return TimePack(
        words=TimeWords(
            by_text=by_text,
            guards={name: re.compile(text) for name, text in raw.get("guards", {}).items()},
            spaced=raw["spaced"],
            spelt=_spelt(raw),
            east=None if raw.get("numerals") else east_words(language),
            numerals={**raw.get("numerals", {}), **raw.get("ordinals", {})},
            ordinals=frozenset(raw.get("ordinals", {})),
        ),
        no_year=re.compile(raw.get("no_year", "(?!)")),
        grammar=make_grammar([raw[layer] for layer in LAYERS], by_text, raw.get("guards", {})),
    )


def _by_text(raw: Mapping[str, Any]) -> Mapping[str, Mapping[str, int]]:
    """Turn class -> word -> value inside out; words are sure unless listed as unsure."""
    found: dict[str, dict[str, int]] = {word: {} for word in raw.get("no_time", ())}
    for name, words in raw["words"].items():
        for word, value in words.items():
            found.setdefault(word, {})[name] = value
    unsure = set(raw.get("unsure", ()))
    return {
        word: {**values, SURE: 1} if values and word not in unsure else values
        for word, values in found.items()
    }


def _spelt(raw: Mapping[str, Any]) -> re.Pattern[str] | None:
    """Return what spelt numbers look like: a pattern, or words in a row with an ordinal last."""
    if "spelt" in raw:
        return re.compile(raw["spelt"])
    if not raw.get("numerals"):
        return None
    cardinal, ordinal = (
        "|".join(sorted(map(re.escape, raw[name]), key=len, reverse=True))
        for name in ("numerals", "ordinals")
    )
    row = rf"(?:{cardinal})(?:(?:\s*-\s*|\s+and\s+|\s+)(?:{cardinal}))*"
    return re.compile(rf"\b(?:{row}(?:(?:\s*-\s*|\s+)(?:{ordinal}))?|(?:{ordinal}))\b")
