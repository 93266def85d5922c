from pathlib import Path

import pytest

from tests.codebook.small import write_codebook
from tumen.codebook import load_codebook
from tumen.errors import CodebookError

MAIN_FAULTS = [
    ('version = "1"', 'verison = "1"', "verison is not known here; the keys are name, version"),
    ('area = "CN"', "", "area is missing; give it as words in quotes"),
    ('exits = ["gone"]', 'exit = ["gone"]', "states.held.exit is not known here"),
    ('parent = "people"', 'parents = "people"', "subjects.women.parents is not known here"),
    (', zh = "女性"', "", "subjects.women.label.zh is missing"),
    (', ja = "小"', "", "title.ja is missing"),
    ('measure = "stock"', 'measure = "stack"', "kinds.held.measure is 'stack', but must be one of"),
    ('by = "gone"', "planned = 1", "kinds.gone.planned is 1, but must be true or false"),
    ("{figure}{subject} held.", "{figures} held.", "kinds.held.sentence.en is '{figures} held.'"),
    ("{figure}{subject} held.", "{figure!r}", "kinds.held.sentence.en is '{figure!r}', but only"),
    ("{figure}{subject} held.", "{figure held.", "whose braces cannot be read"),
    ('question = { en = "Open?",', "question = {", "indicators.border.question.en is missing"),
]

MORE_FAULTS = [
    (
        'type = "media"',
        'type = "press"',
        "speakers.paper.type is 'press', but must be one of state",
    ),
    ('type = "un"', 'type = "none"', "speakers.office.type is 'none', but must be one of state"),
    ('"paper.example"', '"https://paper.example"', "but must be a bare domain in lower case"),
    ('"paper.example"', '"example"', "speakers.paper.domains.0 is 'example', but must be"),
    ('ko = ["신문"]', 'fr = ["journal"]', "speakers.paper.fr is not known here"),
    ("low = 0.85", "low = 1.5", "vagueness.around.high is 1.15, but must not be below low (1.5)"),
    ('source = "a choice"', "", "vagueness.around.source is missing"),
    ("founded = 1945-10-10", "", "anniversaries.party.founded is missing; give a day such as"),
    (', zh = "雨"', "", "reasons.rain.label.zh is missing"),
    (', zh = "全部。"', "", "assumptions.all_of_them.label.zh is missing"),
]


@pytest.mark.parametrize(("old", "new", "words"), MAIN_FAULTS)
def test_a_fault_is_named_with_its_key(tmp_path: Path, old: str, new: str, words: str) -> None:
    with pytest.raises(CodebookError) as error:
        load_codebook(write_codebook(tmp_path / "book", main=(old, new)))

    assert str(error.value).startswith("book/codebook.toml: ")
    assert words in str(error.value)
    assert str(error.value).endswith(".")


@pytest.mark.parametrize(("old", "new", "words"), MORE_FAULTS)
def test_a_fault_in_a_part_is_named_with_the_part(
    tmp_path: Path, old: str, new: str, words: str
) -> None:
    with pytest.raises(CodebookError) as error:
        load_codebook(write_codebook(tmp_path / "book", more=(old, new)))

    assert str(error.value).startswith("book/more.toml: ")
    assert words in str(error.value)
    assert str(error.value).endswith(".")


def test_a_speakers_name_is_the_first_of_its_english_names(tmp_path: Path) -> None:
    speaker = load_codebook(write_codebook(tmp_path)).speakers["paper"]

    assert speaker.names == {"en": ("A Paper",), "ko": ("신문",), "ja": (), "zh": ()}


def test_each_word_of_a_group_has_its_factors(tmp_path: Path) -> None:
    words = load_codebook(write_codebook(tmp_path)).vagueness

    assert [(w.word, w.language, w.low, w.high) for w in words] == [
        ("about", "en", 0.85, 1.15),
        ("some", "en", 0.85, 1.15),
    ]
