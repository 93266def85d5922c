"""Gazetteer files in a few words."""

from pathlib import Path

COUNTRY = """
[[place]]
id = "XA"
type = "country"
source = "own"
names.en = ["Exland"]
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def a_place(**changes: str | None) -> str:
    """Return a [[place]] table of a city in Exland; a change to None leaves the key out."""
    lines: dict[str, str | None] = {
        "id": '"XA-town"',
        "type": '"city"',
        "parent": '"XA"',
        "source": '"own"',
        "names.en": '["Exton"]',
    }
    lines |= changes
    return "\n[[place]]\n" + "\n".join(f"{k} = {v}" for k, v in lines.items() if v is not None)
