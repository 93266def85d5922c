"""List attributed statements that fit no kind, so that every statement can be listed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tumen.ids import content_id
from tumen.reading.claims import READER
from tumen.reading.joined import Joined
from tumen.reading.speakers import Said
from tumen.records import Claim, Modality, Part


def statements_of(found: Joined, said: Sequence[Said]) -> Iterator[Claim]:
    """Yield one claim of kind `other` for each sentence that somebody says."""
    page = found.page
    seen: set[int] = set()
    for one in said:
        if one.start in seen:
            continue
        seen.add(one.start)
        sentence = page.sentence_at(one.start)
        span = (sentence.start, sentence.end)
        yield Claim(
            id=content_id("c", page.report.id, *span, "other", None),
            report=page.report.id,
            passage=page.report.passage(*span),
            kind="other",
            subject=page.codebook.default_subject,
            figure=None,
            places=(),
            period=None,
            since=None,
            attribution=found.chains.at(span, sentence),
            modality=Modality.REPORTED,
            part=Part.HEADLINE if sentence.start in found.headlines else Part.BODY,
            read_by=READER,
        )
