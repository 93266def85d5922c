"""What a person says that a text claims: one table a case, in TOML files that anyone can extend."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias, cast

from tumen.codebook import Codebook
from tumen.places import Gazetteer
from tumen.records import Modality

FILE_FIELDS = frozenset({"language", "case"})
CASE_FIELDS = frozenset({"id", "published", "publisher", "title", "text", "claims", "none", "note"})
CLAIM_FIELDS = frozenset(
    {"kind", "low", "high", "places", "start", "end", "modality", "says", "optional"}
)
LANGUAGES = ("en", "ko", "ja", "zh-Hans", "zh-Hant")
# Where a case names no publisher; the publisher is no part of an expected chain.
SOME_PAPER = "A Paper"

Table: TypeAlias = Mapping[str, Any]


class CaseError(Exception):
    """A case that cannot be used, with the file, the case and the field to mend."""

    def __init__(self, file: str, case: str, field: str, trouble: str) -> None:
        """Keep where it is wrong and say what is."""
        self.file = file
        self.case = case
        self.field = field
        super().__init__(f"{file}, case {case!r}, field {field!r}: {trouble}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A claim that a careful reader finds in a case; `None` and `()` of a field: not asked for."""

    kind: str
    low: int | None = None
    high: int | None = None
    places: tuple[str, ...] = ()  # English names of the gazetteer, the most specific ones
    start: date | None = None
    end: date | None = None
    modality: Modality = Modality.REPORTED
    says: tuple[str, ...] = ()  # speakers as printed, outermost first, without the publisher
    optional: bool = False  # right to read, no loss to miss
    words: tuple[int, int] | None = None  # where it stands, in code points, if that is known

    @property
    def has_figure(self) -> bool:
        """Tell whether the claim counts people."""
        return self.low is not None or self.high is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A short text and what it claims; no claims: its numbers are of something else."""

    id: str
    file: str
    language: str
    text: str
    published: date
    claims: tuple[Expected, ...]
    title: str = ""
    publisher: str = SOME_PAPER

    @property
    def group(self) -> str:
        """Return the language that the case counts for: both Chinese scripts are one."""
        return self.language.split("-")[0]


def load_cases(folder: Path, *, codebook: Codebook, gazetteer: Gazetteer) -> tuple[Case, ...]:
    """Return the cases of every TOML file in *folder*, in the order of file names.

    Raises:
        CaseError: a file or case cannot be used.
    """
    known = Known(
        kinds=frozenset(codebook.kinds),
        places=frozenset(place.name for place in gazetteer.places.values()),
    )
    cases: list[Case] = []
    for path in sorted(folder.glob("*.toml")):
        cases += cases_in(path.read_text(encoding="utf-8"), path.name, known)
    seen: dict[str, str] = {}
    for case in cases:
        if case.id in seen:
            raise CaseError(case.file, case.id, "id", f"taken already in {seen[case.id]}.")
        seen[case.id] = case.file
    return tuple(cases)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The kinds and the place names that a case may use."""

    kinds: frozenset[str]
    places: frozenset[str]


