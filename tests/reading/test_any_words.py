"""Texts made of the words that the reader knows, in no order: a reading, soon, and never an error."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random

import pytest

from tests.build import a_report
from tests.reading.reader import codebook, gazetteer, reading_of
from tumen.reading.pack import LANGUAGES, load_pack

SECONDS = 60  # for all texts of a language; one that never ends would take them all
MARKS = [*' ,.;:()"-!?\n', "、", "。", "「", "」", "《", "》", "(", ")", "…", "“", "”", "0", "7"]


@contextmanager
def at_most(seconds: int) -> Iterator[None]:
    def late(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def words_of(language: str) -> list[str]:
    pack = load_pack(language)
    words = [word for rule in pack.say for word in rule.words]
    words += [*pack.speaker_nouns, *pack.pronouns, *pack.anaphors, *pack.counters, *pack.units]
    words += [a.text for a in pack.approximators] + [w for ws in pack.modality.values() for w in ws]
    words += [n for s in codebook().speakers.values() for n in (s.name, *s.names.get(language, ()))]
    words += [n for p in gazetteer().places.values() for n in p.names.get(language, ())][:400]
    words += [w for s in codebook().subjects.values() for w in s.nouns.get(language, ())]
    words += [
        "10月9日",
        "지난 9일",
        "on Oct. 9",
        "20",
        "200여 명",
        "約20人",
        "七八十名",
        "last year",
    ]
    return words + MARKS * 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_any_mix_of_known_words_gives_a_reading(language: str) -> None:
    random = Random(language)  # noqa: S311  the same texts every time
    words = words_of(language)
    between = " " if language in {"en", "ko"} else ""

    with at_most(SECONDS):
        for _ in range(400):
            text = between.join(random.choices(words, k=random.randint(2, 60)))
            report = a_report(text or "x", language=language, published="2020-11-05")
            assert reading_of(report) == reading_of(report)
