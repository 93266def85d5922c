from __future__ import annotations

import re
import shutil
import string
import tomllib
from datetime import date
from importlib.resources import files

import pytest

from tests.build import a_claim, a_day, a_figure, a_period
from tests.cli.reports import NEWS, UNDATED, run, write
from tumen.cli.asked import LANGUAGES
from tumen.cli.words import chain, people, spelt, words_in
from tumen.records import Figure, HopType, Period, Precision

TABLE = tomllib.loads(files("tumen.cli").joinpath("words.toml").read_text("utf-8"))


@pytest.mark.parametrize("key", TABLE)
def test_everything_is_said_in_four_languages_with_the_same_gaps(key):
    gaps = {
        language: sorted(gap for _, gap, _, _ in string.Formatter().parse(said) if gap)
        for language, said in TABLE[key].items()
    }

    assert tuple(gaps) == LANGUAGES
    assert [gaps[language] for language in LANGUAGES] == [gaps["en"]] * 4


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (20, 20, "20"),
        (200, 299, "200–299"),
        (1001, None, "≥ 1,001"),
        (None, 50, "≤ 50"),
        (None, None, "–"),
    ],
)
def test_an_interval_is_written_shortly(low, high, said):
    assert people(a_figure(low, high)) == said


def test_about_is_shown_and_no_number_is_a_dash():
    about = Figure(low=20, high=20, approximate=True, wording="about", printed="about 20")

    assert people(about) == "≈ 20"
    assert people(None) == "–"


@pytest.mark.parametrize(
    ("period", "said"),
    [
        (a_day("2020-10-09"), "2020-10-09"),
        (a_period("2020-10-01", "2020-10-10"), "2020-10-01 – 2020-10-10"),
        (a_period("2020-10-01", None), "2020-10-01 …"),
        (a_period(None, "2020-10-01"), "… 2020-10-01"),
        (
            Period(
                first_day=date(2020, 2, 1), last_day=date(2020, 2, 29), precision=Precision.MONTH
            ),
            "2020-02",
        ),
        (
            Period(
                first_day=date(2020, 1, 1), last_day=date(2020, 12, 31), precision=Precision.YEAR
            ),
            "2020",
        ),
        (
            Period(
                first_day=None, last_day=None, precision=Precision.UNRESOLVED, printed="last month"
            ),
            "“last month” (unresolved)",
        ),
    ],
)
def test_days_are_written_as_finely_as_they_are_known(english, period, said):
    assert english.period(period) == said


def test_a_cohort_is_said_to_be_there_since(english):
    january = Period(
        first_day=date(2020, 1, 1), last_day=date(2020, 1, 31), precision=Precision.MONTH
    )

    assert english.when(a_claim(since=january)) == "since 2020-01"
    assert english.when(a_claim(period=a_day("2020-10-09"), since=january)) == (
        "2020-10-09, since 2020-01"
    )


def test_words_that_stayed_unresolved_are_said_once(english):
    said = Period(
        first_day=None, last_day=None, precision=Precision.UNRESOLVED, printed="since last month"
    )

    assert english.when(a_claim(period=said, since=said)) == "“since last month” (unresolved)"


def test_places_are_named_in_the_language_asked_for_the_smallest_first(background):
    claim = a_claim(places=(("CN", "China"), ("CN-JL", "Jilin")))

    assert words_in("en", background).places(claim) == "Jilin, China"
    assert words_in("zh", background).places(claim).startswith("吉林")
    assert words_in("en", background).place("CN/unlisted") == "China, elsewhere"


def test_labels_are_the_codebook_s_and_unknown_codes_are_spelt(english):
    assert english.kind("return_refused") != "return_refused"
    assert english.kind("turned_into_a_bird") == "turned into a bird"
    assert english.subject("star_gazers") == "star gazers"
    assert english.state("nowhere_at_all") == "nowhere at all"
    assert english.condition("weather", "very_cold") == ("weather", "very cold")
    assert spelt("approximator_dropped") == "approximator dropped"


def test_a_chain_runs_from_the_publisher_inwards_and_hearsay_has_a_name(english):
    claim = a_claim(speakers=(("A Paper", HopType.MEDIA), ("", HopType.NONE)))

    assert chain(claim, english) == "A Paper ← hearsay"


def test_a_speaker_without_a_name_is_told_by_its_kind(english):
    claim = a_claim(speakers=(("A Paper", HopType.MEDIA), ("", HopType.WITNESS)))

    assert chain(claim, english) == "A Paper ← a witness"


@pytest.fixture(scope="module")
def steering_codebook(tmp_path_factory) -> str:
    """Return a codebook whose every label, sentence and name would colour the terminal."""
    folder = tmp_path_factory.mktemp("book") / "book"
    shutil.copytree(str(files("tumen.codebook").joinpath("data/dprk-china")), folder)
    for path in folder.glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        label = r"\b(en|ko|ja|zh)( *= *)'([^'\"\\]*)'"
        steered = re.sub(label, r'\1\2"\\u001b[31m\3"', text)
        path.write_text(steered, encoding="utf-8")
    return str(folder / "codebook.toml")


@pytest.mark.parametrize("command", ["read", "trace", "reconcile"])
def test_words_of_a_codebook_do_not_steer_the_terminal(tmp_path, command, steering_codebook):
    again = NEWS.replace("publisher: News", "publisher: Other")
    reports = [write(tmp_path, f"{n}.txt", t) for n, t in enumerate((NEWS, again, UNDATED))]
    explain = ["--explain"] if command == "read" else []
    done = run(command, *reports, "--codebook", steering_codebook)
    explained = run(command, *reports, *explain, "--codebook", steering_codebook)

    assert done.exit_code == 0
    assert "\ufffd[31m" in done.stdout
    assert "\x1b" not in done.stdout + done.stderr + explained.stdout
