from tests.reading.reader import claims_in


def speakers(text: str, language: str) -> list[list[str]]:
    return [
        [hop.name for hop in claim.attribution[1:]]
        for claim in claims_in(text, language)
        if claim.kind == "arrested"
    ]


def test_a_quotation_over_two_sentences_is_said_by_who_stands_before_it() -> None:
    text = "韓国の牧師は「脱北者5人が瀋陽で逮捕された。仲間7人も丹東で逮捕された」と話す。"

    assert speakers(text, "ja") == [["韓国の牧師"], ["韓国の牧師"]]


def test_a_quotation_over_two_sentences_is_said_by_who_stands_after_it() -> None:
    text = "「脱北者5人が瀋陽で逮捕された。仲間7人も丹東で逮捕された」と韓国の牧師は話す。"

    assert speakers(text, "ja") == [["韓国の牧師"], ["韓国の牧師"]]


def test_whom_a_quotation_is_taken_from_goes_on_with_it() -> None:
    text = (
        "議員は人権団体の発表として「脱北者5人が瀋陽で逮捕された。"
        "別の7人も丹東で逮捕された」と述べた。"
    )

    assert speakers(text, "ja") == [["議員", "人権団体"], ["議員", "人権団体"]]


def test_korean_quotations_over_two_sentences_are_followed_too() -> None:
    text = '김영수 목사는 "길이 막혔다. 탈북민 5명이 선양에서 체포됐다"고 말했다.'

    assert speakers(text, "ko") == [["김영수 목사"]]


def test_a_noun_inside_a_quotation_is_not_who_says_it() -> None:
    text = "牧師は「報道は事実だ」と述べ、脱北者5人が逮捕されたと語った。"

    assert speakers(text, "ja") == [["牧師"]]
