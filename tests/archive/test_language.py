from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tests.archive.documents import CHINESE, ENGLISH, JAPANESE, KOREAN
from tumen.archive.language import LANGUAGES, SMALL_WORDS, detect, disagrees, language_of, primary
from tumen.errors import UnreadableReportError


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(" ".join(ENGLISH), "en", id="English"),
        pytest.param(" ".join(KOREAN), "ko", id="Korean"),
        pytest.param(" ".join(JAPANESE), "ja", id="Japanese"),
        pytest.param(" ".join(CHINESE), "zh", id="Chinese"),
        pytest.param("North refuses 200", "en", id="a short headline"),
        pytest.param("데일리NK(Daily NK) 보도에 따르면 200명", "ko", id="Korean with English"),
        pytest.param("北韓이 脫北者 送還을 拒否했다고 消息通이 傳했다", "ko", id="Korean with Han"),
        pytest.param("NEWSポストセブンによると約20人", "ja", id="Japanese with English"),
        pytest.param("据《NEWSポストセブン》报道，朝鲜方面拒绝接收约二十名脱北者，中国警方"
                     "已经将他们关押数月之久，当地看守所人满为患。知情人士称，这些人大多是妇女，"
                     "一旦被遣返将面临严厉处罚，韩国政府对此表示严重关切", "zh", id="Chinese citing kana"),
        pytest.param("The paper 데일리NK said the North refused them", "en", id="English citing"),
        pytest.param("12 / 34", "", id="no letters"),
        pytest.param("Беженцев вернут через границу", "", id="Cyrillic"),
        pytest.param("Le gouvernement a dit que les gens ont faim et froid ici " * 5, "fr",
                     id="French"),
        pytest.param("Trente Nord-Coréens ont été renvoyés de Chine, selon une ONG.", "fr",
                     id="a French sentence"),
        pytest.param("Die Polizei hat nach Angaben von The Guardian 30 Menschen festgenommen und "
                     "in das Lager gebracht.", "de", id="German citing English"),
        pytest.param("La policía detuvo a 30 personas en la frontera, según el diario.", "es",
                     id="Spanish"),
        pytest.param("Cảnh sát đã bắt 30 người và đưa họ trở về từ biên giới.", "vi",
                     id="Vietnamese"),
        pytest.param("Police arrested 30 people in Los Angeles and Rio de Janeiro, the "
                     "daily El Diario said.", "en", id="English with Spanish names"),
        pytest.param("North Koreans reach Los Angeles, Las Vegas", "en", id="Spanish names"),
        pytest.param("lorem ipsum " * 30, "", id="Latin letters, no words"),
    ],
)  # fmt: skip
def test_the_script_tells_the_language(text: str, language: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(
    ("hinted", "text", "language"),
    [
        pytest.param("ko_KR", KOREAN[0], "ko-KR", id="the page refines the script"),
        pytest.param("zh-TW", CHINESE[0], "zh-TW", id="a region"),
        pytest.param("en", KOREAN[0], "ko", id="a template's language that the script belies"),
        pytest.param("ja", ENGLISH[0], "en", id="a language that the script belies"),
        pytest.param("en-GB", ENGLISH[0], "en-GB", id="English somewhere"),
        pytest.param("<script>", ENGLISH[0], "en", id="no tag"),
        pytest.param("", JAPANESE[0], "ja", id="nothing declared"),
    ],
)
def test_a_page_is_believed_where_its_script_agrees(hinted, text, language):
    assert language_of(text, name="a", hinted=hinted) == language


def test_a_person_is_believed():
    assert language_of(JAPANESE[0], name="a", said="zh-Hant", hinted="ja") == "zh-Hant"


@pytest.mark.parametrize("options", [{"declared": "fr"}, {"hinted": "fr"}])
def test_a_report_that_says_it_is_in_another_language_is_kept_as_that(options):
    assert language_of("Le texte", name="a.txt", **options) == "fr"


@pytest.mark.parametrize("options", [{"said": "fr"}, {"declared": "klingon!"}])
def test_a_language_without_a_reader_is_refused_with_those_that_have_one(options):
    with pytest.raises(UnreadableReportError) as caught:
        language_of("Le texte", name="a.txt", **options)

    (said,) = options.values()
    assert str(caught.value) == (
        f"'a.txt' cannot be read as a report: no reader knows the language {said!r}; they know "
        "en (English), ko (Korean), ja (Japanese), zh (Chinese)"
    )


def test_where_nothing_tells_the_language_it_is_asked_for():
    with pytest.raises(UnreadableReportError, match=r"cannot be told.*say which with --language"):
        language_of("12 / 34", name="a.txt")


@given(st.text())
def test_any_text_has_one_of_the_languages_or_none(text: str) -> None:
    assert detect(text) in {*LANGUAGES, *SMALL_WORDS, ""}


def test_the_language_of_a_tag_is_its_first_part():
    assert primary("zh-Hant-TW") == "zh"


@pytest.mark.parametrize(
    ("text", "tag", "found"),
    [
        ("About 200 people are held in Jilin.", "ko", "en"),
        ("지린성 당국이 탈북민 200여 명을 구금하고 있다.", "en-GB", "ko"),
        ("脱北者約200人を拘束していると明らかにした。", "zh-Hant", "ja"),
        ("About 200 people are held in Jilin.", "en-GB", ""),
        ("脱北者拘束", "ja", ""),
        ("脱北者拘束" * 50, "ja", "zh"),
        ("About 200 people are held in Jilin.", "fr", ""),
        ("200", "ko", ""),
    ],
)
def test_letters_of_another_language_than_the_one_said_are_told(text, tag, found):
    assert disagrees(text, tag) == found
