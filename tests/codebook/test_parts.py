from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from tests.codebook.small import write_codebook
from tumen.codebook import load_codebook
from tumen.codebook.parts import merge, read_parts
from tumen.codebook.table import file_of
from tumen.errors import CodebookError


@pytest.mark.parametrize("part", ["../secret.toml", "/etc/hostname", "sub/../../secret.toml"])
def test_a_part_outside_the_folder_is_refused(tmp_path: Path, part: str) -> None:
    (tmp_path / "secret.toml").write_text('name = "secret"', encoding="utf-8")
    path = write_codebook(tmp_path / "book", main=("more.toml", part))

    with pytest.raises(CodebookError) as error:
        load_codebook(path)

    assert str(error.value) == (
        f"book/codebook.toml: parts names {part!r}, which lies outside the codebook's folder; "
        "put the file into the folder and give its name."
    )


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.toml").write_text('name = "secret"', encoding="utf-8")
    path = write_codebook(tmp_path / "book", main=("more.toml", "link.toml"))
    (tmp_path / "book" / "link.toml").symlink_to(tmp_path / "secret.toml")

    with pytest.raises(CodebookError, match="lies outside the codebook's folder"):
        load_codebook(path)


def test_links_in_a_circle_are_an_error_in_words(tmp_path: Path) -> None:
    path = write_codebook(tmp_path, main=("more.toml", "a.toml"))
    (tmp_path / "a.toml").symlink_to(tmp_path / "b.toml")
    (tmp_path / "b.toml").symlink_to(tmp_path / "a.toml")

    with pytest.raises(CodebookError, match=r"a\.toml' cannot be read"):
        load_codebook(path)


def test_a_nul_in_a_name_is_an_error_in_words(tmp_path: Path) -> None:
    path = write_codebook(tmp_path, main=("more.toml", r"mo\u0000re.toml"))

    with pytest.raises(CodebookError, match="cannot be read"):
        load_codebook(path)


def test_a_part_in_a_folder_below_is_welcome(tmp_path: Path) -> None:
    path = write_codebook(tmp_path, main=("more.toml", "sub/more.toml"))
    (tmp_path / "sub").mkdir()
    (tmp_path / "more.toml").rename(tmp_path / "sub" / "more.toml")

    assert "paper" in load_codebook(path).speakers


def test_a_missing_part_is_named(tmp_path: Path) -> None:
    path = write_codebook(tmp_path / "book", main=("more.toml", "less.toml"))

    with pytest.raises(CodebookError) as error:
        load_codebook(path)

    assert str(error.value) == "'book/less.toml' cannot be read: No such file or directory."


def test_a_part_may_not_list_parts(tmp_path: Path) -> None:
    path = write_codebook(tmp_path / "book", more=("[kinds.held]", "parts = []\n[kinds.held]"))

    with pytest.raises(CodebookError) as error:
        load_codebook(path)

    assert str(error.value) == (
        "book/more.toml: parts is not known here; only codebook.toml may list parts."
    )


def test_one_key_with_two_values_names_both_files(tmp_path: Path) -> None:
    path = write_codebook(
        tmp_path / "book", more=("[kinds.held]", '[kinds.held]\nmeasure = "flow"')
    )

    with pytest.raises(CodebookError) as error:
        load_codebook(path)

    assert str(error.value) == (
        "kinds.held.measure is 'stock' in book/codebook.toml and 'flow' in book/more.toml; "
        "keep one of the two."
    )


def test_one_key_with_one_value_may_be_set_twice(tmp_path: Path) -> None:
    path = write_codebook(tmp_path, more=("[kinds.held]", '[kinds.held]\nmeasure = "stock"'))

    assert load_codebook(path).kinds["held"].measure == "stock"


def test_true_and_one_are_two_values():
    into: dict[str, object] = {"on": True}

    with pytest.raises(CodebookError, match="on is True in a and 1 in b"):
        merge(into, {"on": 1}, "b", {(): "a"})


def test_a_table_and_a_list_do_not_merge():
    into: dict[str, object] = {"names": {"en": []}}

    with pytest.raises(CodebookError, match="keep one of the two"):
        merge(into, {"names": ["a"]}, "b", {(): "a"})


def test_what_is_not_toml_is_named_with_its_line(tmp_path: Path) -> None:
    path = write_codebook(tmp_path / "book", more=("low = 0.85", "low = "))

    with pytest.raises(CodebookError, match=r"'book/more\.toml' is not valid TOML: .*line "):
        load_codebook(path)


def test_a_day_that_does_not_exist_is_not_toml(tmp_path: Path) -> None:
    path = write_codebook(tmp_path / "book", more=("1945-10-10", "1945-13-40"))

    with pytest.raises(CodebookError, match=r"'book/more\.toml' is not valid TOML"):
        load_codebook(path)


def test_what_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    path = write_codebook(tmp_path / "book")
    (tmp_path / "book" / "more.toml").write_bytes('name = "북"'.encode("euc-kr"))

    with pytest.raises(CodebookError, match=r"'book/more\.toml' is not UTF-8"):
        load_codebook(path)


def test_every_entry_of_a_joined_list_remembers_its_file(tmp_path: Path) -> None:
    files = read_parts(write_codebook(tmp_path / "book")).table.files

    where = ("kinds", "held", "cues", "en")
    assert file_of((*where, "1"), files) == "book/codebook.toml"
    assert file_of((*where, "2"), files) == "book/more.toml"
    assert file_of(("speakers", "paper", "name"), files) == "book/more.toml"


tables = st.recursive(
    st.integers() | st.lists(st.integers(), max_size=3),
    lambda inner: st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from("abc"), tables, max_size=3))
def test_merging_into_nothing_gives_the_same(table: dict[str, object]) -> None:
    into: dict[str, object] = {}
    merge(into, table, "a", {})

    assert into == table
