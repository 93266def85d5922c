import pytest

from tumen.reading.time_grammar import make_grammar
from tumen.reading.time_words import SURE, Token

WORDS = {
    "may": {"month": 5},
    "june": {"month": 6, SURE: 1},
    "late": {"part": 3, SURE: 1},
    "since": {"since": 1, SURE: 1},
    "to": {"to": 1, SURE: 1},
}
ATOMS = "month_day: month day\nmonth: month! -> weak\nmonth_unsure: month -> weak shy"
COMPOSITES = "part_of: part p=p_month"
SPANS = "range: a=p .to b=p -> make=range\ndays: a=p_day .to b_day=day -> make=range\nsince: .since p=p -> make=since"
GRAMMAR = make_grammar((ATOMS, COMPOSITES, SPANS), WORDS)


def phrases(*texts: str) -> list[tuple[str, dict[str, int]]]:
    tokens = [
        Token(
            start=2 * place,
            end=2 * place + 1,
            values=WORDS.get(text) or {"num": int(text), "day": int(text), "digit_day": int(text)},
        )
        for place, text in enumerate(texts)
    ]
    return [(p.rule, dict(p.parts)) for _, _, p in GRAMMAR.phrases(tokens, bare=False)]


def test_each_layer_goes_on_from_the_phrases_of_the_last() -> None:
    assert phrases("since", "late", "june") == [("since", {"month": 6, "part": 3})]


def test_the_longest_match_wins() -> None:
    assert phrases("june", "20") == [("month_day", {"month": 6, "day": 20})]


def test_an_unsure_word_is_shy_and_a_sure_one_is_not() -> None:
    tokens = [Token(start=0, end=1, values=WORDS[word]) for word in ("may",)]
    ((_, _, phrase),) = GRAMMAR.phrases(tokens, bare=False)

    assert phrase.shy


def test_a_range_has_two_ends_and_a_bare_number_may_be_one() -> None:
    tokens = [
        Token(start=place, end=place + 1, values=values)
        for place, values in enumerate(
            [WORDS["june"], {"num": 20, "day": 20}, WORDS["to"], {"num": 23, "day": 23}]
        )
    ]
    ((start, end, phrase),) = GRAMMAR.phrases(tokens, bare=False)

    assert (start, end, phrase.make) == (0, 4, "range")
    assert phrase.ends is not None
    assert [dict(p.parts) for p in phrase.ends] == [{"month": 6, "day": 20}, {"day": 23}]


def test_a_rule_that_asks_for_an_unknown_class_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="'odd' asks for 'weekday'"):
        make_grammar(("odd: weekday",), WORDS)
