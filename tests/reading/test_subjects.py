import pytest

from tests.reading.reader import a_page
from tumen.reading.subjects import spoken_by, trimmed
from tumen.reading.vocabulary import SAY


def speakers(text: str, language: str = "en") -> list[str | None]:
    page = a_page(text, language)
    found = []
    for sentence in page.sentences:
        for hit in page.words(SAY, sentence.start, sentence.end):
            words = spoken_by(page, sentence, hit)
            found.append(text[words.span[0] : words.span[1]] if words else None)
    return found


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "The border is shut, one villager said.", "one villager"),
        ("en", "The border is shut, said Park.", "Park"),
        ("en", "Kim Min-ji, a lawyer in Busan, told the court that it was so.", "Kim Min-ji"),
        (
            "en",
            "A former minister, Kim Min-ji, speaks of hundreds.",
            "A former minister, Kim Min-ji",
        ),
        ("en", "On Tuesday, the office also said that it was so.", "the office"),
        ("en", "They were seized in China, a rights group says.", "a rights group"),
        ("en", "Officials in Dhaka, speaking anonymously, confirmed it.", "Officials in Dhaka"),
        ("en", "Witnesses and local residents said so.", "Witnesses and local residents"),
        ("en", "It is so, according to relatives and aid workers.", "relatives and aid workers"),
        ("en", "28 were sent back, a pastor who had spoken with the family has said.", "a pastor"),
        ("en", "Two, whom Chinese police asked it to take, are held.", "Chinese police"),
        ("zh", "一名对北消息人士近日告诉本报,上月8人被捕。", "一名对北消息人士"),
        ("ko", "한 단체는 모두 잡혔다고 밝혔다.", "한 단체"),
        ("ko", "모두 잡혔다고 데일리NK가 1일 보도했다.", "데일리NK"),
        ("ko", "라디오(RFA)는 현지 주민을 인용해 전했다.", "현지 주민"),
        ("ja", "国連人権高等弁務官事務所(OHCHR)によると、5人いる。", "国連人権高等弁務官事務所"),
        ("ja", "10人が逮捕されたと朝鮮日報が報じた。", "朝鮮日報"),
        ("ko", "추방된 굴 라만(47) 씨는 한 시간뿐이었다고 말했다.", "굴 라만(47) 씨"),
        ("ko", "여명(Dawn)은 대부분이 국경을 넘었다고 보도했다.", "여명"),
        ("ja", "地元紙ドーンは大半が国境を越えたと報じた。", "地元紙ドーン"),
        ("ja", "グル・ラーマンさん(47)は一時間だけだったと語った。", "グル・ラーマンさん"),
        ("zh", "国际特赦组织上月发布报告称,200人遭拘留。", "国际特赦组织"),
        ("zh", "阿里·拉赫曼告诉法新社,只有一个小时。", "阿里·拉赫曼"),
        ("zh", "聯合國星期五對中國遣返難民表示不滿。", "聯合國"),
        ("zh", "援助者朴明浩證實,九人在昆明。", "援助者朴明浩"),
    ],
)
def test_the_subject_of_saying_is_its_own_noun_phrase(
    language: str, text: str, speaker: str
) -> None:
    assert speaker in speakers(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "It is in his final report.",
        "The police refused to say how many there were.",
        "She was arrested according to the law.",
        "The number reported in Jilin rose.",
    ],
)
def test_a_word_that_may_be_of_saying_has_no_speaker_where_it_is_none(text: str) -> None:
    assert set(speakers(text)) <= {None}


def test_stops_and_brackets_are_no_part_of_a_name() -> None:
    page = a_page("(activists.)")

    assert trimmed(page, 0, 12) == (1, 10)
