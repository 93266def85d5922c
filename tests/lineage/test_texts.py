from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tumen.lineage.texts import LONGEST, report_resemblance, resemblance

TEXTS = {
    "en": "Police in Dandong picked up about twenty women early this month, said a source in China. ",
    "ko": "중국 공안당국이 이달 초 랴오닝성 단둥에서 탈북 여성 20여 명을 붙잡았다고 소식통이 전했다. ",
    "ja": "中国の警察は今月初め、遼寧省丹東で脱北女性約20人を拘束したと消息筋が話した。",
    "zh": "据消息人士透露,中国警方本月初在辽宁省丹东抓获约二十名脱北女性。",
}
OTHER = {
    "en": "The ministry of unification counts far fewer arrivals since the border has been shut down. ",
    "ko": "통일부에 따르면 국경이 닫힌 뒤 국내에 들어온 사람의 수가 크게 줄어든 것으로 집계됐다. ",
    "ja": "韓国統一省の集計では、国境が閉ざされてから入国者は大きく減っている。",
    "zh": "韩国统一部的统计显示,边境关闭以来入境人数大幅减少。",
}


@pytest.mark.parametrize("language", ["en", "ko", "ja", "zh"])
def test_a_light_rewording_is_a_copy_and_another_matter_is_none(language: str) -> None:
    text = TEXTS[language] * 4
    reworded = text.replace("about", "some").replace("이달 초", "지난주").replace("約", "およそ")

    assert report_resemblance(text, reworded) > 0.5
    assert resemblance(TEXTS[language], OTHER[language]) < 0.1
    assert report_resemblance(text, OTHER[language] * 4) < 0.15


def test_spacing_and_quotation_marks_do_not_hide_a_copy():
    assert resemblance("탈북민 '200여 명'을 북송", "탈북민 200여명을 “북송”") == 1


@given(st.text(max_size=300), st.text(max_size=300))
def test_resemblance_is_mutual_and_a_share(one: str, other: str) -> None:
    for measure in (resemblance, report_resemblance):
        assert 0 <= measure(one, other) <= 1
        assert measure(one, other) == measure(other, one)


@given(st.text(alphabet="가나다라마abcde漢字", min_size=9, max_size=300))
def test_a_text_is_all_like_itself(text: str) -> None:
    assert resemblance(text, text) == 1
    assert report_resemblance(text * 12, text * 12) == 1


def test_a_report_of_one_sentence_is_too_short_to_tell_a_copy_by():
    assert report_resemblance("20 were held there.", "20 were held there.") == 0


def test_nothing_resembles_nothing():
    assert resemblance("", "") == 0
    assert report_resemblance("...", "!!!") == 0


def test_what_stands_beyond_the_longest_report_does_not_count():
    text = "".join(chr(0x4E00 + i % 9000) for i in range(LONGEST))

    assert report_resemblance(text, text + TEXTS["zh"] * 100) == 1
