import pytest

from tests.reading.reader import a_page
from tumen.reading.speakers import find_said


def said(text: str, language: str = "en") -> list[list[tuple[str, str]]]:
    return [
        [(hop.name, hop.type.value) for hop in one.hops]
        for one in find_said(a_page(text, language))
    ]


@pytest.mark.parametrize(
    ("language", "text", "speaker", "kind"),
    [
        ("en", "According to Yonhap News, mines were laid.", "Yonhap News", "media"),
        (
            "en",
            "The ministry of security said they were held.",
            "The ministry of security",
            "state",
        ),
        (
            "en",
            "Twenty are held, said Y. H. Kim of a rights group.",
            "Y. H. Kim of a rights group",
            "ngo",
        ),
        (
            "en",
            "A source based in China told reporters it was so.",
            "A source based in China",
            "anonymous",
        ),
        ("ko", "복수의 소식통은 그렇다고 말했다.", "복수의 소식통", "anonymous"),
        ("ko", "활동가들에 따르면 12명이 잡혔다.", "활동가들", "ngo"),
        ("ja", "遼寧省当局は送り返すと連絡した。", "遼寧省当局", "state"),
        ("ja", "中国の活動家によると、10人が逮捕された。", "中国の活動家", "ngo"),
        ("zh", "据韩国消息,20人被捕。", "韩国消息", "anonymous"),
    ],
)
def test_the_speaker_is_found_where_the_words_of_saying_have_it(
    language: str, text: str, speaker: str, kind: str
) -> None:
    assert [(speaker, kind)] in said(text, language)


def test_an_outlet_that_was_told_stands_outside_its_source() -> None:
    hops = said("Missionaries told Radio Free Asia on Wednesday that many are held.")

    assert [name for name, _ in hops[0]] == ["Radio Free Asia", "Missionaries"]


def test_a_source_of_an_outlet_is_two_hops() -> None:
    hops = said("They are held, a Daily NK source said on Tuesday.")

    assert [name for name, _ in hops[0]] == ["Daily NK", "a Daily NK source"]


def test_a_pronoun_is_the_last_speaker_it_can_be() -> None:
    hops = said("A broker in Seoul said it was over. He added that nobody comes.")

    assert hops[1][0] == ("A broker in Seoul", "anonymous")


def test_an_agency_tag_is_an_attribution() -> None:
    assert [("Reuters", "media")] in said("He is in a prison near the border (Reuters).")


def test_hearsay_has_no_speaker() -> None:
    assert [] in said("그들은 잡힌 것으로 알려졌다.", "ko")


def test_an_outlet_in_quotation_marks_is_a_speaker() -> None:
    hops = said(
        "The local newspaper “Changchun Daily” in Jilin Province reported that space is short."
    )

    assert [("Changchun Daily", "media")] in hops


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "China holds 20 defectors near the border: activist", "activist"),
        ("en", "UN expert: 2,000 held in China without trial", "UN expert"),
        ("ko", "인권단체 “탈북민 20명 붙잡혀 북송 위기”", "인권단체"),
        ("ja", "人権団体「脱北者20人が拘束されている」", "人権団体"),
        ("zh", "联合国专家:中国关押逾1000名脱北者", "联合国专家"),
    ],
)
def test_a_headline_names_its_speaker_at_an_end(language: str, text: str, speaker: str) -> None:
    assert [hops[0][0] for hops in said(text, language)] == [speaker]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "소식통은 20명이 잡혔다고 말했다. 곧 북송될 것이라고 덧붙였다."),
        ("ja", "消息筋は20人が捕まったと述べた。近く送還されると付け加えた。"),
    ],
)
def test_a_dropped_subject_is_the_last_speaker(language: str, text: str) -> None:
    first, second = said(text, language)

    assert second == first


def test_asking_not_to_be_named_is_no_saying() -> None:
    assert len(said("A source who asked not to be named said it was so.")) == 1


def test_a_chinese_request_as_a_noun_is_no_saying() -> None:
    assert said("难民署的请求没有得到回应。", "zh") == []


def test_what_stands_right_after_a_name_is_what_the_name_does() -> None:
    assert said("Yonhap News reports that mines were laid.") == [[("Yonhap News", "media")]]
    assert said("Sky News reports that mines were laid.")[0][0][0] == "Sky News"


def test_a_person_is_named_with_the_office_beside_the_name() -> None:
    assert said("20 are held, says Tomas Ojea Quintana, the U.N. special rapporteur.")[0][0][0] == (
        "Tomas Ojea Quintana, the U.N. special rapporteur"
    )


def test_according_to_that_is_the_last_speaker() -> None:
    text = "貿易関係者が明かした。それによると、脱北者20人が逮捕された。"

    assert said(text, "ja")[-1] == said(text, "ja")[0]


def test_who_quotes_stands_outside_where_no_verb_of_saying_follows() -> None:
    text = "国連の報告者は、700人が送還されたとの市民団体の集計を引用した。"

    assert [name for name, _ in said(text, "ja")[0]] == ["国連の報告者", "市民団体"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Asked about reports that 20 were sent back, the spokesman said he knew of nothing.",
        ),
        ("zh", "针对有关中国遣返20名脱北者的报道,发言人说,他不了解情况。"),
        ("ja", "脱北者20人が送還されたとの報道について、報道官は承知していないと述べた。"),
        ("ko", "탈북민 20명이 북송됐다는 보도에 대해 대변인은 아는 바가 없다고 말했다."),
    ],
)
def test_who_is_asked_about_a_report_has_not_made_it(language: str, text: str) -> None:
    page = a_page(text, language)

    assert all(said.reach[0] > page.folded.index("20") for said in find_said(page))
