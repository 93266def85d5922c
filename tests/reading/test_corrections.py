import pytest

from tests.reading.reader import claims_in

SAID = {
    "en": "China sent back about 200 North Koreans through Tumen on October 9, an activist said.\n\n"
    "Correction: An earlier version of this article said that 600 North Koreans were sent back. "
    "The correct number is about 200.",
    "ko": "중국이 9일 투먼을 통해 탈북민 약 200명을 북송했다고 활동가가 밝혔다.\n\n"
    "[정정] 앞서 탈북민 600명이 북송됐다고 보도했으나 약 200명으로 바로잡습니다.",
    "ja": "中国は9日、図們から脱北者約200人を送還したと活動家が話した。\n\n"
    "訂正：当初の記事で送還された脱北者を600人としたのは誤りで、正しくは約200人でした。",
    "zh": "活动人士说，中国9日经图们遣返了约200名朝鲜人。\n\n"
    "更正：本报此前报道600名朝鲜人被遣返有误，实为约200人。",
}


@pytest.mark.parametrize("language", SAID)
def test_a_number_that_is_taken_back_stands_as_a_denial_and_the_right_one_in_its_place(
    language: str,
) -> None:
    told = [
        (claim.kind, claim.figure.low, claim.modality.value)
        for claim in claims_in(SAID[language], language, published="2023-10-12")
        if claim.figure
    ]

    assert ("returned", 600, "denied") in told
    assert told.count(("returned", 200, "reported")) == 2
    assert len(told) == 3


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Earlier reports said that 600 North Koreans were sent back on October 9."),
        ("ko", "앞서 탈북민 600명이 북송됐다고 통일부가 밝혔다."),
        ("ja", "当初、脱北者600人が送還されたと報じられた。"),
        ("zh", "此前有报道称600名朝鲜人被遣返。"),
    ],
)
def test_what_was_reported_earlier_is_not_taken_back_without_a_word_of_correction(
    language: str, text: str
) -> None:
    (claim,) = (c for c in claims_in(text, language, published="2023-10-12") if c.figure)

    assert claim.modality.value != "denied"


def test_the_text_itself_is_nobody_who_speaks() -> None:
    claims = claims_in(SAID["en"], published="2023-10-12")

    assert not [hop for c in claims for hop in c.attribution if "earlier version" in hop.name]
