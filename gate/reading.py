"""Cases put before the reading room, as a report would be."""

from __future__ import annotations

from collections.abc import Iterable

from gate.cases import Case
from gate.match import Outcome, judge, names_of
from tumen import pipeline
from tumen.ids import content_id, digest_of
from tumen.records import Period, Report


def outcomes_of(cases: Iterable[Case], *, background: pipeline.Background) -> tuple[Outcome, ...]:
    """Read every case and judge what was read."""
    cases = tuple(cases)
    readings = pipeline.read([as_report(case) for case in cases], background=background)
    known = names_of(background.codebook)
    return tuple(judge(c, r, known=known) for c, r in zip(cases, readings, strict=True))


def as_report(case: Case) -> Report:
    """Return the report that a case would be if it were all that was published."""
    digest = digest_of(case.text.encode())
    return Report(
        id=content_id("r", case.file, case.id, digest),
        digest=digest,
        text_digest=digest,
        media_type="text/plain",
        name=case.id,
        url=None,
        publisher=case.publisher,
        title=case.title,
        language=case.language,
        published=Period(
            first_day=case.published, last_day=case.published, printed=str(case.published)
        ),
        text=case.text,
        text_by="text/1",
    )
