from hypothesis import given, strategies as st

from tumen.reading.fold import fold


@given(st.text())
def test_folding_never_moves_a_character(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_full_width_letters_digits_and_curly_quotes_become_plain() -> None:
    assert fold("２００人 ＲＦＡ “x” 600～２千") == '200人 rfa "x" 600~2千'


def test_a_letter_whose_fold_is_longer_stays_as_it_is() -> None:
    assert fold("İstanbul ㎞ ﬁ") == "İstanbul ㎞ ﬁ"


def test_a_fraction_s_own_slash_is_a_slash():
    """1⁄2 million is no two million."""
    assert fold("1⁄2 million") == "1/2 million"
