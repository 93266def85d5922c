"""Acts that are only supposed, demanded or ruled out are no facts."""

from __future__ import annotations

import pytest

from tests.reading.reader import claims_in


def kinds_in(text: str, language: str = "en") -> set[str]:
    return {claim.kind for claim in claims_in(text, language)}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("If sent back, the 200 defectors held in Jilin face torture.", "en"),
        ("Rights groups urged China not to repatriate the 200 defectors held in Jilin.", "en"),
        ("지린성에 구금된 탈북민 200명은 북송되면 고문을 당한다.", "ko"),
        ("단체는 지린성에 구금된 탈북민 200명을 강제북송하지 말라고 촉구했다.", "ko"),
        ("吉林省で拘禁されている脱北者200人は、強制送還されれば拷問を受ける。", "ja"),
        ("吉林省关押的200名脱北者一旦被遣返,将遭酷刑。", "zh"),
        ("人權團體呼籲中國停止強制遣返在吉林關押的200名脫北者。", "zh"),
    ],
)
def test_a_return_that_is_supposed_or_demanded_is_not_told_as_done(text: str, language: str):
    kinds = kinds_in(text, language)

    assert "detained" in kinds
    assert "returned" not in kinds


def test_a_return_that_may_come_is_a_threat():
    assert "at_risk" in kinds_in("The 200 defectors in Jilin will be repatriated in spring.")


def test_a_refusal_that_is_only_supposed_is_none():
    assert "return_refused" not in kinds_in(
        "If North Korea refuses to accept the 200 defectors, China will keep them."
    )


def test_a_release_that_is_asked_for_is_none():
    assert "released" not in kinds_in("Seoul urged Beijing to release the 30 detained defectors.")


def test_people_described_by_an_act_were_in_it_whatever_is_asked_for_them():
    assert "arrested" in kinds_in("朝鲜要求中国交出被捕的13名脱北者。", "zh")


@pytest.mark.parametrize(
    "text",
    [
        "If 200 defectors were sent back, they would be punished.",
        "Imagine that 1,000 defectors were sent back.",
    ],
)
def test_what_people_were_only_supposed_to_meet_with_is_not_told_of_them(text: str) -> None:
    assert "returned" not in kinds_in(text)


def test_people_who_were_never_held_are_not_held():
    kinds = kinds_in("Police have never detained 500 North Koreans in Tumen.")

    assert "detained" not in kinds


@pytest.mark.parametrize("when", ["In May 2019", "On May 3, 2019", "In May", "In April 2019"])
def test_the_month_of_may_weakens_nothing(when: str):
    (claim,) = claims_in(f"{when}, China repatriated 60 North Koreans.")

    assert (claim.kind, claim.modality) == ("returned", "reported")


def test_what_is_forced_has_happened_and_when_it_will_be_has_not():
    assert kinds_in("中国当局将约500名朝鲜人强制送回朝鲜。", "zh") == {"returned"}
    assert kinds_in("8名脱北者何时被送回还不清楚。", "zh") == {"at_risk"}
