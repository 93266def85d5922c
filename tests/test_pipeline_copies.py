"""A copy of a report, by another outlet and lightly reworded, is no new origin and moves no bound."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from tests.build import a_period
from tumen import pipeline, reconcile
from tumen.ids import digest_of
from tumen.records import Bound, Reading, Report

EXAMPLE = Path(__file__).parents[1] / "examples" / "autumn-2020"
BACKGROUND = pipeline.load_background("dprk-china")

SYNONYMS = {
    "picked up": "caught",
    "North Korean defectors": "defectors from North Korea",
    "also": "as well",
    "However, ": "But ",
    "탈북자": "탈북민",
    "밝혔다": "말했다",
    "しかし": "だが",
}


def quotes(text: str) -> str:
    return text.replace('"', "”").replace("「", "『").replace("」", "』")


def paragraphs(text: str) -> str:
    return re.sub(r"\n+", "\n\n", text)


def footer(text: str) -> str:
    return f"{text.rstrip()}\n\nShare this page. Subscribe.\n"


def synonyms(text: str) -> str:
    for word, other in SYNONYMS.items():
        text = text.replace(word, other)
    return text


REWORDINGS: tuple[Callable[[str], str], ...] = (quotes, paragraphs, footer, synonyms)


@cache
def reports() -> tuple[Report, ...]:
    files = sorted(path for path in EXAMPLE.iterdir() if path.suffix in {".txt", ".html"})
    delivery = pipeline.Delivery(at=datetime(2020, 11, 6, tzinfo=UTC))
    received = pipeline.receive(files, delivery, background=BACKGROUND)
    return tuple(one.report for one in received)


@cache
def readings() -> tuple[Reading, ...]:
    return pipeline.read(reports(), background=BACKGROUND)


Bounds = frozenset[tuple[str, int | None, int | None]]


def outcome(*copies: Report) -> tuple[int, Bounds]:
    """Return how many origins the example and these copies have, and every bound."""
    told = (*reports(), *copies)
    read = (*readings(), *pipeline.read(copies, background=BACKGROUND))
    traced = pipeline.trace(told, read, background=BACKGROUND)
    reconciled = reconcile.reconcile(
        told,
        pipeline.claims_of(read),
        traced,
        codebook=BACKGROUND.codebook,
        gazetteer=BACKGROUND.gazetteer,
        as_of=pipeline.latest_day(reports()),
    )
    return len(traced.origins), frozenset(_told(bound) for bound in reconciled.bounds)


def _told(bound: Bound) -> tuple[str, int | None, int | None]:
    return str(bound.quantity), bound.low, bound.high


def a_copy(report: Report, rewordings: list[Callable[[str], str]]) -> Report:
    """Return *report* as a site without a name of its own prints it."""
    text = report.text
    for reword in rewordings:
        text = reword(text)
    digest = digest_of(f"copy of {text}".encode())
    return replace(
        report,
        id=f"r-copy-{digest[:12]}",
        digest=digest,
        text_digest=digest_of(text.encode()),
        name="copy.txt",
        publisher="Some Site",
        url=None,
        text=text,
    )


NAMES = [path.name for path in sorted(EXAMPLE.iterdir()) if path.suffix in {".txt", ".html"}]
KINDS_OF_COPY = st.lists(st.sampled_from(REWORDINGS), unique=True, max_size=4)


@pytest.mark.parametrize("name", NAMES)
@given(KINDS_OF_COPY)
@settings(max_examples=4, deadline=None)
def test_a_copy_is_no_new_origin(name: str, rewordings: list[Callable[[str], str]]) -> None:
    report = next(report for report in reports() if report.name == name)

    assert outcome(a_copy(report, rewordings))[0] == outcome()[0]


@pytest.mark.parametrize("name", [name for name in NAMES if name != "life-funds.txt"])
@given(KINDS_OF_COPY)
@settings(max_examples=3, deadline=None)
def test_a_copy_moves_no_bound(name: str, rewordings: list[Callable[[str], str]]) -> None:
    report = next(report for report in reports() if report.name == name)

    assert outcome(a_copy(report, rewordings))[1] == outcome()[1]


def test_a_copy_of_the_next_day_is_no_new_origin_either() -> None:
    """What it says of "now" may hold a day longer, so that its bounds are of another day."""
    report = next(report for report in reports() if report.name == "daily-nk-october.txt")
    day = a_period("2020-10-18", "2020-10-18")

    assert outcome(replace(a_copy(report, [synonyms]), published=day))[0] == outcome()[0]


def test_a_copy_of_a_headline_moves_no_bound() -> None:
    """The copy may stand for the headline and the report for its text: one report says both."""
    report = next(report for report in reports() if report.name == "life-funds.txt")

    assert outcome(a_copy(report, [footer]))[1] == outcome()[1]
