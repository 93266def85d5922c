from itertools import product

import pytest
from hypothesis import given, strategies as st

from tumen.codebook import load_codebook, say
from tumen.codebook.sentence import PLACEHOLDERS, fault_of

KINDS = load_codebook("dprk-china").kinds

# As the brief fills them in: each with its own preposition, particle or comma.
FILLED = {
    "en": {
        "figure": "about 200 ",
        "subject": "North Korean defectors",
        "place": " in Jilin",
        "period": " in early October 2020",
        "speaker": "according to Daily NK, ",
    },
    "ko": {
        "figure": " 약 200명",
        "subject": "탈북민",
        "place": "지린성에서 ",
        "period": "2020년 10월 초 ",
        "speaker": "데일리NK에 따르면 ",
    },
    "ja": {
        "figure": "約200人",
        "subject": "脱北者",
        "place": "吉林省で",
        "period": "2020年10月初旬に",
        "speaker": "デイリーNKによると、",
    },
    "zh": {
        "figure": "约200名",
        "subject": "脱北者",
        "place": "在吉林省",
        "period": "2020年10月上旬",
        "speaker": "据每日朝鲜报道,",
    },
}
STOPS = {"en": ".", "ko": ".", "ja": "。", "zh": "。"}


@pytest.mark.parametrize("language", ["en", "ko", "ja", "zh"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_sentence_reads_well_whatever_is_left_out(kind: str, language: str) -> None:
    optional = [name for name in PLACEHOLDERS if name != "subject"]
    for expected, given_ in product((False, True), product((True, False), repeat=len(optional))):
        left_out = {name for name, keep in zip(optional, given_, strict=True) if not keep}
        parts = {n: w for n, w in FILLED[language].items() if n not in left_out}
        template = KINDS[kind].template(language, expected=expected)
        sentence = say(template, parts, language=language)

        assert sentence.endswith(STOPS[language])
        assert sentence == sentence.strip()
        assert "  " not in sentence
        assert not any(bad in sentence for bad in ("{", "}", "(", " .", " ,", ",,", "、。", ",。"))
        assert language != "en" or sentence[0].isupper()


def test_the_sentence_of_an_arrest_in_four_languages():
    said = {
        language: say(KINDS["arrested"].template(language), FILLED[language], language=language)
        for language in FILLED
    }

    assert said == {
        "en": "According to Daily NK, the authorities arrested about 200 North Korean defectors "
        "in Jilin in early October 2020.",
        "ko": "데일리NK에 따르면 2020년 10월 초 지린성에서 탈북민 약 200명이 체포됐다.",
        "ja": "デイリーNKによると、2020年10月初旬に吉林省で脱北者約200人が拘束された。",
        "zh": "据每日朝鲜报道,2020年10月上旬在吉林省有约200名脱北者被捕。",
    }


def test_what_is_expected_is_not_said_to_be_so():
    eased = KINDS["crackdown_eased"]

    assert say(eased.template("en"), {}, language="en") == "The crackdown was eased."
    assert (
        say(eased.template("en", expected=True), {}, language="en") == "The crackdown may be eased."
    )


def test_a_kind_without_words_for_the_expected_says_it_plainly():
    hiding = KINDS["in_hiding"]

    assert hiding.template("ko", expected=True) == hiding.template("ko")


@pytest.mark.parametrize(
    ("template", "subject", "sentence"),
    [
        ("{subject}이(가) 왔다.", "탈북민", "탈북민이 왔다."),
        ("{subject}이(가) 왔다.", "노동자", "노동자가 왔다."),
        ("{subject}을(를) 보냈다.", "탈북민 200명", "탈북민 200명을 보냈다."),
        ("{subject}을(를) 보냈다.", "조력자", "조력자를 보냈다."),
        ("{subject}은(는) 없다.", "가구", "가구는 없다."),
        ("{subject}과(와) 함께.", "가족", "가족과 함께."),
        ("{subject}으로(로) 갔다.", "선양", "선양으로 갔다."),
        ("{subject}으로(로) 갔다.", "서울", "서울로 갔다."),
        ("{subject}으로(로) 갔다.", "두만", "두만으로 갔다."),
        ("{subject}이(가) 말했다.", "RFA", "RFA가 말했다."),
        ("{subject}이(가) 말했다.", "데일리NK", "데일리NK가 말했다."),
        ("{subject}이(가) 있다.", "38", "38이 있다."),
        ("{subject}이(가) 있다.", "45", "45가 있다."),
    ],
)
def test_a_korean_particle_follows_the_sound_before_it(
    template: str, subject: str, sentence: str
) -> None:
    assert say(template, {"subject": subject}, language="ko") == sentence


@given(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3))
def test_a_syllable_takes_the_consonant_form_just_when_it_ends_in_one(syllable: str) -> None:
    ends_in_consonant = (ord(syllable) - 0xAC00) % 28 != 0

    said = say("{subject}이(가)", {"subject": syllable}, language="ko")

    assert said == syllable + ("이" if ends_in_consonant else "가")


def test_braces_in_what_is_filled_in_are_just_words():
    assert say("{subject}.", {"subject": "{figure}"}, language="en") == "{figure}."


@pytest.mark.parametrize("template", ["{", "}", "{}", "{0}", "{who}", "{figure:>9}", "{figure!r}"])
def test_a_template_that_cannot_be_filled_in_has_a_fault(template: str) -> None:
    assert fault_of(template)


def test_a_good_template_has_no_fault():
    assert fault_of("{speaker}{figure}{subject} held{place}{period}.") == ""
