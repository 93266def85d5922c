from __future__ import annotations

from dataclasses import replace

import pytest

from tumen.brief import LANGUAGES, render
from tumen.brief.caution import caution_words, measured


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_brief_says_how_often_the_reading_is_wrong_at_its_head_and_its_foot(written, language):
    brief = written(language)
    page = render(brief, format="html").decode("utf-8")

    assert page.count(brief.caution) == 2
    assert page.index(brief.caution) < page.index('id="known"')
    assert render(brief, format="md").decode("utf-8").count("80") >= 2


def test_the_numbers_are_those_that_were_measured(view):
    known = measured()["dprk-china"]

    assert caution_words(view) == (
        f"How often this is wrong: in {known.reports} fresh reports, {known.wrong[0]} to "
        f"{known.wrong[1]} of ten claims read were wrong in number or kind, and {known.missed[0]} "
        f"to {known.missed[1]} of ten that stood there were missed. Open the note before you quote."
    )


def test_of_a_codebook_that_nobody_measured_just_that_is_said(view):
    other = replace(view, codebook=replace(view.codebook, name="my-border"))

    assert caution_words(other).startswith("Nobody has measured how often the reading is wrong")
