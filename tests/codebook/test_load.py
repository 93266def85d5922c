from pathlib import Path

import pytest

from tests.codebook.small import write_codebook
from tumen.codebook import Cue, load_codebook
from tumen.errors import CodebookError
from tumen.records import HopType


def test_a_codebook_of_the_user_is_loaded_from_its_path(tmp_path: Path) -> None:
    codebook = load_codebook(write_codebook(tmp_path))

    assert codebook.name == "small"
    assert list(codebook.states) == ["held", "gone"]
    assert codebook.speakers["paper"].type is HopType.MEDIA
    assert codebook.assumptions["all_of_them"].on is False


def test_a_path_in_words_is_a_path(tmp_path: Path) -> None:
    path = write_codebook(tmp_path)

    assert load_codebook(str(path)) is load_codebook(path)


def test_a_relative_path_is_taken_from_where_the_program_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_codebook(tmp_path / "mine")
    monkeypatch.chdir(tmp_path)

    assert load_codebook("mine/codebook.toml").name == "small"


def test_a_codebook_is_read_once():
    assert load_codebook("dprk-china") is load_codebook("dprk-china")


def test_lists_of_two_files_are_joined(tmp_path: Path) -> None:
    cues = load_codebook(write_codebook(tmp_path)).kinds["held"].cues

    assert [cue.text for cue in cues["en"]] == [
        "taken into custody",
        "held",
        "refuses",
        "refused",
        "refuse",
    ]


def test_a_language_without_cues_has_none(tmp_path: Path) -> None:
    cues = load_codebook(write_codebook(tmp_path)).kinds["held"].cues

    assert cues["ko"] == cues["ja"] == cues["zh"] == ()


def test_the_conditions_of_a_cue_are_kept(tmp_path: Path) -> None:
    cue = load_codebook(write_codebook(tmp_path)).kinds["held"].cues["en"][1]

    assert cue == Cue(text="held", near=("prison",), never=("talks",), side="after")


def test_an_unknown_name_is_answered_with_the_names_there_are():
    with pytest.raises(CodebookError) as error:
        load_codebook("dprk-chna")

    assert str(error.value) == (
        "There is no codebook 'dprk-chna'. The ones that come with Tumen are dprk-china, "
        "pushback-generic; "
        "for one of your own give the path of its .toml file."
    )


@pytest.mark.parametrize("name", ["", ".", ".."])
def test_a_name_is_never_a_way_through_the_file_system(name: str) -> None:
    with pytest.raises(CodebookError):
        load_codebook(name)


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match=r"nowhere\.toml' cannot be read: No such file"):
        load_codebook(tmp_path / "nowhere.toml")


def test_a_folder_is_not_a_codebook(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="cannot be read: Is a directory"):
        load_codebook(tmp_path)


def test_the_digest_changes_with_any_file(tmp_path: Path) -> None:
    first = load_codebook(write_codebook(tmp_path / "a"))
    same = load_codebook(write_codebook(tmp_path / "b"))
    main = load_codebook(write_codebook(tmp_path / "c", main=('version = "1"', 'version = "2"')))
    part = load_codebook(write_codebook(tmp_path / "d", more=("a choice", "another choice")))

    assert first.digest == same.digest
    assert len({first.digest, main.digest, part.digest}) == 3
