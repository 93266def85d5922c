"""The numerals of a language as data: the words numbers are spelt with, from `packs/`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from tumen.reading.digit_numbers import DECIMAL

_NEVER = re.compile("(?!)")
_KINDS = {
    "digits": "d", "kana_digits": "d", "tens": "t", "units": "U", "kana_units": "U",
    "scales": "L", "kana_scales": "L", "native_tens": "n", "native_ones": "N",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EastWords:
    """What Chinese, Japanese or Korean numbers are made of."""

    pattern: re.Pattern[str]  # any word of a number, digits, or a word that only looks like one
    kinds: Mapping[str, tuple[str, int]]
    plain: re.Pattern[str]  # the same, but for words that only look like one
    no_number: frozenset[str]
    never: frozenset[str]  # of these, those that do not go on a number either: 조각, 만큼
    alone: re.Pattern[str]  # what must follow one short word for it to be a number
    spaced: bool
    tail: bool
    suffixes: Mapping[str, int]
    minus: re.Pattern[str]
    point: re.Pattern[str]
    fraction: re.Pattern[str]
    mixed: re.Pattern[str]
    power: re.Pattern[str]
    power_end: re.Pattern[str]
    dozen: re.Pattern[str]
    dozens: Mapping[str, int]
    half: re.Pattern[str]  # a half that stands for a number


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WestWords:
    """What numbers in words are made of in a language with an alphabet."""

    small: Mapping[str, int]
    tens: Mapping[str, int]
    hundred: Mapping[str, int]
    scales: Mapping[str, int]
    dozen: Mapping[str, int]
    ordinals: Mapping[str, int]
    suffixes: Mapping[str, int]
    plain_scales: frozenset[str]
    minus: frozenset[str]
    point: frozenset[str]
    article: frozenset[str]


@cache
def east_words(language: str) -> EastWords:
    """Return the numerals of ko, ja or zh."""
    raw = _raw(language)
    kinds = {
        word: (kind, value)
        for table, kind in _KINDS.items()
        for word, value in raw.get(table, {}).items()
    }
    return EastWords(
        pattern=re.compile(f"{_any(raw['no_number'] + raw.get('never', []))}|{_words(kinds)}"),
        plain=re.compile(_words(kinds)),
        kinds=kinds,
        no_number=frozenset([*raw["no_number"], *raw.get("never", [])]),
        never=frozenset(raw.get("never", [])),
        alone=re.compile(raw.get("alone", "")),
        spaced=language == "ko",
        tail=raw["tail"],
        suffixes=raw["suffixes"],
        minus=re.compile(rf"(?:(?<![0-9A-Za-z.)])-|{_any(raw['minus'][1:])})\s?$"),
        point=re.compile(rf"\s?(?:{_any(raw['point'])})\s?"),
        fraction=re.compile(r"\s*" + r"\s*".join(raw["fraction"][0]) + r"\s*"),
        mixed=re.compile(rf"\s*(?:{_any(raw['mixed'])})\s*"),
        power=re.compile(_any(raw["power"])) if "power" in raw else _NEVER,
        power_end=re.compile(_any(raw["power_end"])) if "power_end" in raw else _NEVER,
        dozen=re.compile(rf"\s?(?:{_any(raw['dozen'])})"),
        dozens=raw["dozen"],
        half=re.compile(raw["half_alone"]),
    )


def _words(kinds: Mapping[str, tuple[str, int]]) -> str:
    """Return a pattern for digits and for any word of a number, the longest first."""
    return f"{DECIMAL}|{_any(kinds)}"


@cache
def west_words(language: str) -> WestWords:
    """Return the numerals of en."""
    raw = _raw(language)
    return WestWords(
        small=raw["small"],
        tens=raw["tens"],
        hundred=raw["hundred"],
        scales=raw["scales"],
        dozen=raw["dozen"],
        ordinals=raw["ordinals"],
        suffixes=raw["suffixes"],
        plain_scales=frozenset(raw["plain_scales"]),
        minus=frozenset(raw["minus"]),
        point=frozenset(raw["point"]),
        article=frozenset(raw["article"]),
    )


@cache
def odd_scales(language: str) -> tuple[re.Pattern[str], Mapping[str, int]]:
    """Return what stands between a number and its scale in 十多万, and the scales."""
    raw = _raw(language)
    scales: Mapping[str, int] = raw["scales"]
    if "odd" not in raw:
        return _NEVER, scales
    return re.compile(rf"\s?(?P<odd>{_any(raw['odd'])})\s?(?P<scale>{_any(scales)})"), scales


@cache
def pair_pattern(language: str, counters: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return what two neighbouring numbers before a counter look like: 三四人, 十二、三人, 이삼십 명."""
    if language == "en":
        return None
    raw = _raw(language)
    digits = "".join(word for word, value in raw["digits"].items() if value)
    if language == "ko":  # "일이" is no number but a noun with its particle
        before, tens = r"(?<![\d.,가-힣])", f"(?:[{digits}]?십|)"
        row = rf"(?P<front>{tens})(?P<low>[{digits.replace('일', '')}])(?P<high>[{digits}])"
    else:
        before = rf"(?<![\d.,第{digits}十百千万萬億亿])"
        ones, join = rf"[1-9{digits}]", r"(?:,\s?|、|(?<![1-9])(?![1-9]))"
        row = rf"(?P<front>(?:{ones}?[十百]|))(?P<low>{ones}){join}(?P<high>{ones})"
    counted = rf"(?P<unit>[십백천만十百千万萬]?)(?=\s?(?:{_any(counters)}))"
    return re.compile(rf"{before}(?:{row}){counted}")


@cache
def tens_pattern(counters: tuple[str, ...]) -> re.Pattern[str]:
    """Return what 5、60人 and 5, 60명 look like: the first leaves out its zeros."""
    return re.compile(
        rf"(?<![\d.,、])(?P<low>[1-9])(?:、|,\s?)(?P<high>[1-9]0*)(?=\s?(?:{_any(counters)}))"
    )


@cache
def scale_words(language: str) -> Mapping[str, int]:
    """Return the words that multiply the number before them: hundred, dozen, 百, 만."""
    if language == "en":
        west = west_words(language)
        plain = {word: west.scales[word] for word in west.plain_scales}
        return {**west.hundred, **plain, **west.dozen}
    return {w: value for w, (kind, value) in east_words(language).kinds.items() if kind in "UL"}


def _raw(language: str) -> Mapping[str, Any]:
    path = files("tumen.reading") / "packs" / f"{language}.numbers.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) or "(?!)"
