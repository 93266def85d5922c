"""The codebook that docs/codebook.md shows is one."""

import re
from pathlib import Path

from tumen.codebook import load_codebook, say

PAGE = Path(__file__).parents[2] / "docs" / "codebook.md"


def shown() -> str:
    (example,) = re.findall(r"^```toml\n(.*?)^```$", PAGE.read_text("utf-8"), re.M | re.S)
    return str(example)


def test_the_example_of_the_page_loads_and_speaks(tmp_path: Path) -> None:
    path = tmp_path / "codebook.toml"
    path.write_text(shown(), encoding="utf-8")
    codebook = load_codebook(path)
    kind = codebook.kinds["detained"]

    assert [cue.text for cue in kind.cues["en"]] == ["detained", "jailed", "held"]
    assert say(kind.template("ko"), {"subject": "난민"}, language="ko") == "난민이 구금돼 있었다."


def test_the_page_names_every_file_of_the_shipped_codebook() -> None:
    folder = Path(load_codebook.__code__.co_filename).parent / "data" / "dprk-china"
    names = {path.name for path in folder.glob("*.toml")}
    text = PAGE.read_text("utf-8")
    short = re.sub(r"`(-ko|-ja|-zh)`", r"`cues\1.toml`", text).replace("`outlets-*.toml`", "")

    assert {name for name in names if f"`{name}`" not in short} == {
        "outlets-asia.toml",
        "outlets-media.toml",
        "outlets-ngo.toml",
        "outlets-offices.toml",
    }
