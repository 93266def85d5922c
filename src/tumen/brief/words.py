"""The fixed words of the brief, in four languages, as data (`words/*.toml`)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from tumen.errors import BriefError

LANGUAGES = ("en", "ko", "ja", "zh")

# {name}; {name#one|other}: the number and the word that goes with it.
_FIELD = re.compile(r"\{(?P<name>\w+)(?:#(?P<one>[^|{}]*)\|(?P<other>[^|{}]*))?\}")
# [a part with a {name}]: left out when the name has no value.
_OPTIONAL = re.compile(r"\[(?P<part>[^\[\]]*)\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one language, by section and name: "heading.known"."""

    language: str
    entries: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]]

    def say(self, key: str, **values: str | int) -> str:
        """Return the words under *key* with *values* filled in."""
        return fill(self.entries[key], values)

    def label(self, section: str, code: str) -> str:
        """Return the word for a code; a code that is not known is shown as it is."""
        return self.entries.get(f"{section}.{code}", code.replace("_", " "))

    def knows(self, key: str) -> bool:
        """Tell whether there are words under *key*."""
        return key in self.entries

    def joined(self, words: list[str]) -> str:
        """Return a list in words: "a, b and c"."""
        if len(words) < 2:
            return "".join(words)
        comma, last = self.entries["list.comma"], self.entries["list.last"]
        return comma.join(words[:-1]) + last + words[-1]

    def quote(self, words: str) -> str:
        """Return *words* between this language's quotation marks."""
        return f"{self.entries['list.open']}{words}{self.entries['list.close']}"


def load_words(language: str) -> Words:
    """Return the words of *language*.

    Raises BriefError for a language that the brief is not written in.
    """
    if language not in LANGUAGES:
        raise BriefError(
            f"A brief cannot be written in {language!r}; choose one of {', '.join(LANGUAGES)}."
        )
    source = files("tumen.brief").joinpath("words", f"{language}.toml")
    sections = tomllib.loads(source.read_text(encoding="utf-8"))
    entries: dict[str, str] = {}
    lists: dict[str, tuple[str, ...]] = {}
    for section, table in sections.items():
        for name, value in table.items():
            if isinstance(value, list):
                lists[f"{section}.{name}"] = tuple(value)
            else:
                entries[f"{section}.{name}"] = value
    return Words(language=language, entries=entries, lists=lists)


def fill(template: str, values: Mapping[str, str | int]) -> str:
    """Return *template* with *values* filled in; what is filled in is never read as a template.

    A part in square brackets stands only when every name in it has a value ("" and 0 are none).
    """
    pieces = []
    end = 0
    for match in _OPTIONAL.finditer(template):
        pieces.append(_filled(template[end : match.start()], values))
        names = [field["name"] for field in _FIELD.finditer(match["part"])]
        if all(values.get(name) for name in names):
            pieces.append(_filled(match["part"], values))
        end = match.end()
    pieces.append(_filled(template[end:], values))
    return "".join(pieces)


def _filled(template: str, values: Mapping[str, str | int]) -> str:
    return _FIELD.sub(lambda match: _value(match, values), template)


def _value(match: re.Match[str], values: Mapping[str, str | int]) -> str:
    value = values.get(match["name"], "")
    printed = f"{value:,}" if isinstance(value, int) else value
    if match["one"] is None:
        return printed
    return f"{printed} {match['one'] if value == 1 else match['other']}"
