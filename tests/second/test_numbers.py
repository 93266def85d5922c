from __future__ import annotations

import pytest

from tests.second.build import a_claim_said, heard, why


def said(
    quote: str, words: str, low: int | None, high: int | None, **more: object
) -> dict[str, object]:
    figure = {"words": words, "low": low, "high": high}
    return a_claim_said(quote=quote, figure=figure, places=[], period=None, speakers=[], **more)


TUMEN = "In Tumen more than 300 defectors are held"


@pytest.mark.parametrize(
    ("quote", "words", "low", "high", "approximate"),
    [
        ("About 20 women were arrested", "About 20", 20, 20, True),
        ("About 20 women were arrested", "20", 20, 20, True),
        ("About 20 women were arrested", "About 20 women", 20, 20, True),
        (TUMEN, "more than 300", 301, None, False),
        (TUMEN, "more than 300", 300, None, False),
        ("Police held 45 men in Hunchun", "45", 45, 45, False),
    ],
)
def test_a_figure_that_its_words_say_is_taken(quote, words, low, high, approximate):
    (claim,), refused = heard(said(quote, words, low, high))

    assert refused == ()
    assert claim.figure is not None
    assert (claim.figure.low, claim.figure.high) == (low, high)
    assert claim.figure.approximate is approximate
    assert claim.figure.printed == words


@pytest.mark.parametrize(
    ("quote", "words", "low", "high", "reason"),
    [
        (TUMEN, "45", 45, 45, "figure_not_in_quote"),  # stands elsewhere
        (TUMEN, "three hundred", 300, None, "figure_not_in_quote"),
        (TUMEN, "more than 300", 9000, None, "figure_not_in_words"),
        (TUMEN, "more than 300", 300, 345, "figure_not_in_words"),  # a sum with another figure
        (TUMEN, "more than 300", None, None, "figure_without_ends"),
        (TUMEN, "more than 300", 301, 300, "figure_backwards"),
        (TUMEN, "defectors", 300, None, "figure_not_in_words"),
        (TUMEN, "more than 30", 30, None, "figure_cut"),
        (TUMEN, "00", 0, 0, "figure_cut"),
        (TUMEN, "", 300, None, "quote_empty"),
        ("In Tumen more than 30", "30", 30, 30, "figure_cut"),  # the quotation itself cuts
    ],
)
def test_a_figure_that_its_words_do_not_say_is_refused(quote, words, low, high, reason):
    claims, refused = heard(said(quote, words, low, high))

    assert claims == ()
    assert why(refused) == [reason]


def test_a_figure_that_stands_twice_in_its_quotation_is_not_chosen():
    text = "They held 20 women and 20 men."
    claims, refused = heard(said(text, "20", 20, 20), text=text)

    assert claims == ()
    assert why(refused) == ["figure_ambiguous"]
    assert len(heard(said(text, "20 men", 20, 20), text=text)[0]) == 1


@pytest.mark.parametrize(
    ("language", "text", "words", "low", "high"),
    [
        ("ko", "공안이 탈북민 200여 명을 구금했다.", "200여 명", 200, 299),
        ("ja", "当局は脱北者約200人を拘束した。", "約200人", 200, 200),
        ("zh", "警方拘留了200多名脱北者。", "200多名", 200, 299),
        ("zh", "警方拘留了數百名脫北者。", "數百名", 200, 999),
        ("ja", "脱北者1000人以上が収容されている。", "1000人以上", 1000, None),
    ],
)
def test_figures_are_checked_in_every_language(language, text, words, low, high):
    claims, refused = heard(said(text, words, low, high), text=text, language=language)
    wrong, why_not = heard(said(text, words, 7, high), text=text, language=language)

    assert refused == ()
    assert claims[0].figure is not None
    assert (claims[0].figure.low, claims[0].figure.high) == (low, high)
    assert wrong == ()
    assert why(why_not) == ["figure_not_in_words"]
