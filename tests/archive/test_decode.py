from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tumen.archive.decode import declared_in_page, decode
from tumen.errors import UnreadableReportError

KOREAN = (
    "중국 지린성의 한 구류장에 탈북민 이백여 명이 올해 초부터 갇혀 있다고 현지 사정에 밝은 "
    "소식통이 전했다. 북한 당국은 전염병이 들어올 것을 걱정해 이들을 받지 않고 있다. "
)
JAPANESE = (
    "中国吉林省の拘置施設に、脱北者およそ二百人が今年の初めから拘束されていると、現地の事情に"
    "詳しい関係者が語った。北朝鮮の当局は感染の広がりを恐れ、引き取りを拒んでいるという。"
)
SIMPLIFIED = (
    "据了解当地情况的人士透露，大约两百名脱北者从今年年初起一直被关押在吉林省的一处看守所。"
    "朝鲜当局担心疫情传入，至今拒绝接收这些人。知情人士还说，看守所已经没有空余的房间。"
)
TRADITIONAL = (
    "據了解當地情況的人士透露，大約兩百名脫北者從今年年初起一直被關押在吉林省的一處看守所。"
    "朝鮮當局擔心疫情傳入，至今拒絕接收這些人。知情人士還說，看守所已經沒有空餘的房間。"
)


@given(st.text(st.characters(exclude_characters="\ufeff\0", exclude_categories=["Cs"])))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_what_was_written_is_read_back(encoding: str, text: str) -> None:
    if encoding == "utf-8" and text[:1] in "\xff\xfe":
        text = "a" + text

    assert decode(text.encode(encoding), name="a") == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param(KOREAN, "cp949", id="Korean"),
        pytest.param(JAPANESE, "cp932", id="Japanese, Windows"),
        pytest.param(JAPANESE, "euc_jp", id="Japanese, Unix"),
        pytest.param(SIMPLIFIED, "gb18030", id="simplified Chinese"),
        pytest.param(TRADITIONAL, "big5hkscs", id="traditional Chinese"),
    ],
)
def test_undeclared_text_of_some_length_is_recognised(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), name="a") == text


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("脱北者の送還".encode("euc_jp"), id="too short to tell"),
        pytest.param(("“They’re held,” he said. " * 40).encode("cp1252"), id="Windows quotes"),
        pytest.param(("Les réfugiés étaient là où l’été " * 20).encode("cp1252"), id="French"),
        pytest.param(("Беженцев вернут через границу. " * 20).encode("cp1251"), id="Russian"),
        pytest.param(b"held in Jilin \xff\xfe", id="broken"),
    ],
)
def test_what_cannot_be_told_for_certain_is_refused_with_the_way_out(content: bytes) -> None:
    with pytest.raises(UnreadableReportError) as caught:
        decode(content, name="a.txt")

    assert str(caught.value) == (
        "'a.txt' cannot be read as a report: its encoding is not UTF-8 and cannot be told for "
        "certain; open it in an editor, save it as UTF-8 and hand that over"
    )


def test_text_that_is_not_what_its_mark_says_is_refused():
    with pytest.raises(UnreadableReportError, match="begins as UTF-8, but byte 4 does not fit"):
        decode(b"\xef\xbb\xbfa\xff", name="a")
    with pytest.raises(UnreadableReportError, match="begins as UTF-16"):
        decode(b"\xff\xfea", name="a")


@pytest.mark.parametrize(("text", "encoding"), [(JAPANESE, "iso2022_jp"), (KOREAN, "iso2022_kr")])
def test_seven_bit_mail_is_no_english(text: str, encoding: str) -> None:
    content = text.encode(encoding)
    # The header of ISO-2022-KR must stand first; Japanese may come after English.
    first = b"" if encoding == "iso2022_kr" else b"language: ja\n\n"

    assert decode(first + content, name="a") == first.decode() + text
    with pytest.raises(UnreadableReportError, match="begins as ISO-2022-"):
        decode(content + b"\x1b$B\x7f\x7f", name="a")


@pytest.mark.parametrize(
    ("label", "text", "encoding"),
    [
        ("EUC-KR", "똠방각하", "cp949"),
        ("Shift_JIS", "①約20人", "cp932"),
        ("gb2312", "朱镕基", "gb18030"),
        ("big5", "脫北者", "big5hkscs"),
        ("iso-8859-1", "“held”", "cp1252"),
    ],
)
def test_a_declared_encoding_is_read_as_browsers_read_it(label, text, encoding):
    assert decode(text.encode(encoding), name="a", declared=label) == text


def test_a_declaration_that_does_not_fit_is_passed_over():
    assert decode("지린성".encode(), name="a", declared="shift_jis") == "지린성"
    assert decode("지린성".encode(), name="a", declared="no-such-thing") == "지린성"


def test_a_declaration_runs_no_codec_that_is_not_listed():
    assert decode(b"\\x41", name="a", declared="unicode_escape") == "\\x41"


def test_a_stray_byte_in_a_declared_page_is_marked_and_not_fatal():
    content = KOREAN.encode("cp949") * 20 + b"\xff"

    assert decode(content, name="a", declared="euc-kr") == KOREAN * 20 + "\ufffd"


@pytest.mark.parametrize(
    ("page", "label"),
    [
        (b'<html><meta charset="EUC-KR">', "EUC-KR"),
        (b"<META http-equiv=Content-Type content='text/html; charset=big5'>", "big5"),
        (b"<html><p>charset=big5", ""),
    ],
)
def test_the_label_is_found_where_the_page_declares_it(page: bytes, label: str) -> None:
    assert declared_in_page(page) == label
