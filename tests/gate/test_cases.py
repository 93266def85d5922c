from __future__ import annotations

from datetime import date

import pytest

from gate.cases import Case, CaseError, Expected, Known, cases_in, load_cases
from tests.reading.reader import codebook, gazetteer
from tumen.records import Modality

KNOWN = Known(kinds=frozenset({"arrested", "detained"}), places=frozenset({"Tumen", "Jilin"}))
GOOD = """
language = "en"
[[case]]
id = "a"
published = 2021-04-12
text = "Five were arrested in Tumen, an activist said."
claims = [{ kind = "arrested", low = 5, high = 5, places = ["Tumen"], says = ["an activist"] }]
"""


def changed(old: str, new: str) -> str:
    assert GOOD.count(old) == 1
    return GOOD.replace(old, new)


def refusal(written: str) -> str:
    with pytest.raises(CaseError) as caught:
        cases_in(written, "mine.toml", KNOWN)
    return str(caught.value)


def test_a_case_is_what_its_table_says():
    assert cases_in(GOOD, "mine.toml", KNOWN) == (
        Case(
            id="a",
            file="mine.toml",
            language="en",
            text="Five were arrested in Tumen, an activist said.",
            published=date(2021, 4, 12),
            claims=(
                Expected(kind="arrested", low=5, high=5, places=("Tumen",), says=("an activist",)),
            ),
        ),
    )


def test_a_case_may_say_that_its_numbers_are_of_something_else():
    written = changed(GOOD[GOOD.index("claims") :], "none = true\n")

    assert cases_in(written, "mine.toml", KNOWN)[0].claims == ()


def test_both_chinese_scripts_count_as_one_language():
    hans = cases_in(changed('"en"', '"zh-Hans"'), "mine.toml", KNOWN)
    hant = cases_in(changed('"en"', '"zh-Hant"'), "mine.toml", KNOWN)

    assert {case.group for case in (*hans, *hant)} == {"zh"}


def test_days_modality_and_optional_are_read():
    extra = '] , start = 2021-04-01, modality = "denied", optional = true }]'
    (case,) = cases_in(changed("] }]", extra), "mine.toml", KNOWN)

    assert case.claims[0].start == date(2021, 4, 1)
    assert case.claims[0].end is None
    assert case.claims[0].modality == Modality.DENIED
    assert case.claims[0].optional


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            '"arrested"',
            '"arested"',
            "mine.toml, case 'a', field 'kind': 'arested' is no kind of the codebook.",
        ),
        (
            '["Tumen"]',
            '["Tuman"]',
            "mine.toml, case 'a', field 'places': 'Tuman' is not the English name of a place in "
            "the gazetteer.",
        ),
        (
            '["an activist"]',
            '["the activist"]',
            "mine.toml, case 'a', field 'says': 'the activist' does not stand in the text with "
            "these letters.",
        ),
        (
            "low = 5",
            'low = "5"',
            "mine.toml, case 'a', field 'low': '5' was given where a whole number was expected.",
        ),
        (
            "low = 5",
            "low = true",
            "mine.toml, case 'a', field 'low': True was given where a whole number was expected.",
        ),
        (
            "low = 5",
            "low = 7",
            "mine.toml, case 'a', field 'high': 5 is less than `low`, 7.",
        ),
        (
            "low = 5",
            "start = 2021-04-09, end = 2021-04-08, low = 5",
            "mine.toml, case 'a', field 'end': 2021-04-08 is before `start`, 2021-04-09.",
        ),
        (
            "low = 5",
            'modality = "sure", low = 5',
            "mine.toml, case 'a', field 'modality': 'sure' is none of reported, expected, denied, "
            "unofficial, estimated, official, own_count.",
        ),
        (
            "published = 2021-04-12",
            "",
            "mine.toml, case 'a', field 'published': it is missing; relative dates are counted "
            "from it.",
        ),
        (
            "published = 2021-04-12",
            'published = "2021-04-12"',
            "mine.toml, case 'a', field 'published': '2021-04-12' was given where a day without "
            "quotes, as 2021-04-30, was expected.",
        ),
        (
            'id = "a"',
            'id = "a"\nnone = true',
            "mine.toml, case 'a', field 'none': either `claims` are listed, or `none = true` says "
            "there are none.",
        ),
        (
            'id = "a"',
            'id = "a"\ndate = 2021-04-12',
            "mine.toml, case 'a', field 'date': there is no such field; there are claims, id, "
            "none, note, published, publisher, text, title.",
        ),
        (
            'id = "a"',
            "",
            "mine.toml, case 'number 1', field 'id': it is missing or empty.",
        ),
        (
            '"en"',
            '"english"',
            "mine.toml, case '-', field 'language': 'english' is none of en, ko, ja, zh-Hans, "
            "zh-Hant.",
        ),
    ],
)
def test_a_case_that_cannot_be_used_is_refused_in_one_sentence(old, new, sentence):
    assert refusal(changed(old, new)) == sentence


def test_a_file_that_is_no_toml_is_refused_by_its_name():
    assert refusal("language = en").startswith("mine.toml, case '-', field '-': the file is not")


def test_two_cases_with_one_id_are_refused(tmp_path):
    (tmp_path / "a.toml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "b.toml").write_text(GOOD, encoding="utf-8")

    with pytest.raises(CaseError) as caught:
        load_cases(tmp_path, codebook=codebook(), gazetteer=gazetteer())

    assert str(caught.value) == "b.toml, case 'a', field 'id': taken already in a.toml."
