import pytest
from hypothesis import given, strategies as st

from tumen.reading.fold import fold
from tumen.reading.pack import LANGUAGES, load_pack
from tumen.reading.sentences import split


def sentences(text: str, language: str) -> list[str]:
    return [text[s.start : s.end] for s in split(fold(text), text, load_pack(language))]


def test_abbreviations_and_initials_end_no_sentence() -> None:
    text = "A U.N. expert spoke on Sept. 13. Y. H. Kim of N.K. Watch agreed."

    assert sentences(text, "en") == [
        "A U.N. expert spoke on Sept. 13.",
        "Y. H. Kim of N.K. Watch agreed.",
    ]


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("ja", "拘束した。返事はない。", 2),
        ("ko", "밝혔다. 소식통은 전했다.", 2),
        ("zh", "7人被捕。他们在押!", 2),
    ],
)
def test_each_language_has_its_own_full_stop(language: str, text: str, count: int) -> None:
    assert len(sentences(text, language)) == count


def test_a_line_wrapped_by_hand_is_one_sentence() -> None:
    assert len(sentences("about 20 women were\nheld in Dandong.", "en")) == 1


def test_paragraphs_are_counted() -> None:
    text = "One.\n\nTwo. Three."
    found = split(fold(text), text, load_pack("en"))

    assert [s.paragraph for s in found] == [0, 1, 1]


@given(st.text(max_size=300), st.sampled_from(LANGUAGES))
def test_sentences_cover_all_but_blank_space_and_do_not_overlap(text: str, language: str) -> None:
    found = split(fold(text), text, load_pack(language))
    covered = {i for s in found for i in range(s.start, s.end)}

    assert sum(s.end - s.start for s in found) == len(covered)
    assert all(i in covered or fold(text)[i].isspace() for i in range(len(text)))
    assert all(s.clauses[0] == s.start and list(s.clauses) == sorted(s.clauses) for s in found)


def test_an_aside_ends_where_the_verb_of_its_subject_comes() -> None:
    text = "Five refugees, among them a girl, a woman and two men, were sent back."
    (sentence,) = split(fold(text), text, load_pack("en"))

    assert [text[a:b] for a, b in sentence.asides] == ["among them a girl, a woman and two men, "]
    assert sentence.apart(0, text.index("were"))[1] == 0


def test_what_no_verb_follows_is_no_aside() -> None:
    text = "They sent back five refugees, among them a girl, on Monday."
    (sentence,) = split(fold(text), text, load_pack("en"))

    assert sentence.asides == ()
