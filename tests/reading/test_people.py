import pytest

from tests.build import a_report
from tests.reading.reader import a_page, claims_in, reading_of
from tumen.reading.people import People, figure_of, find_people


def people(text: str, language: str = "en") -> People:
    return find_people(a_page(text, language))


@pytest.mark.parametrize(
    ("language", "text", "subject"),
    [
        ("en", "200 North Korean defectors", "defectors"),
        ("en", "about 20 people of North Korean nationality", "north_koreans"),
        ("ko", "탈북민 200여 명을", "defectors"),
        ("ja", "200人の脱北者を", "defectors"),
        ("zh", "逮捕了7名脱北者", "defectors"),
    ],
)
def test_a_number_with_its_noun_counts_people(language: str, text: str, subject: str) -> None:
    (mention,) = people(text, language).mentions

    assert mention.counted
    assert mention.subject == subject


@pytest.mark.parametrize(
    ("language", "text", "reason"),
    [
        ("en", "about 70 percent of them", "percent"),
        ("en", "a 14-year-old girl", "age"),
        ("en", "the boy, 12, lost a leg", "age"),
        ("en", "said Kim, 31, who fled", "age"),
        ("en", "children under the age of five", "age"),
        ("en", "an office with a staff of 12", "count"),
        ("en", "the 80-day campaign", "duration"),
        ("en", "the 70th anniversary", "ordinal"),
        ("en", "10 detention centers near the border", "things"),
        ("en", "paid 500 yuan", "money"),
        ("en", "on October 9, 2023", "date"),
        ("en", "Article 3 of the Convention", "list_number"),
        ("ko", "14일간 격리", "duration"),
        ("ko", "9세 소녀", "age"),
        ("ja", "12歳の娘", "age"),
        ("zh", "10岁女童", "age"),
    ],
)
def test_what_counts_no_people_is_set_aside_by_name(language: str, text: str, reason: str) -> None:
    found = people(text, language)

    assert [one.reason for one in found.set_aside] == [reason] * len(found.set_aside)
    assert found.set_aside
    assert not [mention for mention in found.mentions if mention.counted]


def test_a_number_that_nothing_explains_is_unread() -> None:
    found = people("The code was 4711 blorps.")

    assert [one.passage.exact for one in found.unread] == ["4711"]


def test_a_noun_said_once_serves_the_numbers_after_it() -> None:
    found = people("Police took 20 defectors in Qingdao and nine in Kunming.")

    assert [m.number.low for m in found.mentions if m.number] == [20, 9]


def test_a_year_is_no_elided_count_of_people() -> None:
    found = people("Some 20 defectors were held. Things changed, 2019, they say.")

    assert [m.number.low for m in found.mentions if m.number] == [20]


def test_a_share_after_the_noun_is_part_of_the_figure() -> None:
    page = a_page("2천~3천여 명의 탈북민 대부분을 북송했다.", "ko")
    (mention,) = (m for m in find_people(page).mentions if m.counted)
    figure = figure_of(mention, page.report.text)

    assert figure is not None
    assert (figure.low, figure.high) == (1001, 3999)


def test_every_number_is_claimed_set_aside_or_unread() -> None:
    text = "On 9 October 20 women, aged 22, and 4711 blorps crossed 3 km of river."
    page = a_page(text)
    found = people(text)
    counted = [m for m in found.mentions if m.counted]

    assert len(page.numbers) == len(counted) + len(found.set_aside) + len(found.unread)


def test_more_people_than_there_are_is_unread() -> None:
    found = people("About 99999999999999 North Korean defectors were sent back.")

    assert [one.passage.exact for one in found.unread] == ["About 99999999999999"]
    assert not [mention for mention in found.mentions if mention.counted]


