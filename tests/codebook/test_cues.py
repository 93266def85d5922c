from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from tests.codebook.small import write_codebook
from tumen.codebook import load_codebook
from tumen.codebook.cues import MAX_FORMS, expand
from tumen.errors import CodebookError


def test_words_without_alternatives_stand_for_themselves():
    assert expand("taken into custody") == ("taken into custody",)


def test_alternatives_are_spelt_out_in_their_order():
    assert expand("refuse(s|d|)") == ("refuses", "refused", "refuse")


def test_groups_multiply():
    assert expand("(was|were) (held|jailed)") == (
        "was held",
        "was jailed",
        "were held",
        "were jailed",
    )


def test_an_empty_alternative_leaves_no_double_space():
    assert expand("(now |)held (in|) prison") == (
        "now held in prison",
        "now held prison",
        "held in prison",
        "held prison",
    )


def test_forms_that_come_out_alike_come_once():
    assert expand("(a|a|)b") == ("ab", "b")


@pytest.mark.parametrize("text", ["a(b", "a)b", "a|b", "((a|b)|c)", "(a|b))"])
def test_brackets_that_do_not_pair_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="brackets do not pair"):
        expand(text)


@pytest.mark.parametrize("text", ["", " ", "(a|)", "(|) "])
def test_a_cue_that_may_stand_for_nothing_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no words at all"):
        expand(text)


def test_a_cue_of_too_many_forms_is_refused():
    with pytest.raises(ValueError, match=f"more than {MAX_FORMS} forms"):
        expand("(a|b)" * 64)


words = st.text("abcde", min_size=1, max_size=4)
groups = st.lists(words, min_size=1, max_size=4)


@given(st.lists(groups, min_size=1, max_size=3))
def test_every_choice_is_a_form_and_every_form_a_choice(choices: list[list[str]]) -> None:
    forms = expand(" ".join(f"({'|'.join(group)})" for group in choices))

    assert len(forms) == len(set(forms))
    for number, group in enumerate(choices):
        assert {form.split()[number] for form in forms} == set(group)
    expected = 1
    for group in choices:
        expected *= len(set(group))
    assert len(forms) == expected


@given(st.text("ab(|) ", max_size=12))
def test_whatever_is_written_it_expands_or_is_refused(text: str) -> None:
    try:
        forms = expand(text)
    except ValueError:
        return
    assert forms
    assert not any(set(form) & set("()|") or not form or "  " in form for form in forms)


def test_a_cue_that_says_nothing_is_named_with_file_and_key(tmp_path: Path) -> None:
    path = write_codebook(tmp_path / "book", more=("refuse(s|d|)", "(s|d|)"))

    with pytest.raises(CodebookError) as error:
        load_codebook(path)

    assert str(error.value) == (
        "book/more.toml: kinds.held.cues.en.2.text is '(s|d|)', which can stand for no words at all."
    )


def test_a_cue_that_is_no_words_is_refused(tmp_path: Path) -> None:
    path = write_codebook(tmp_path / "book", more=('"refuse(s|d|)"', "7"))

    with pytest.raises(CodebookError) as error:
        load_codebook(path)

    assert str(error.value) == (
        "book/more.toml: kinds.held.cues.en.2.text is 7, but must be words in quotes."
    )


def test_an_unknown_side_is_refused(tmp_path: Path) -> None:
    path = write_codebook(tmp_path / "book", main=('side = "after"', 'side = "left"'))

    with pytest.raises(CodebookError) as error:
        load_codebook(path)

    assert str(error.value) == (
        "book/codebook.toml: kinds.held.cues.en.1.side is 'left', "
        "but must be one of after, before, any."
    )


def test_an_unknown_condition_is_refused(tmp_path: Path) -> None:
    path = write_codebook(tmp_path / "book", main=("never =", "not ="))

    with pytest.raises(CodebookError, match=r"kinds\.held\.cues\.en\.1\.not is not known here"):
        load_codebook(path)


def test_english_conditions_are_folded_and_may_have_alternatives(tmp_path: Path) -> None:
    path = write_codebook(tmp_path, main=('near = ["Prison"]', 'near = ["Jail(s|)"]'))

    assert load_codebook(path).kinds["held"].cues["en"][1].near == ("jails", "jail")


def test_an_unknown_language_of_cues_is_refused(tmp_path: Path) -> None:
    path = write_codebook(tmp_path, more=('cues.en = ["refuse(s|d|)"]', 'cues.fr = ["refuse"]'))

    with pytest.raises(CodebookError, match=r"cues\.fr is not known here; the keys are en, ko"):
        load_codebook(path)
