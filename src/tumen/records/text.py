"""What was archived, and where words stand in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from tumen.ids import content_id
from tumen.settings import QUOTE_CONTEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """Bytes exactly as received, and the circumstances."""

    content: bytes
    media_type: str
    name: str  # the file's name as given, or the address
    url: str | None  # None: handed over as a file
    retrieved_at: datetime  # UTC
    retrieved_by: str  # who ran the program; "" when not said


def report_id(digest: str, text_digest: str, text_by: str) -> str:
    """Return the id of a report: the same bytes, read alike, are one report."""
    return content_id("r", digest, text_digest, text_by)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text, `text[start:end]`, counted in Unicode code points.

    W3C TextPositionSelector.  A browser counts UTF-16 units: convert at the page.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse an empty or reversed stretch."""
        if not 0 <= self.start < self.end:
            raise ValueError(f"A span needs 0 <= start < end, got {self.start}..{self.end}.")

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether *other* lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Quoted words in a report.  W3C SpecificResource: a source and two selectors."""

    report: str  # the report's id
    span: Span
    exact: str  # always equal to report.text[start:end]
    prefix: str = ""
    suffix: str = ""


class Precision(StrEnum):
    """How finely the source dates something."""

    DAY = "day"
    PART = "part"  # a third of a month, a half of a year, a week, a season
    MONTH = "month"
    YEAR = "year"
    OPEN = "open"  # one end is not said: "recently", "until October"
    UNRESOLVED = "unresolved"  # relative words in a report without a date: nothing is guessed


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Whole days, both ends counted; `None` is an open end.

    `printed` are the report's own words, `anchor` the day they were resolved against: None for
    words that need none ("9 October 2023") and for words left unresolved.
    """

    first_day: date | None
    last_day: date | None
    precision: Precision = Precision.DAY
    printed: str = ""
    passage: Passage | None = None
    anchor: date | None = None

    def __post_init__(self) -> None:
        """Refuse a period that ends before it begins."""
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ValueError(
                f"A period cannot end ({self.last_day}) before it begins ({self.first_day})."
            )

    @property
    def resolved(self) -> bool:
        """Tell whether at least one end is known."""
        return self.first_day is not None or self.last_day is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A published document, kept as received, with the text that spans point into."""

    id: str  # from `digest`, `text` and `text_by`: the same bytes read alike are one report
    digest: str  # SHA-256 of the bytes, hexadecimal
    text_digest: str  # SHA-256 of the text in UTF-8, hexadecimal
    media_type: str
    name: str  # the file's name as handed over
    url: str | None
    publisher: str  # "" when neither the header nor the address tells
    title: str
    language: str  # BCP 47
    published: Period | None  # a day, or a month or year where no more is known
    text: str  # fixed for good once archived
    text_by: str  # extractor and version, e.g. "text/1"
    metadata: Mapping[str, str] = field(default_factory=dict)  # header keys we have no use for

    def passage(self, start: int, end: int) -> Passage:
        """Return the words `text[start:end]` with a little of what stands around them."""
        return Passage(
            report=self.id,
            span=Span(start, end),
            exact=self.text[start:end],
            prefix=self.text[max(0, start - QUOTE_CONTEXT) : start],
            suffix=self.text[end : end + QUOTE_CONTEXT],
        )
