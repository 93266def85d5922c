"""Make the records of a codebook from its merged tables.  What refers to what: `check.py`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from importlib.resources import files

from tumen.codebook.codebook import (
    Anniversary,
    Assumption,
    Codebook,
    Indicator,
    Kind,
    ReasonCode,
    Speaker,
    State,
    Subject,
    Vagueness,
)
from tumen.codebook.cues import read_cues, spelt_out
from tumen.codebook.parts import Merged
from tumen.codebook.sentence import fault_of
from tumen.codebook.table import LANGUAGES, Table
from tumen.records import HopType

# The kind of what is said of people and is of no kind that the codebook counts.
OTHER = "other"
_DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
_SPEAKER_TYPES = tuple(kind.value for kind in HopType if kind is not HopType.NONE)


def build(merged: Merged) -> Codebook:
    """Return the codebook that *merged* spells out; raises CodebookError at the first fault."""
    table = merged.table
    table.only(
        *(
            "name",
            "version",
            "title",
            "gazetteer",
            "area",
            "homes",
            "default_subject",
            "states",
            "kinds",
        ),
        *("subjects", "speakers", "indicators", "anniversaries", "reasons", "vagueness"),
        "assumptions",
    )
    return Codebook(
        name=table.text("name"),
        version=table.text("version"),
        title=table.labels("title"),
        gazetteer=table.text("gazetteer"),
        area=table.text("area"),
        homes=table.words("homes"),
        default_subject=table.text("default_subject"),
        states={code: _state(code, row) for code, row in table.tables("states")},
        kinds=_kinds(table),
        subjects={code: _subject(code, row) for code, row in table.tables("subjects")},
        speakers={code: _speaker(code, row) for code, row in table.tables("speakers")},
        indicators={code: _indicator(code, row) for code, row in table.tables("indicators")},
        anniversaries=tuple(_anniversary(code, row) for code, row in table.tables("anniversaries")),
        reasons={code: _reason(code, row) for code, row in table.tables("reasons")},
        vagueness=tuple(
            word for _, group in table.tables("vagueness") for word in _vagueness(group)
        ),
        assumptions={code: _assumption(code, row) for code, row in table.tables("assumptions")},
        digest=merged.digest,
    )


def _state(code: str, table: Table) -> State:
    table.only("label", "within", "exits")
    return State(
        code=code,
        label=table.labels("label"),
        within=table.text("within", ""),
        exits=table.words("exits"),
    )


def _kinds(table: Table) -> Mapping[str, Kind]:
    """Return the kinds, and with them the one that reading needs in every codebook."""
    kinds = {code: _kind(code, row) for code, row in table.tables("kinds")}
    if OTHER not in kinds:
        source = files("tumen.codebook").joinpath("data", f"{OTHER}.toml")
        content = tomllib.loads(source.read_text(encoding="utf-8"))
        built_in = Table(content=content, files={(): source.name})
        kinds |= {code: _kind(code, row) for code, row in built_in.tables("kinds")}
    return kinds


def _kind(code: str, table: Table) -> Kind:
    table.only(
        *(
            "label",
            "measure",
            "state",
            "into",
            "by",
            "planned",
            "anywhere",
            "place",
            "indicator",
            "condition",
        ),
        *("cues", "sentence", "expected", "limited"),
    )
    return Kind(
        code=code,
        label=table.labels("label"),
        measure=table.choice("measure", ("stock", "flow"), ""),
        state=table.text("state", ""),
        into=table.text("into", ""),
        by=table.text("by", ""),
        planned=table.flag("planned", default=False),
        anywhere=table.flag("anywhere", default=False),
        place=table.text("place", ""),
        indicator=table.text("indicator", ""),
        condition=table.text("condition", ""),
        cues=read_cues(table, "cues"),
        sentence=_sentences(table, "sentence"),
        expected=_sentences(table, "expected") if "expected" in table.content else {},
        limited=_sentences(table, "limited") if "limited" in table.content else {},
    )


def _sentences(table: Table, name: str) -> Mapping[str, str]:
    sentences = table.labels(name)
    for language, template in sentences.items():
        if fault := fault_of(template):
            raise table.table(name).wrong(language, fault)
    return sentences


def _subject(code: str, table: Table) -> Subject:
    table.only("label", "nouns", "parent", "persons", "concerned")
    return Subject(
        code=code,
        label=table.labels("label"),
        nouns=spelt_out(table, "nouns"),
        parent=table.text("parent", ""),
        persons=table.flag("persons", default=True),
        concerned=table.flag("concerned", default=True),
    )


def _speaker(code: str, table: Table) -> Speaker:
    table.only("name", "type", "domains", "source", *LANGUAGES)
    name = table.text("name")
    names = {language: table.words(language) for language in LANGUAGES}
    names["en"] = tuple(dict.fromkeys((name, *names["en"])))
    for number, domain in table.entries("domains"):
        if not _DOMAIN.fullmatch(domain):
            raise table.element("domains", number).wrong(
                str(number), "but must be a bare domain in lower case, such as 'example.org'"
            )
    return Speaker(
        id=code,
        name=name,
        type=HopType(table.choice("type", _SPEAKER_TYPES)),
        names=names,
        domains=table.words("domains"),
        source=table.text("source", ""),
    )


def _indicator(code: str, table: Table) -> Indicator:
    table.only("label", "question", "states")
    return Indicator(
        code=code,
        label=table.labels("label"),
        question=table.labels("question"),
        states={state: table.table("states").labels(state) for state, _ in table.tables("states")},
    )


def _anniversary(code: str, table: Table) -> Anniversary:
    table.only("label", "founded", "names", "source")
    return Anniversary(
        id=code,
        label=table.labels("label"),
        founded=table.day("founded"),
        names=table.words_by_language("names"),
        source=table.text("source"),
    )


def _reason(code: str, table: Table) -> ReasonCode:
    table.only("label", "cues")
    return ReasonCode(code=code, label=table.labels("label"), cues=read_cues(table, "cues"))


def _vagueness(table: Table) -> tuple[Vagueness, ...]:
    """Return one record for each word of a group of words that share their factors."""
    table.only("low", "high", "source", *LANGUAGES)
    low, high, source = table.factor("low"), table.factor("high"), table.text("source")
    if high < low:
        raise table.wrong("high", f"but must not be below low ({low!r})")
    return tuple(
        Vagueness(word=word, language=language, low=low, high=high, source=source)
        for language in LANGUAGES
        for word in table.words(language)
    )


def _assumption(code: str, table: Table) -> Assumption:
    table.only("label", "on")
    return Assumption(id=code, label=table.labels("label"), on=table.flag("on", default=False))
