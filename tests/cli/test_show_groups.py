from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.build import a_claim, a_day, a_report
from tumen.cli.page import Page
from tumen.cli.show_groups import show_groups
from tumen.cli.words import Words, words_in
from tumen.pipeline import Background
from tumen.records import Group, Reading, Step

REPORT = a_report("20 women were arrested.")
CLAIM = a_claim(
    REPORT, kind="arrested", subject="defectors;women", low=20, high=20, period=a_day("2020-10-05")
)
ARRESTED = Step(
    kind="arrested",
    claims=(CLAIM.id,),
    first_day=date(2020, 10, 5),
    last_day=date(2020, 10, 5),
    places=("CN-JL",),
)
MOVED = replace(
    ARRESTED, kind="detained", places=("CN-LN",), last_day=date(2020, 10, 9), moved=True
)
GROUP = Group(
    id="g-1",
    root=CLAIM.id,
    claims=(CLAIM.id,),
    reports=1,
    steps=(ARRESTED, MOVED),
    outcome="unknown",
    last_news=date(2020, 10, 9),
    silent_days=27,
)


def shown(words: Words, *groups: Group) -> str:
    page = Page(terminal=False)
    show_groups(page, [Reading(report=REPORT.id, read_by="test/1", claims=(CLAIM,))], groups, words)
    return page.text


def test_a_group_is_shown_step_by_step_with_the_days_since_the_last_news(english: Words) -> None:
    assert shown(english, GROUP).splitlines() == [
        "What became of the groups",
        "",
        "20 North Korean women; told in 1 claims, 1 reports",
        "→ 2020-10-05, arrested, Jilin",
        "→ 2020-10-05 – 2020-10-09, held (moved), Liaoning",
        "What became of them is not told; last news of 2020-10-09, 27 days before the newest report",
    ]


def test_an_end_that_is_told_is_named_and_so_is_what_some_met(english: Words) -> None:
    ended = replace(GROUP, outcome="returned", partly=("released",), silent_days=None)

    assert shown(english, ended).splitlines()[-1] == (
        "What became of them: sent back; of some of them: released"
    )
    assert "is disputed" in shown(english, replace(GROUP, outcome="disputed"))


def test_groups_told_of_once_are_only_counted(english: Words) -> None:
    once = replace(GROUP, id="g-2", steps=(ARRESTED,))

    assert "Other groups, each told of once: 1" in shown(english, GROUP, once)
    assert shown(english, once) == ""


@pytest.mark.parametrize("language", ["ko", "ja", "zh"])
def test_every_language_has_its_words(background: Background, language: str) -> None:
    text = shown(words_in(language, background), GROUP)

    assert "2020-10-09" in text
    assert "group" not in text
