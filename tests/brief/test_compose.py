from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from tests.brief.case import a_situation
from tests.brief.numbers import allowed, printed_in
from tests.build import RECONCILED_NOTHING, a_claim, a_period, a_report
from tumen.brief import LANGUAGES, compose
from tumen.brief.notes import statements_of
from tumen.brief.view import make_view
from tumen.brief.words import load_words
from tumen.codebook import Codebook, load_codebook
from tumen.errors import BriefError
from tumen.ids import content_id
from tumen.places import Gazetteer, load_gazetteer
from tumen.records import (
    Figure,
    HopType,
    Lineage,
    Modality,
    Origin,
    Reading,
    Situation,
)

EMPTY = replace(RECONCILED_NOTHING, codebook="dprk-china 1")
NOTHING = Situation(
    reports=(),
    readings=(),
    lineage=Lineage(retellings=(), origins=()),
    reconciliation=EMPTY,
)


@cache
def background() -> tuple[Codebook, Gazetteer]:
    return load_codebook("dprk-china"), load_gazetteer("dprk-china")


DAYS = st.one_of(st.none(), st.dates(date(2015, 1, 1), date(2025, 12, 31)))
KINDS = (
    *("arrested", "detained", "at_risk", "return_notified", "return_refused", "returned"),
    *("arrived", "capacity", "border_closed", "hazard", "crackdown_eased", "other", "unheard_of"),
)


@st.composite
def figures(draw):
    low = draw(st.one_of(st.none(), st.integers(0, 10**6)))
    more = draw(st.one_of(st.none(), st.integers(0, 10**4)))
    high = None if more is None else (low or 0) + more
    return Figure(low=low, high=high, approximate=draw(st.booleans()), printed=f"over {low}")


@st.composite
def situations(draw):
    """Return a situation of unrelated claims in several reports, dated and not."""
    reports, readings, origins = [], [], []
    for number in range(draw(st.integers(1, 3))):
        published = draw(DAYS)
        report = a_report(
            f"Report {number}: people are held.",
            language=draw(st.sampled_from(["en", "ko", "ja", "zh-Hant"])),
            published=published.isoformat() if published else None,
            publisher=draw(st.sampled_from(["", "Daily NK", "Somebody"])),
            name=f"{number}.txt",
        )
        claims = {claim.id: claim for claim in draw(st.lists(claims_in(report), max_size=4))}
        reports.append(report)
        readings.append(Reading(report=report.id, read_by="t", claims=tuple(claims.values())))
        origins += [Origin(id=f"o{c}", claims=(c,), root=c, speaker="") for c in claims]
    return replace(
        NOTHING,
        reports=tuple(reports),
        readings=tuple(readings),
        lineage=Lineage(retellings=(), origins=tuple(origins)),
    )


@st.composite
def claims_in(draw, report):
    first, last = sorted((draw(DAYS), draw(DAYS)), key=str)
    period = None
    if first and last and first <= last:
        period = replace(
            a_period(first.isoformat(), last.isoformat()),
            printed=draw(st.sampled_from(["", "then"])),
        )
    claim = a_claim(
        report,
        kind=draw(st.sampled_from(KINDS)),
        figure=draw(st.one_of(st.none(), figures())),
        low=None,
        high=None,
        places=draw(st.sampled_from([(), (("CN", "China"),), (("KP", "x"), ("nowhere", "y"))])),
        period=period,
        speakers=draw(
            st.sampled_from([(), (("", HopType.NONE),), (("소식통", HopType.ANONYMOUS),)])
        ),
        modality=draw(st.sampled_from(Modality)),
    )
    return replace(claim, id=content_id("c", claim))


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(situation=situations(), language=st.sampled_from(LANGUAGES))
def test_no_claim_is_lost_and_no_number_is_made_up(situation, language):
    # Not fixtures: hypothesis would print the whole gazetteer with every example that fails.
    codebook, gazetteer = background()
    brief = compose(situation, codebook=codebook, gazetteer=gazetteer, language=language)
    view = make_view(situation, codebook=codebook, gazetteer=gazetteer, words=load_words(language))

    told = [c for s in (*brief.known, *brief.disputed, *brief.forecast) for c in s.claims]
    claims = [claim.id for reading in situation.readings for claim in reading.claims]
    assert sorted(told) == sorted(claims)
    for statement in (*brief.known, *brief.disputed, *brief.forecast):
        assert statement.citations
        assert printed_in(statement.text) <= allowed(view, statement)
    for entry in brief.timeline:
        assert printed_in(entry.statement.text) <= allowed(view, entry.statement)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_of_the_case_is_in_its_claims_or_bounds(written, seen, language):
    brief, view = written(language), seen(language=language)
    headings = "".join(view.words.entries.values())

    for statement in (
        *(*brief.lead, *brief.known, *brief.disputed, *brief.unknown, *brief.forecast),
        *(row.statement for row in brief.people),
        *(entry.statement for entry in brief.timeline),
    ):
        about_days = {5, 11, 2020}  # the day of the brief
        assert printed_in(statement.text) <= allowed(view, statement) | about_days | printed_in(
            headings
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_cites_but_those_that_say_nothing_was_found(written, language):
    brief = written(language)

    silent = {s.text for s in brief.unknown if not s.citations}
    assert len(silent) == sum(not (row.state or row.statements) for row in brief.board)
    assert all(s.citations for s in statements_of(brief) if s.text not in silent)


def test_every_citation_has_one_note_and_notes_are_numbered_as_they_come(brief):
    cited = dict.fromkeys(p for s in statements_of(brief) for p in s.citations)

    assert [note.passage for note in brief.notes] == list(cited)
    assert [note.number for note in brief.notes] == list(range(1, len(cited) + 1))


def test_the_same_situation_gives_the_same_brief(codebook, gazetteer):
    one = compose(a_situation(), codebook=codebook, gazetteer=gazetteer)

    assert one == compose(a_situation(), codebook=codebook, gazetteer=gazetteer)


def test_the_answer_at_the_top_says_how_well_it_is_supported(brief):
    assert brief.lead[0].text == (
        "China, 5 November 2020: at least 1,000 people in detention. Disputed."
    )


def test_a_situation_without_reports_is_a_brief_that_says_so(codebook, gazetteer):
    brief = compose(NOTHING, codebook=codebook, gazetteer=gazetteer)

    assert brief.known == ()
    assert brief.subtitle == "Situation on an unstated day"
    assert {row.state_label for row in brief.board} == {"Not reported"}


def test_a_language_nobody_has_written_is_refused(codebook, gazetteer):
    with pytest.raises(BriefError, match="'xx'"):
        compose(NOTHING, codebook=codebook, gazetteer=gazetteer, language="xx")
