import pytest

from tumen.reading.number_pack import east_words, odd_scales, west_words


@pytest.mark.parametrize("language", ["ko", "ja", "zh"])
def test_each_pack_spells_ten_digits_three_units_and_three_scales(language: str) -> None:
    kinds = east_words(language).kinds

    assert {value for kind, value in kinds.values() if kind == "d"} >= set(range(10))
    assert {value for kind, value in kinds.values() if kind == "U"} >= {10, 100, 1000}
    assert {value for kind, value in kinds.values() if kind == "L"} >= {10**4, 10**8, 10**12}


def test_english_spells_every_number_below_twenty() -> None:
    assert set(west_words("en").small.values()) == set(range(20))


def test_an_odd_word_may_stand_before_a_scale() -> None:
    odd, scales = odd_scales("zh")
    match = odd.match("多万")

    assert match is not None
    assert scales[match["scale"]] == 10_000
    assert odd_scales("en")[0].match("odd million") is None
