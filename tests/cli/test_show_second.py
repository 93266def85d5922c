from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

import tumen
from tests.build import a_claim, a_day, a_report
from tumen.cli.page import Page
from tumen.cli.show_second import show_second
from tumen.cli.words import Words, words_in
from tumen.records import (
    Agreement,
    Alone,
    Answer,
    Claim,
    Modality,
    Pair,
    Reading,
    Refused,
    SecondReading,
)

REPORT = a_report("In Jilin about 200 defectors are held. 20 women were arrested. It is full.")
HELD = a_claim(REPORT, words="about 200 defectors are held")
WOMEN = a_claim(REPORT, words="20 women were arrested", kind="arrested", subject="women", low=20)
ANSWER = Answer(text_digest="", server="", model="small", asked_at="", prompt="[]", text="{}")


def shown(
    words: Words,
    *,
    first: tuple[Claim, ...] = (),
    second: tuple[Claim, ...] = (),
    refused: tuple[Refused, ...] = (),
    pairs: tuple[Pair, ...] = (),
    only_first: tuple[Claim, ...] = (),
    only_second: tuple[Alone, ...] = (),
    explain: bool = False,
) -> str:
    page = Page(terminal=False)
    said = SecondReading(
        reading=Reading(report=REPORT.id, read_by="model/small", claims=second),
        refused=refused,
        agreement=Agreement(pairs=pairs, only_first=only_first, only_second=only_second),
        answer=ANSWER,
    )
    own = Reading(report=REPORT.id, read_by="rules/1", claims=first)
    show_second(page, own, said, words, explain=explain)
    return page.text


def test_the_table_names_each_claim_by_its_numbers_and_says_how_it_stands(english):
    other = a_claim(REPORT, words="about 200 defectors are held", low=201, high=None)
    text = shown(
        english,
        first=(HELD, WOMEN),
        second=(other,),
        pairs=(Pair(first=HELD, second=other, differs=("figure",)),),
        only_first=(WOMEN,),
    )
    rows = [line.split() for line in text.splitlines()]

    assert "Both readers: alike 0, differing 1; only the first 1, only the second 0" in text
    assert ["1", "1", "200", "held", "figure:", "200", "≠", "≥", "201"] in rows
    assert any(
        row[:2] == ["2", "–"] and row[-4:] == ["only", "the", "first", "reader"] for row in rows
    )


def test_a_claim_of_the_second_alone_says_what_the_first_took_its_number_for(english):
    text = shown(english, second=(HELD,), only_second=(Alone(claim=HELD, aside="age"),))
    unread = shown(english, second=(HELD,), only_second=(Alone(claim=HELD, aside="unread"),))

    assert re.search(r"the first took the number\s.*\n?.*for: ", text)
    assert "not understood" in unread


@pytest.mark.parametrize(
    ("field", "changed", "said"),
    [
        ("kind", {"kind": "arrested"}, "held ≠ arrested"),
        ("subject", {"subject": "women"}, "North Korean defectors ≠ women"),
        ("places", {"places": ()}, "Jilin, China ≠ –"),
        ("period", {"period": a_day("2020-10-01")}, "– ≠ 2020-10-01"),
        ("attribution", {"speakers": ()}, "A Paper ≠ –"),
        ("modality", {"modality": Modality.DENIED}, "reported ≠ denied"),
    ],
)
def test_each_field_shows_what_either_reader_has(english, field, changed, said):
    other = a_claim(REPORT, words="about 200 defectors are held", **changed)
    pair = Pair(first=HELD, second=other, differs=(field,))
    text = shown(english, first=(HELD,), second=(other,), pairs=(pair,))

    assert f"{field}: {said}" in re.sub(r"\s+", " ", text)


def test_what_was_refused_is_listed_and_cannot_steer_the_terminal(english):
    refused = (
        Refused(reason="quote_not_found", words="\x1b[31m9,000\nreleased", item=3),
        Refused(reason="timed_out"),
    )
    text = shown(english, refused=refused)

    assert "Refused of what the second reader said (2)" in text
    assert "�[31m9,000 released" in text
    assert "no answer in time" in text
    assert "\x1b" not in text


def test_the_hashes_of_prompt_and_answer_are_shown(english):
    text = re.sub(r"\s", "", shown(english))

    assert ANSWER.prompt_digest in text
    assert ANSWER.answer_digest in text


def test_only_who_asks_sees_the_evidence(english):
    assert "Where each part of claim 1" not in shown(english, second=(HELD,))
    assert "Where each part of claim 1" in shown(english, second=(HELD,), explain=True)


def test_every_reason_to_refuse_is_said_in_words(background):
    source = Path(tumen.__file__).parent
    code = "".join(p.read_text("utf-8") for p in (source / "second").glob("*.py"))
    code += (source / "cli" / "second.py").read_text("utf-8")
    reasons = set(re.findall(r'(?:Unfit|NoAnswerError)\(\s*"(\w+)"', code))
    reasons |= set(re.findall(r'reason="(\w+)"', code)) | {"timed_out", "unreachable"}
    reasons |= set(re.findall(r'"(\w+_place)"', code))
    table = words_in("en", background).table
    said = {key.removeprefix("refused_") for key in table if key.startswith("refused_")}

    assert len(reasons) > 30
    assert reasons == said


def test_the_words_are_said_in_korean_japanese_and_chinese(background):
    assert files("tumen.cli").joinpath("words.toml").is_file()
    for language, heading in (("ko", "판독자"), ("ja", "読み手"), ("zh", "判读者")):
        assert heading in shown(words_in(language, background), first=(HELD,))
