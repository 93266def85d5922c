from pathlib import Path

import pytest

from tests.codebook.small import write_codebook
from tumen.codebook import load_codebook
from tumen.errors import CodebookError

REFERENCES = [
    (
        'default_subject = "people"',
        'default_subject = "peple"',
        "default_subject is 'peple', which is no subject of the codebook (people, women).",
    ),
    (
        'exits = ["gone"]',
        'exits = ["gon"]',
        "states.held.exits.0 is 'gon', which is no state of the codebook (held, gone).",
    ),
    (
        'exits = ["gone"]',
        'exits = ["gone"]\nwithin = "jail"',
        "states.held.within is 'jail', which is no state of the codebook (held, gone).",
    ),
    (
        'exits = ["gone"]',
        'exits = ["gone"]\nwithin = "held"',
        "states.held.within is 'held', which makes 'held' a part of itself.",
    ),
    (
        'parent = "people"',
        'parent = "men"',
        "subjects.women.parent is 'men', which is no subject of the codebook (people, women).",
    ),
    (
        "[subjects.women]",
        "[subjects.'people;men']",
        "subjects.people;men.label is missing; 'men' of this code is no subject of the codebook.",
    ),
    (
        'state = "held"',
        'state = "hold"',
        "kinds.held.state is 'hold', which is no state of the codebook (held, gone).",
    ),
    (
        'state = "held"',
        "",
        "kinds.held.state is missing; a kind that measures a stock needs the state it counts.",
    ),
    (
        'by = "gone"',
        'by = "held"',
        "kinds.gone.by is 'held', which is no exit of a state of the codebook (gone).",
    ),
    (
        'by = "gone"',
        'by = "gone"\ninto = "held"',
        "kinds.gone.measure is 'flow', and then one of into and by must be given, and only one.",
    ),
    (
        'by = "gone"',
        "",
        "kinds.gone.measure is 'flow', and then one of into and by must be given, and only one.",
    ),
    (
        'indicator = "border"',
        'indicator = "boarder"',
        "kinds.closed.indicator is 'boarder', which is no indicator of the codebook (border).",
    ),
    (
        'indicator = "border"',
        "",
        "kinds.closed.condition is 'closed', but the kind names no indicator it belongs to.",
    ),
    (
        'condition = "closed"',
        'condition = "shut"',
        "kinds.closed.condition is 'shut', "
        "which is no state of the indicator 'border' of the codebook (closed).",
    ),
    (
        'condition = "closed"',
        "",
        "kinds.closed.condition is missing; give a state of the indicator (closed).",
    ),
]


@pytest.mark.parametrize(("old", "new", "sentence"), REFERENCES)
def test_a_reference_to_nothing_is_refused(
    tmp_path: Path, old: str, new: str, sentence: str
) -> None:
    with pytest.raises(CodebookError) as error:
        load_codebook(write_codebook(tmp_path / "book", main=(old, new)))

    assert str(error.value) == f"book/codebook.toml: {sentence}"


SHARED = [
    (
        'type = "un"',
        'type = "un"\ndomains = ["paper.example"]',
        "speakers.office.domains.0 is 'paper.example', which is a domain of 'paper' already.",
    ),
    (
        'name = "An Office"',
        'name = "a paper"',
        "speakers.office.name is 'a paper', which is a name of 'paper' already.",
    ),
    (
        'type = "un"',
        'type = "un"\nzh = ["台", "신문"]',
        "speakers.office.zh.1 is '신문', which is a name of 'paper' already.",
    ),
    (
        "[assumptions",
        '[vagueness.under]\nlow = 0.5\nhigh = 1\nsource = "s"\nen = ["some"]\n[assumptions',
        "vagueness.under.en.0 is 'some', which is in 'around' already.",
    ),
]


@pytest.mark.parametrize(("old", "new", "sentence"), SHARED)
def test_what_two_would_share_is_refused(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    with pytest.raises(CodebookError) as error:
        load_codebook(write_codebook(tmp_path / "book", more=(old, new)))

    assert str(error.value) == f"book/more.toml: {sentence}"


def test_two_that_are_part_of_each_other_are_refused(tmp_path: Path) -> None:
    label = 'label = { en = "people"'
    path = write_codebook(tmp_path, main=(label, f'parent = "women"\n{label}'))

    with pytest.raises(CodebookError, match="which makes 'people' a part of itself"):
        load_codebook(path)


def test_one_speaker_may_have_one_name_in_two_languages(tmp_path: Path) -> None:
    path = write_codebook(tmp_path, more=('ko = ["신문"]', 'ko = ["A Paper"]'))

    assert load_codebook(path).speakers["paper"].names["ko"] == ("A Paper",)
