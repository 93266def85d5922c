from __future__ import annotations

from pathlib import Path

import pytest

from gate.floors import LedgerError, load_floors, shortfalls
from gate.measures import measure

FIRST = '[[row]]\ndate = 2026-11-01\nlanguage = "ko"\nfloors = { f1 = 0.5, cases = 80 }\n'


def ledger(folder: Path, written: str) -> Path:
    path = folder / "floors.toml"
    path.write_text(written, encoding="utf-8")
    return path


def test_the_last_word_on_a_measure_is_its_floor(tmp_path):
    second = '[[row]]\ndate = 2026-11-02\nlanguage = "ko"\nfloors = { f1 = 0.6, chain = 0.4 }\n'
    floors = load_floors(ledger(tmp_path, FIRST + second))

    assert floors == {"ko": {"f1": 0.6, "cases": 80, "chain": 0.4}}


def test_a_row_that_lowers_a_floor_must_say_why(tmp_path):
    lower = '[[row]]\ndate = 2026-11-02\nlanguage = "ko"\nfloors = { f1 = 0.4 }\n'

    with pytest.raises(LedgerError) as caught:
        load_floors(ledger(tmp_path, FIRST + lower))

    assert str(caught.value) == (
        "floors.toml, row 2: the floor of 'f1' goes from 0.5 down to 0.4: say `why`."
    )


@pytest.mark.parametrize("why", ['why = ""', 'why = "  "'])
def test_an_empty_why_is_no_why(tmp_path, why):
    lower = f'[[row]]\ndate = 2026-11-02\nlanguage = "ko"\nfloors = {{ f1 = 0.4 }}\n{why}\n'

    with pytest.raises(LedgerError, match="say `why`"):
        load_floors(ledger(tmp_path, FIRST + lower))


def test_a_row_that_says_why_may_lower_a_floor(tmp_path):
    lower = (
        '[[row]]\ndate = 2026-11-02\nlanguage = "ko"\nfloors = { f1 = 0.4 }\n'
        'why = "a wrong annotation was corrected"\n'
    )

    assert load_floors(ledger(tmp_path, FIRST + lower))["ko"]["f1"] == 0.4


@pytest.mark.parametrize(
    ("row", "trouble"),
    [
        ('date = 2026-10-31\nlanguage = "ko"\nfloors = { f1 = 0.6 }', "before the row above"),
        ('date = "today"\nlanguage = "ko"\nfloors = { f1 = 0.6 }', "`date` must be a day"),
        ('date = 2026-11-02\nlanguage = "kr"\nfloors = { f1 = 0.6 }', "'kr', not one of en, ko"),
        ('date = 2026-11-02\nlanguage = "ko"\nfloors = { speed = 1 }', "'speed' is none of"),
        ('date = 2026-11-02\nlanguage = "ko"\nfloors = { f1 = 60 }', "60, not a share"),
        ('date = 2026-11-02\nlanguage = "ko"\nfloors = {}', "must name a measure"),
        ('date = 2026-11-02\nlanguage = "ko"\nfloors = { f1 = 0.6 }\nby = "me"', "no field 'by'"),
        ('date = 2026-11-02\nlanguage = "ko"\nfloors = { f1 = 0.6 }\nwhy = 1', "must be a text"),
    ],
)
def test_a_row_that_cannot_be_used_is_refused_by_its_number(tmp_path, row, trouble):
    with pytest.raises(LedgerError, match=trouble) as caught:
        load_floors(ledger(tmp_path, f"{FIRST}[[row]]\n{row}\n"))

    assert caught.value.row == 2


def test_a_measure_under_its_floor_is_a_shortfall_and_says_so():
    (short,) = shortfalls({"ko": {"f1": 0.4, "cases": 80}}, {"ko": measure([])})

    assert short.sentence == "ko: cases is 0.000, under its floor of 80.000."


def test_a_language_without_cases_is_under_every_floor():
    short = shortfalls({"ja": {"f1": 0.4, "cases": 80}}, {})

    assert [(s.language, s.measure) for s in short] == [("ja", "f1"), ("ja", "cases")]
