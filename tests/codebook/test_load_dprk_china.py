"""What the shipped codebook must hold, beyond what the loader checks of any."""

import pytest

from tumen.codebook import load_codebook

CODEBOOK = load_codebook("dprk-china")
LANGUAGES = ("en", "ko", "ja", "zh")

# The contract of the command line names these; other programs count on them.
KINDS = [
    "arrested",
    "detained",
    "at_risk",
    "return_notified",
    "return_requested",
    "return_refused",
    "return_unanswered",
    "returned",
    "released",
    "arrived",
    "died",
    "missing",
    "in_hiding",
    "stranded",
    "residing",
    "capacity",
    "border_closed",
    "border_reopened",
    "trade_banned",
    "hazard",
    "crackdown_tightened",
    "crackdown_eased",
    "rescue_suspended",
    "rescue_resumed",
    "other",
]


def test_it_has_the_kinds_of_the_contract_and_no_others():
    assert sorted(CODEBOOK.kinds) == sorted(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_labels_in_four_languages(kind: str) -> None:
    assert set(CODEBOOK.kinds[kind].label) == set(LANGUAGES)
    assert set(CODEBOOK.kinds[kind].sentence) == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_but_other_has_cues_in_every_language(language: str) -> None:
    without = [code for code, kind in CODEBOOK.kinds.items() if not kind.cues[language]]

    assert without == ["other"]


def test_the_board_answers_whether_operations_can_restart():
    assert list(CODEBOOK.indicators) == [
        "border",
        "returns",
        "crackdown",
        "hazards",
        "capacity",
        "rescue",
    ]


def test_every_state_of_the_board_is_reached_by_some_kind():
    reached = {(kind.indicator, kind.condition) for kind in CODEBOOK.kinds.values()}
    states = {(i.code, state) for i in CODEBOOK.indicators.values() for state in i.states}

    assert states - reached == set()


def test_held_people_come_in_by_arrest_and_leave_by_every_exit():
    arrested = CODEBOOK.kinds["arrested"]
    leaving = {kind.by for kind in CODEBOOK.kinds.values() if kind.measure == "flow"} - {""}

    assert arrested.into == "detained"
    assert leaving <= set(CODEBOOK.states["detained"].exits)
    assert {"returned", "released", "died"} <= leaving


def test_what_has_not_happened_is_no_return():
    planned = {code for code, kind in CODEBOOK.kinds.items() if kind.planned}

    assert planned == {
        "at_risk",
        "return_notified",
        "return_requested",
        "return_refused",
        "return_unanswered",
    }


def test_a_status_has_no_number_of_its_own_and_its_people_are_held():
    statuses = [CODEBOOK.kinds[f"return_{s}"] for s in ("notified", "refused", "unanswered")]

    assert {(kind.measure, kind.state) for kind in statuses} == {("", "detained")}


def test_no_assumption_is_on_but_that_those_held_are_still_held():
    assert [a.id for a in CODEBOOK.assumptions.values() if a.on] == ["still_held"]


def test_about_twenty_is_seventeen_to_twenty_three_in_every_language():
    words = {(word.language, word.word): word for word in CODEBOOK.vagueness}

    for key in (("en", "about"), ("ko", "약"), ("ja", "約"), ("zh", "约"), ("zh", "約")):
        assert 20 * words[key].low == pytest.approx(17)
        assert 20 * words[key].high == pytest.approx(23)


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("en", "more than"),
        ("ko", "여"),
        ("ko", "이상"),
        ("ja", "以上"),
        ("ja", "余り"),
        ("zh", "逾"),
    ],
)
def test_a_bound_is_not_vague(language: str, word: str) -> None:
    assert (language, word) not in {(w.language, w.word) for w in CODEBOOK.vagueness}


def test_the_workers_party_was_75_years_old_in_2020():
    party = next(day for day in CODEBOOK.anniversaries if day.id == "workers_party")

    assert 2020 - party.founded.year == 75
    assert "Workers' Party of Korea" in party.names["en"]
    assert "노동당 창건" in party.names["ko"]
    assert "労働党創立" in party.names["ja"]
    assert {"劳动党成立", "勞動黨成立"} <= set(party.names["zh"])


def test_every_anniversary_has_names_in_four_languages_and_a_source():
    lacking = [
        day.id for day in CODEBOOK.anniversaries if not all(day.names.values()) or not day.source
    ]

    assert lacking == []


def test_no_two_anniversaries_share_a_name():
    names = [
        (lang, n) for day in CODEBOOK.anniversaries for lang in LANGUAGES for n in day.names[lang]
    ]

    assert len(names) == len(set(names))


def test_every_subject_has_nouns_in_four_languages():
    lacking = [s.code for s in CODEBOOK.subjects.values() if not all(s.nouns.values())]

    assert lacking == []


def test_a_noun_names_one_subject():
    nouns = [
        (lang, n) for s in CODEBOOK.subjects.values() for lang in LANGUAGES for n in s.nouns[lang]
    ]

    assert sorted(n for n in set(nouns) if nouns.count(n) > 1) == []


def test_households_are_counted_and_are_not_people():
    assert [s.code for s in CODEBOOK.subjects.values() if not s.persons] == ["households"]


def test_a_part_of_a_group_has_the_group_above_it():
    parts = [s for s in CODEBOOK.subjects.values() if ";" in s.code]

    assert [s.parent for s in parts] == [s.code.split(";")[0] for s in parts]


def test_a_common_english_word_is_no_speakers_name():
    # Names are met without regard to case: LiNK would be every "link", ANN every Ann.
    names = {
        n.casefold() for s in CODEBOOK.speakers.values() for ns in s.names.values() for n in ns
    }

    assert names.isdisjoint(
        {"link", "ann", "who", "the times", "times", "open doors", "crossing borders"}
    )


@pytest.mark.parametrize(
    ("name", "speaker"),
    [
        ("자유아시아방송", "rfa"),
        ("聯合ニュース", "yonhap"),
        ("韩联社", "yonhap"),
        ("韓聯社", "yonhap"),
        ("NEWSポストセブン", "news-post-seven"),
        ("長春日報", "changchun-daily"),
        ("Changchun Daily", "changchun-daily"),
        ("통일부", "unification-ministry"),
        ("人權觀察", "hrw"),
    ],
)
def test_a_speaker_is_known_by_its_names_in_print(name: str, speaker: str) -> None:
    assert name in {n for ns in CODEBOOK.speakers[speaker].names.values() for n in ns}