@pytest.mark.parametrize(
    ("text", "language", "low"),
    [
        ("20 defectors fled. A second group of five was arrested in Yanji.", "en", 5),
        ("20 defectors fled in May. The remaining seven were arrested near Antu.", "en", 7),
        ("20 defectors fled together in May. Three of them were arrested.", "en", 3),
    ],
)
def test_a_number_whose_noun_was_said_above_counts_people(text: str, language: str, low: int):
    assert any(
        c.kind == "arrested" and c.figure and c.figure.low == low for c in claims_in(text, language)
    )


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Seven of the 12 defectors are still held in Tumen.", "en"),
        ("탈북민 12명 가운데 7명은 투먼에 구금돼 있다.", "ko"),
        ("脱北者12人のうち7人は図們に拘禁されている。", "ja"),
        ("12名脱北者中,7人仍被关押在图们。", "zh"),
    ],
)
def test_what_is_said_of_a_part_is_not_said_of_the_whole(text: str, language: str):
    held = {c.figure.low for c in claims_in(text, language) if c.kind == "detained" and c.figure}

    assert held == {7}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("一名商人透露,脱北者被关押。", "zh"),
        ("한 사람도 받을 수 없다고 했다.", "ko"),
        ("一人も受け入れられないという。", "ja"),
    ],
)
def test_one_who_speaks_and_not_one_are_nobody_counted(text: str, language: str):
    reading = reading_of(a_report(text, language=language))

    assert all(not c.figure for c in reading.claims)
    assert reading.set_aside


def test_room_for_people_is_no_full_facility():
    claim = next(
        c for c in claims_in("The jail in Longjing can hold 300 people.") if c.kind == "capacity"
    )

    assert claim.figure is not None
    assert claim.figure.low == 300


@pytest.mark.parametrize(
    "text",
    [
        "200 trillion trillion defectors were detained in Jilin.",
        "They say -200 defectors were detained in Jilin.",
        "1234567890123456789012 defectors were detained in Jilin.",
    ],
)
def test_what_cannot_count_people_is_listed_as_unread(text: str) -> None:
    found = people(text)

    assert found.mentions == ()
    assert [u.reason for u in found.unread] == ["below zero, or more than there are people"]


def test_a_counter_follows_the_word_that_makes_a_chinese_number_rough() -> None:
    (mention,) = people("另有40来人被带走", "zh").mentions

    assert mention.counted
    assert mention.number is not None
    assert mention.number.low == 40


def test_a_bare_number_right_after_a_cue_that_wants_people_counts_them() -> None:
    (mention,) = people("The jail in the old town now houses 130.").mentions

    assert mention.number is not None
    assert mention.number.low == 130


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("In June 80 women were caught, and half of them have been sent back.", "en"),
        ("去年有八十名脱北者被捕,其中半数已被遣返。", "zh"),
    ],
)
def test_half_of_a_group_is_half_of_its_count(text: str, language: str) -> None:
    figures = {claim.kind: claim.figure for claim in claims_in(text, language)}

    half = figures["returned"]
    assert half is not None
    assert (half.low, half.high, half.approximate) == (40, 40, True)


def test_who_most_of_a_group_are_is_no_share_of_it() -> None:
    (claim,) = claims_in("Thirty defectors, most of them mothers, were arrested.")

    assert claim.figure is not None
    assert (claim.figure.low, claim.figure.high) == (30, 30)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("현지 관계자 두 명이 4일 밝혔다.", 0),
        ("현지 관계자 두 명이 체포됐다고 밝혔다.", 1),
    ],
)
def test_a_few_who_speak_are_not_counted(text: str, counted: int) -> None:
    assert sum(m.counted for m in find_people(a_page(text, "ko")).mentions) == counted


@pytest.mark.parametrize(
    ("language", "text"),
    [("ko", "수감된 한국인은 300명이 넘는다."), ("ja", "収監された韓国人は300人を超える。")],
)
def test_the_topic_of_a_count_is_its_noun(language: str, text: str) -> None:
    assert [m.subject for m in find_people(a_page(text, language)).mentions] == ["public"]


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("三名企图越境的朝鲜工人被捕。", ["workers"]),
        ("五名中国向导和一名已定居韩国的脱北者被捕。", ["helpers", "defectors"]),
    ],
)
def test_a_noun_may_stand_behind_what_describes_it(text: str, subjects: list[str]) -> None:
    assert [m.subject for m in find_people(a_page(text, "zh")).mentions] == subjects
