from datetime import date
from pathlib import Path

import pytest

from tests.codebook.small import write_codebook
from tumen.codebook import load_codebook
from tumen.codebook.table import Table
from tumen.errors import CodebookError


def a_table(**content: object) -> Table:
    return Table(content=content, files={(): "a.toml"}, key=("rows", "one"))


def test_values_come_out_typed():
    table = a_table(text="a", day=date(1945, 10, 10), factor=0.85, on=True, words=["a", "b", "a"])

    assert table.text("text") == "a"
    assert table.day("day") == date(1945, 10, 10)
    assert table.factor("factor") == 0.85
    assert table.flag("on", default=False) is True
    assert table.words("words") == ("a", "b")


def test_a_default_stands_for_what_is_not_there():
    table = a_table()

    assert table.text("text", "") == ""
    assert table.flag("on", default=False) is False
    assert table.words("words") == ()
    assert list(table.tables("rows")) == []


@pytest.mark.parametrize("value", ["", "  ", 3, ["a"]])
def test_words_must_be_words(value: object) -> None:
    with pytest.raises(CodebookError) as error:
        a_table(text=value).text("text")

    assert str(error.value) == (f"a.toml: rows.one.text is {value!r}, but must be words in quotes.")


@pytest.mark.parametrize("value", [0, -1, True, "1", float("inf"), float("nan")])
def test_a_factor_must_be_a_number_above_zero(value: object) -> None:
    with pytest.raises(CodebookError, match=r"rows\.one\.low is .* must be a number above 0"):
        a_table(low=value).factor("low")


@pytest.mark.parametrize("value", ["1945-10-10", 1945])
def test_a_day_must_be_a_day(value: object) -> None:
    with pytest.raises(CodebookError, match=r"rows\.one\.founded is .* must be a day such as"):
        a_table(founded=value).day("founded")


def test_a_day_with_an_hour_is_not_a_day(tmp_path: Path) -> None:
    path = write_codebook(tmp_path / "book", more=("1945-10-10", "1945-10-10T09:00:00"))

    with pytest.raises(CodebookError, match=r"^book/more\.toml: anniversaries\.party\.founded is "):
        load_codebook(path)


def test_a_long_value_is_cut_in_the_message():
    with pytest.raises(CodebookError) as error:
        a_table(on="x" * 500).flag("on", default=False)

    assert "..." in str(error.value)
    assert len(str(error.value)) < 200


def test_a_list_must_be_a_list_and_a_table_a_table():
    with pytest.raises(CodebookError, match="must be a list"):
        a_table(words="a").words("words")
    with pytest.raises(CodebookError, match="must be a table"):
        a_table(label="a").labels("label")


@pytest.mark.parametrize("language", ["en", "ko", "ja", "zh"])
def test_a_label_that_lacks_in_a_language_is_missed(language: str) -> None:
    label = {"en": "a", "ko": "b", "ja": "c", "zh": "d"}
    del label[language]

    with pytest.raises(CodebookError) as error:
        a_table(label=label).labels("label")

    assert str(error.value) == (
        f"a.toml: rows.one.label.{language} is missing; give it as words in quotes."
    )


def test_a_number_among_words_is_named_with_its_place():
    with pytest.raises(CodebookError, match=r"^a\.toml: rows\.one\.words\.1 is 7, but every entry"):
        a_table(words=["a", 7]).words("words")
