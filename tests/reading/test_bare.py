from tests.reading.reader import claims_in


def test_a_left_out_noun_shares_what_was_said_of_the_people_before() -> None:
    text = "Some 220 defectors are held near the border. Other groups count between 300 and 400."
    claims = [c for c in claims_in(text) if c.figure]

    assert [(c.kind, c.figure and c.figure.low) for c in claims] == [
        ("detained", 220),
        ("detained", 300),
    ]


def test_people_that_fit_no_kind_are_claimed_as_other() -> None:
    (claim,) = claims_in("About 20 North Korean women sang a song.")

    assert claim.kind == "other"


def test_a_series_goes_on_what_was_told_before_it_and_not_after() -> None:
    text = "구류소에 탈북민 170명이 구금돼 있다. 작년 11월만 해도 130명 선이었다."

    assert [c.kind for c in claims_in(text, "ko")] == ["detained", "detained"]


def test_a_tally_of_others_is_no_tally_of_those_concerned() -> None:
    text = "施設には脱北者5人が収容されている。感染者は昨日44人、このうち北京が31人だった。"

    assert [c.kind for c in claims_in(text, "ja") if c.figure and c.figure.low == 31] == ["other"]


def test_a_total_counts_what_was_told_of_before_it() -> None:
    text = (
        "In the second quarter 41 defectors arrived in South Korea. That brought the total to 96."
    )

    assert [claim.kind for claim in claims_in(text)] == ["arrived", "arrived"]