def cases_in(written: str, file: str, known: Known) -> tuple[Case, ...]:
    """Return the cases of one file.

    Raises:
        CaseError: the file is no TOML, or a case of it cannot be used.
    """
    try:
        table = tomllib.loads(written)
    except tomllib.TOMLDecodeError as error:
        raise CaseError(file, "-", "-", f"the file is not TOML: {error}.") from error
    field = Fields(file=file, case="-", table=table)
    field.only(FILE_FIELDS)
    language = field.text("language")
    if language not in LANGUAGES:
        field.fail("language", f"{language!r} is none of {', '.join(LANGUAGES)}.")
    return tuple(
        one_case(Fields(file=file, case=str(t.get("id", f"number {n}")), table=t), language, known)
        for n, t in enumerate(field.tables("case"), start=1)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """One table of a file, read field by field with errors that say where."""

    file: str
    case: str
    table: Table

    def fail(self, name: str, trouble: str) -> None:
        """Raise the error about this field."""
        raise CaseError(self.file, self.case, name, trouble)

    def only(self, allowed: frozenset[str]) -> None:
        """Refuse fields that nothing reads."""
        for name in self.table:
            if name not in allowed:
                self.fail(name, f"there is no such field; there are {', '.join(sorted(allowed))}.")

    def of(self, name: str, kind: type, what: str) -> object:
        """Return the field's value, or None where it is not given."""
        value = self.table.get(name)
        if value is not None and (not isinstance(value, kind) or type(value) is not kind):
            self.fail(name, f"{value!r} was given where {what} was expected.")
        return value

    def text(self, name: str, default: str | None = None) -> str:
        """Return a text."""
        value = self.of(name, str, "a text in quotes")
        if (value is None and default is None) or value == "":
            self.fail(name, "it is missing or empty.")
        return cast("str", default if value is None else value)

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts."""
        value = cast("list[object]", self.of(name, list, "a list of texts") or [])
        if not all(isinstance(v, str) and v for v in value):
            self.fail(name, f"{value!r} was given where a list of texts was expected.")
        return tuple(cast("list[str]", value))

    def tables(self, name: str) -> tuple[Table, ...]:
        """Return a list of tables."""
        value = cast("list[object]", self.of(name, list, "a list of tables") or [])
        if not all(isinstance(v, dict) for v in value):
            self.fail(name, f"{value!r} was given where a list of tables was expected.")
        return tuple(cast("list[Table]", value))

    def people(self, name: str) -> int | None:
        """Return a whole number that is not negative."""
        value = cast("int | None", self.of(name, int, "a whole number"))
        if value is not None and value < 0:
            self.fail(name, f"{value} was given where a number of people was expected.")
        return value

    def day(self, name: str) -> date | None:
        """Return a day."""
        return cast("date | None", self.of(name, date, "a day without quotes, as 2021-04-30,"))

    def yes(self, name: str) -> bool:
        """Return true or false."""
        return bool(self.of(name, bool, "true or false"))


def one_case(field: Fields, language: str, known: Known) -> Case:
    """Return the case that this table writes."""
    field.only(CASE_FIELDS)
    text = field.text("text")
    claims = tuple(
        one_claim(Fields(file=field.file, case=field.case, table=t), text, known)
        for t in field.tables("claims")
    )
    if field.yes("none") == bool(claims):
        field.fail("none", "either `claims` are listed, or `none = true` says there are none.")
    published = field.day("published")
    if published is None:
        field.fail("published", "it is missing; relative dates are counted from it.")
    return Case(
        id=field.text("id"),
        file=field.file,
        language=language,
        text=text,
        published=cast("date", published),
        claims=claims,
        title=field.text("title", SOME_PAPER) if "title" in field.table else "",
        publisher=field.text("publisher", SOME_PAPER),
    )


def one_claim(field: Fields, text: str, known: Known) -> Expected:
    """Return the expected claim that this table writes."""
    field.only(CLAIM_FIELDS)
    kind, places, says = field.text("kind"), field.texts("places"), field.texts("says")
    low, high = field.people("low"), field.people("high")
    start, end = field.day("start"), field.day("end")
    modality = field.text("modality", Modality.REPORTED)
    if kind not in known.kinds:
        field.fail("kind", f"{kind!r} is no kind of the codebook.")
    if modality not in set(Modality):
        field.fail("modality", f"{modality!r} is none of {', '.join(Modality)}.")
    for place in places:
        if place not in known.places:
            field.fail("places", f"{place!r} is not the English name of a place in the gazetteer.")
    for speaker in says:
        if speaker not in text:
            field.fail("says", f"{speaker!r} does not stand in the text with these letters.")
    if low is not None and high is not None and high < low:
        field.fail("high", f"{high} is less than `low`, {low}.")
    if start is not None and end is not None and end < start:
        field.fail("end", f"{end} is before `start`, {start}.")
    return Expected(
        kind=kind,
        low=low,
        high=high,
        places=places,
        start=start,
        end=end,
        modality=Modality(modality),
        says=says,
        optional=field.yes("optional"),
    )
