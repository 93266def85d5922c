from tests.reading.reader import claims_in


def test_a_refusal_carries_the_figure_of_the_group_it_points_back_to() -> None:
    text = "Jilin wanted to send back 200 defectors early this month, but the North refused to accept them."
    (claim,) = (c for c in claims_in(text) if c.kind == "return_refused")

    assert claim.figure is not None
    assert (claim.figure.low, claim.figure.high) == (200, 200)


def test_the_same_number_pointed_back_to_is_the_same_group() -> None:
    text = "About 20 women were arrested in Dandong. The 20 women are held in a prison there."
    arrested, detained = (c for c in claims_in(text) if c.kind in {"arrested", "detained"})

    assert arrested.group == detained.group


def test_an_equal_number_elsewhere_is_another_group() -> None:
    text = "About 20 women were arrested in Dandong. In Kunming 20 men were arrested."
    first, second = (c for c in claims_in(text) if c.kind == "arrested")

    assert first.group != second.group


def test_the_text_does_not_point_back_to_a_headline() -> None:
    text = "More than 1,000 defectors already\n\nNorth Korea refused to accept them."
    refused = [c for c in claims_in(text) if c.kind == "return_refused"]

    assert [c.figure for c in refused] == [None]


def test_all_of_them_are_those_of_the_same_sentence() -> None:
    text = "脱北者8人が瀋陽で逮捕された。大連では6月にも4人が捕まり、7月に全員が送還された。"

    returned = [c for c in claims_in(text, "ja") if c.kind == "returned"]

    assert [c.figure.low for c in returned if c.figure] == [4]


def test_they_are_the_refugees_and_not_their_helpers() -> None:
    text = "20名朝鲜叛逃者上个星期在云南被捕。帮助者是五名中国向导。他们很可能被遣返。"

    at_risk = [c for c in claims_in(text, "zh") if c.kind == "at_risk"]

    assert [c.figure.low for c in at_risk if c.figure] == [20]
