from __future__ import annotations

from pathlib import Path

import pytest

from tests.build import a_report
from tests.codebook.small import write_codebook
from tumen import pipeline
from tumen.codebook import load_codebook
from tumen.codebook.table import LANGUAGES

PAGE = Path(__file__).parents[2] / "docs" / "codebook.md"


@pytest.mark.parametrize("name", ["dprk-china", "pushback-generic"])
def test_every_codebook_has_the_kind_of_what_it_does_not_count(name):
    other = load_codebook(name).kinds["other"]

    assert set(other.sentence) == set(LANGUAGES)
    assert other.measure == ""


def test_a_codebook_that_does_not_write_it_has_it_too_after_its_own(tmp_path):
    assert list(load_codebook(write_codebook(tmp_path)).kinds)[-1] == "other"


def test_a_codebook_may_say_it_in_its_own_words(tmp_path):
    path = the_small_one(tmp_path)
    own = (
        path.read_text(encoding="utf-8")
        + """
[kinds.other]
label = { en = "talk", ko = "말", ja = "話", zh = "话" }
sentence = { en = "{speaker}talk.", ko = "{speaker}말.", ja = "{speaker}話。", zh = "{speaker}话。" }
"""
    )
    path.write_text(own, encoding="utf-8")

    assert load_codebook(path).kinds["other"].label["en"] == "talk"


def test_the_small_codebook_of_the_page_reads_and_writes_a_brief(tmp_path):
    background = pipeline.load_background(str(the_small_one(tmp_path)))
    report = a_report("About 30 people were detained in Jilin. Another 12 people were seen there.")
    situation = pipeline.understand([report], background=background)

    kinds = {claim.kind: claim.figure.low for claim in situation.readings[0].claims if claim.figure}
    assert kinds["detained"] == 30
    for language in LANGUAGES:
        page = pipeline.write_brief(
            situation, background=background, format="md", language=language
        )
        assert "30" in page.decode("utf-8")


def the_small_one(folder: Path) -> Path:
    """Write down the codebook that docs/codebook.md shows as a whole one."""
    text = PAGE.read_text(encoding="utf-8").partition("A small one, whole:")[2]
    path = folder / "codebook.toml"
    path.write_text(text.partition("```toml\n")[2].partition("```")[0], encoding="utf-8")
    return path
