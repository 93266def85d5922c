import pytest

from tests.reading.reader import claims_in, deported
from tumen.records import Role


def places(text: str, language: str = "en") -> list[str]:
    return [place.name for place in claims_in(text, language)[0].places]


def test_a_place_brings_those_above_it_widest_first() -> None:
    assert places("About 20 women were arrested in Dandong, Liaoning Province.") == [
        "China",
        "Liaoning",
        "Dandong",
    ]


def test_a_country_that_acts_is_no_place() -> None:
    text = "North Korea refused to take back 20 defectors held in Dandong."

    assert "North Korea" not in places(text)


def test_without_a_place_people_are_in_the_area_of_the_codebook() -> None:
    assert places("About 20 women were arrested.") == ["China"]


def test_places_are_found_in_every_language() -> None:
    assert places("탈북자 5명이 랴오닝성 선양에서 체포됐다.", "ko") == [
        "China",
        "Liaoning",
        "Shenyang",
    ]
    assert places("脱北者5人が遼寧省の瀋陽で逮捕された。", "ja") == [
        "China",
        "Liaoning",
        "Shenyang",
    ]
    assert places("7名脱北者在辽宁省沈阳被捕。", "zh") == ["China", "Liaoning", "Shenyang"]


def test_people_held_are_held_there() -> None:
    (claim,) = claims_in("About 20 women are held in a prison in Dandong.")

    assert claim.places[-1].role is Role.HELD


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Changchun Daily reported that 20 women were arrested."),
        ("en", "A professor at Yanbian University said 20 women were arrested."),
        ("ko", "연변일보는 여성 20명이 체포됐다고 보도했다."),
        ("ja", "長春日報は女性20人が逮捕されたと報じた。"),
        ("zh", "长春日报报道,20名女性被捕。"),
    ],
)
def test_a_place_in_the_name_of_an_outlet_is_not_where_people_are(language: str, text: str) -> None:
    places = {place.name for claim in claims_in(text, language) for place in claim.places}

    assert places == {"China"}


def test_what_lies_above_a_place_that_people_were_sent_to_is_where_they_were_sent():
    assert deported("400 people were sent back from Iran to Herat.", "returned") == [
        ("Iran", "origin"),
        ("Afghanistan", "destination"),
        ("Herat province", "destination"),
        ("Herat", "destination"),
    ]


def test_where_people_are_sent_is_told_from_where_they_were_in_every_language():
    sent = [("Iran", "origin"), ("Afghanistan", "destination")]
    text = "400 Afghans were deported from Iran to Afghanistan."
    assert deported(text, "returned") == sent
    text = "400名阿富汗人从伊朗被驱逐到阿富汗。"
    assert deported(text, "returned", "zh") == sent
    text = "이란이 난민 400명을 아프가니스탄으로 추방했다."
    assert deported(text, "returned", "ko") == [("Iran", "where"), ("Afghanistan", "destination")]
    text = "イランは難民400人をアフガニスタンへ追放した。"
    assert deported(text, "returned", "ja") == [("Iran", "where"), ("Afghanistan", "destination")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("She has urged Beijing to explain where 20 defectors are held.", "en"),
        ("그는 베이징에 서한을 보내 탈북민 20명이 구금된 이유를 물었다.", "ko"),
        ("脱北者20人が拘束され、北京に抗議した。", "ja"),
        ("她致函北京，称有20名脱北者被关押。", "zh"),
    ],
)
def test_who_is_spoken_to_is_no_place(text: str, language: str) -> None:
    assert "Beijing" not in places(text, language)
