"""A whole codebook as small as can be, and ways to write it with one thing changed."""

from __future__ import annotations

from pathlib import Path

MAIN = """
name = "small"
version = "1"
gazetteer = "dprk-china"
area = "CN"
default_subject = "people"
parts = ["more.toml"]
title = { en = "Small", ko = "작은", ja = "小", zh = "小" }

[states.held]
label = { en = "held", ko = "구금", ja = "拘禁", zh = "在押" }
exits = ["gone"]
[states.gone]
label = { en = "gone", ko = "북송", ja = "送還", zh = "遣返" }

[subjects.people]
label = { en = "people", ko = "사람", ja = "人", zh = "人" }
nouns = { en = ["person", "people"] }
[subjects.women]
parent = "people"
label = { en = "women", ko = "여성", ja = "女性", zh = "女性" }
nouns = { en = ["woman", "women"] }

[indicators.border]
label = { en = "Border", ko = "국경", ja = "国境", zh = "边境" }
question = { en = "Open?", ko = "열렸나?", ja = "開いたか", zh = "开了吗" }
states = { closed = { en = "closed", ko = "봉쇄", ja = "閉鎖", zh = "关闭" } }

[kinds.held]
measure = "stock"
state = "held"
label = { en = "held", ko = "구금", ja = "拘禁", zh = "在押" }
sentence = { en = "{figure}{subject} held.", ko = "{subject}{figure}", ja = "{subject}", zh = "{subject}" }
cues.en = ["taken into custody", { text = "held", near = ["Prison"], never = ["talks"], side = "after" }]

[kinds.gone]
measure = "flow"
by = "gone"
label = { en = "gone", ko = "북송", ja = "送還", zh = "遣返" }
sentence = { en = "gone", ko = "북송", ja = "送還", zh = "遣返" }

[kinds.closed]
indicator = "border"
condition = "closed"
label = { en = "closed", ko = "봉쇄", ja = "閉鎖", zh = "关闭" }
sentence = { en = "closed", ko = "봉쇄", ja = "閉鎖", zh = "关闭" }
"""

MORE = """
[kinds.held]
cues.en = ["refuse(s|d|)"]

[speakers.paper]
name = "A Paper"
type = "media"
domains = ["paper.example"]
ko = ["신문"]
[speakers.office]
name = "An Office"
type = "un"

[anniversaries.party]
label = { en = "Party", ko = "당", ja = "党", zh = "党" }
founded = 1945-10-10
names = { en = ["Party"] }
source = "a calendar"

[reasons.rain]
label = { en = "rain", ko = "비", ja = "雨", zh = "雨" }
cues.en = ["rain"]

[vagueness.around]
low = 0.85
high = 1.15
source = "a choice"
en = ["about", "some"]

[assumptions.all_of_them]
label = { en = "All.", ko = "전부.", ja = "全員。", zh = "全部。" }
"""


def write_codebook(
    folder: Path,
    *,
    main: tuple[str, str] = ("", ""),
    more: tuple[str, str] = ("", ""),
) -> Path:
    """Write the codebook with one replacement in each file; return the path of its main file."""
    assert main[0] in MAIN
    assert more[0] in MORE
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "more.toml").write_text(MORE.replace(*more, 1), encoding="utf-8")
    path = folder / "codebook.toml"
    path.write_text(MAIN.replace(*main, 1), encoding="utf-8")
    return path
