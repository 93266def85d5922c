"""List attributed statements that fit no kind, so that every statement can be listed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tumen.ids import content_id
from tumen.reading.claims import READER
from tumen.reading.joined import Joined
from tumen.reading.page import Page
from tumen.reading.speakers import Said
from tumen.records import Claim, Modality, Part


def statements_of(found: Joined, said: Sequence[Said]) -> Iterator[Claim]:
    """Yield one claim of kind `other` for each attribution: what is said, and by whom."""
    page = found.page
    seen: set[tuple[tuple[int, int], tuple[str, ...]]] = set()
    for one in said:
        sentence = page.sentence_at(one.start)
        if one.reach[0] >= one.reach[1]:
            continue  # "as he said, he stressed": nothing stands between
        span = _words(page, one.reach)
        attribution = found.chains.at(span, sentence)
        key = (span, tuple(hop.name for hop in attribution))
        if key in seen:
            continue
        seen.add(key)
        yield Claim(
            id=content_id("c", page.report.id, *span, "other", key[1]),
            report=page.report.id,
            passage=page.report.passage(*span),
            kind="other",
            subject=page.codebook.default_subject,
            figure=None,
            places=(),
            period=None,
            since=None,
            attribution=attribution,
            modality=Modality.REPORTED,
            part=Part.HEADLINE if sentence.start in found.headlines else Part.BODY,
            read_by=READER,
        )


def _words(page: Page, reach: tuple[int, int]) -> tuple[int, int]:
    """Return the words of a reach without the blanks and commas around them."""
    start, end = reach
    while start < end - 1 and page.folded[start] in " ,、:;":
        start += 1
    while end > start + 1 and page.folded[end - 1] in " ,、:;":
        end -= 1
    return start, end
