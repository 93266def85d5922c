from __future__ import annotations

from datetime import date

import click
from click.testing import CliRunner

from tumen.cli.asked import Asked, takes_reports


def asked_for(*arguments: str) -> tuple[int, str, list[Asked]]:
    """Run a command that keeps what it was asked for."""
    heard: list[Asked] = []

    @click.command()
    @takes_reports
    @click.option("--loud", is_flag=True)
    def command(asked: Asked, *, loud: bool) -> None:
        assert not loud
        heard.append(asked)

    done = CliRunner().invoke(command, list(arguments))
    return done.exit_code, done.output, heard


def test_every_common_option_is_gathered():
    code, _, heard = asked_for(
        *("a.txt", "b.html", "--case", "c", "--codebook", "x.toml", "--published", "2020-11-05"),
        *("--language", "ko", "--as-of", "2020-12-01", "--lang", "ja", "--quiet"),
    )

    assert code == 0
    assert heard == [
        Asked(
            reports=("a.txt", "b.html"),
            case="c",
            codebook="x.toml",
            published=date(2020, 11, 5),
            language="ko",
            as_of=date(2020, 12, 1),
            output_language="ja",
            quiet=True,
        )
    ]


def test_without_options_nothing_is_supposed():
    _, _, (asked,) = asked_for("a.txt")

    assert (asked.published, asked.language, asked.as_of, asked.case) == (None, None, None, None)
    assert asked.output_language == "en"
    assert not asked.quiet


def test_a_case_alone_is_enough():
    assert asked_for("--case", "c")[0] == 0


def test_no_report_at_all_is_wrong_usage():
    code, said, heard = asked_for()

    assert code == 2
    assert heard == []
    assert "Name at least one REPORT, or a case with --case CASE." in said


def test_a_day_that_is_none_is_wrong_usage_and_shows_how_to_write_one():
    code, said, _ = asked_for("a.txt", "--published", "5 November")

    assert code == 2
    assert "'5 November' is no day; write it as year-month-day, such as 2020-11-05." in said


def test_a_language_of_output_that_we_do_not_speak_is_wrong_usage():
    assert asked_for("a.txt", "--lang", "fr")[0] == 2
