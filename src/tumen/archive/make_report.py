"""Make a report of a capture: the text that spans point into, and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tumen.archive.extract import Extract
from tumen.archive.extractors import extractor_for
from tumen.archive.language import language_of
from tumen.archive.media_type import BINARY, words_for
from tumen.archive.published import parse_published
from tumen.codebook import Codebook
from tumen.errors import UnreadableReportError
from tumen.ids import digest_of
from tumen.records import Capture, Period, Report, report_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the user says of a report; wins over what the report says of itself."""

    published: date | Period | None = None
    language: str | None = None  # BCP 47
    publisher: str | None = None
    title: str | None = None
    url: str | None = None


NOTHING_KNOWN = Known()


def make_report(capture: Capture, *, codebook: Codebook, known: Known = NOTHING_KNOWN) -> Report:
    """Return the report in *capture*; UnreadableReportError with one sentence if there is none.

    What is *known* wins over what the document says, and that over what follows: the publisher
    from the address, the language from the script.  A day of publication follows from nothing.
    """
    extract = _extract(capture)
    digest = digest_of(capture.content)
    text_digest = digest_of(extract.text.encode("utf-8"))
    url = known.url or extract.url or capture.url
    return Report(
        id=report_id(digest, text_digest, extract.text_by),
        digest=digest,
        text_digest=text_digest,
        media_type=capture.media_type,
        name=capture.name,
        url=url,
        publisher=_publisher(extract, known, url, codebook),
        title=known.title or extract.title,
        language=_language(extract, known, capture.name),
        published=_published(extract, known, capture.name),
        text=extract.text,
        text_by=extract.text_by,
        metadata=extract.metadata,
    )


def draw_text(capture: Capture) -> tuple[str, str]:
    """Return the text in *capture*, and extractor and version; UnreadableReportError if none."""
    extract = _extract(capture)
    return extract.text, extract.text_by


def _extract(capture: Capture) -> Extract:
    extractor = extractor_for(capture.media_type)
    if extractor is not None:
        return extractor(capture)
    kind = words_for(capture.media_type)
    if capture.media_type == BINARY or capture.media_type.startswith("image/"):
        reason = f"it is {kind}, and reports are text; check that it is the right file"
    else:
        reason = f"it is {kind}, and that cannot be read yet; save its text as a .txt file"
    raise UnreadableReportError(capture.name, reason)


def _publisher(extract: Extract, known: Known, url: str | None, codebook: Codebook) -> str:
    outlet = codebook.publisher_of(url) if url else None
    return known.publisher or extract.publisher or (outlet.name if outlet else None) or extract.site


def _language(extract: Extract, known: Known, name: str) -> str:
    return language_of(
        extract.text,
        name=name,
        said=known.language or "",
        declared=extract.language if extract.language_is_certain else "",
        hinted=extract.language,
    )


def _published(extract: Extract, known: Known, name: str) -> Period | None:
    """Return the days of publication; a date that cannot be read is refused.

    A wrong day, or none, would silently move every "last month" of the report.
    """
    if isinstance(known.published, Period):
        return known.published
    if known.published is not None:
        day = known.published
        return Period(first_day=day, last_day=day, printed=day.isoformat())
    if not extract.date:
        return None
    try:
        return parse_published(extract.date)
    except ValueError as error:
        reason = f"in its header, {str(error).rstrip('.')}, or say it with --published"
        raise UnreadableReportError(name, reason) from error
