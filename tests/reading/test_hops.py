from tests.reading.reader import a_page
from tumen.reading.speakers import find_said


def names(text: str, language: str = "en") -> list[list[str]]:
    return [[hop.name for hop in said.hops] for said in find_said(a_page(text, language))]


def types(text: str, language: str = "en") -> list[str]:
    return [hop.type.value for said in find_said(a_page(text, language)) for hop in said.hops]


def test_a_surname_stands_for_the_person_named_in_full_before() -> None:
    text = "Kwon Min-ji of a rights group said it was so. Kwon said 20 were held."

    assert names(text)[1] == ["Kwon Min-ji of a rights group"]


def test_a_title_and_surname_stand_for_the_person_named_in_full_before() -> None:
    text = "김성은 목사는 모두 잡혔다고 말했다. 김 목사는 곧 북송된다고 전했다."

    assert names(text, "ko")[1] == ["김성은 목사"]


def test_she_is_no_group() -> None:
    text = (
        "A rights group says so. Hanna Lee of the group showed pictures. The number rose, she said."
    )

    assert names(text)[-1] == ["Hanna Lee"]


def test_what_it_says_is_said_by_whom_its_sentence_is_about() -> None:
    text = "The U.N. human rights office is worried, it said on Friday."

    assert names(text) == [["The U.N. human rights office"]]


def test_his_report_is_the_last_speakers() -> None:
    text = "Tomas Diaz, a researcher, asks for more. His report says that 20 are held."

    assert names(text)[1] == names(text)[0]


def test_a_speaker_is_what_its_own_noun_says_not_the_place_it_is_in() -> None:
    assert types("A broker in Beijing said it was so.") == ["anonymous"]


def test_a_name_is_what_its_apposition_says() -> None:
    assert types("It is over, says Kim Min-ji, pastor of a church.") == ["ngo"]


def test_a_country_that_says_something_is_a_state() -> None:
    assert types("中国は事実ではないと主張した。", "ja") == ["state"]


def test_whoever_reported_it_is_an_outlet() -> None:
    assert types("The Daily Star reported that 20 were held.") == ["media"]
    assert types("地元紙ドーンは20人が捕まったと報じた。", "ja") == ["media"]


def test_a_known_name_inside_a_longer_one_is_not_meant() -> None:
    assert names("Radio Free Chosun reported that 20 were held.") == [["Radio Free Chosun"]]
    assert names("《黎明报》援引官员的话报道。", "zh")[-1] != ["明报"]


def test_he_is_a_source_whatever_region_the_source_is_in() -> None:
    text = "A second group was handed over. It was so, a source in North Hamgyong told us. Ten were women, he said."

    assert names(text)[-1] == ["a source in North Hamgyong"]
