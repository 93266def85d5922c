from tests.reading.reader import claims_in


def chains(text: str, kind: str, language: str = "en") -> list[list[str]]:
    return [
        [hop.name for hop in claim.attribution]
        for claim in claims_in(text, language)
        if claim.kind == kind
    ]


def test_the_publisher_is_the_outermost_hop() -> None:
    assert chains("About 20 women were arrested in Dandong.", "arrested") == [["A Paper"]]


def test_a_source_that_reports_a_state_stands_outside_it() -> None:
    text = (
        "The source said about 20 women were caught; the bureau wanted to return them, "
        "but the North said it could not take them."
    )

    assert chains(text, "return_refused") == [["A Paper", "The source", "the North"]]


def test_an_outlet_holds_until_another_is_cited() -> None:
    text = (
        "Citing Daily NK, the group writes that the border is closed. "
        "About 20 women were arrested in Dandong."
    )

    assert chains(text, "arrested") == [["A Paper", "the group", "Daily NK"]]


def test_an_article_the_text_goes_back_to_holds_around_what_it_cites() -> None:
    text = (
        "A recent article by NEWS Post Seven says so. "
        "According to Yonhap News, about 20 women were arrested in Dandong."
    )

    assert chains(text, "arrested") == [["A Paper", "NEWS Post Seven", "Yonhap News"]]


def test_according_to_in_mid_sentence_says_only_what_follows() -> None:
    text = "The border is closed, and according to Yonhap News landmines were laid near the river."

    assert chains(text, "border_closed") == [["A Paper"]]
    assert chains(text, "hazard") == [["A Paper", "Yonhap News"]]


def test_hearsay_leaves_a_hop_with_a_cue_and_no_name() -> None:
    (claim,) = claims_in("About 20 women were reportedly arrested in Dandong.")

    assert [(hop.name, hop.cue) for hop in claim.attribution] == [
        ("A Paper", None),
        ("", "reportedly"),
    ]


def test_a_speaker_goes_on_through_a_paragraph() -> None:
    text = "A broker said the border is closed. About 20 women were arrested in Dandong."

    assert chains(text, "arrested") == [["A Paper", "A broker"]]


def test_a_sentence_that_opens_on_another_month_is_background() -> None:
    text = "A broker said the border is closed. In May 2019, 20 women were arrested in Dandong."

    assert chains(text, "arrested") == [["A Paper"]]


def test_who_is_cited_stands_inside_who_cites() -> None:
    text = "Kim Min-ji added, citing an academy, that about 20 women were arrested in Dandong."

    assert chains(text, "arrested") == [["A Paper", "Kim Min-ji", "an academy"]]


def test_whose_words_an_agency_cites_stand_inside_it() -> None:
    text = "About 20 women were arrested in Dandong, according to guards cited by Kyodo."

    assert chains(text, "arrested") == [["A Paper", "Kyodo", "guards"]]


def test_what_an_agency_only_passes_on_is_said_by_whom_it_cites() -> None:
    text = "女性20人が丹東で逮捕された。VOAが1日、複数の消息筋の話として伝えた。"

    assert chains(text, "arrested", "ja") == [["A Paper", "VOA", "複数の消息筋"]]


def test_what_a_state_answers_does_not_hold_its_people() -> None:
    text = (
        "데일리NK는 소식통을 인용해, 여성 20명이 단둥에 억류돼 있으며 "
        "북한 측이 받을 수 없다고 알려왔다고 전했다."
    )

    assert chains(text, "detained", "ko") == [["A Paper", "데일리NK", "소식통"]]


def test_a_tag_at_the_very_end_is_of_the_whole_text() -> None:
    text = (
        "About 20 women were arrested in Dandong.\n\nIt rained.\n\nIt is cold. [Source: Daily NK]"
    )

    assert chains(text, "arrested") == [["A Paper", "Daily NK"]]


def test_a_paragraph_that_adds_to_the_last_one_goes_on_with_its_speaker() -> None:
    text = (
        "소식통에 따르면 여성 20명이 단둥에서 체포됐다.\n\n지린성에서도 여성 30명이 체포됐다.\n\n"
        "여성 40명이 선양에서 체포됐다."
    )

    assert [chain[1:] for chain in chains(text, "arrested", "ko")] == [["소식통"], ["소식통"], []]


def test_the_publishers_own_sum_is_nobody_elses() -> None:
    text = "情報筋によると、丹東で女性20人が逮捕された。総合すると女性38人が逮捕された計算になる。"

    assert [chain[1:] for chain in chains(text, "arrested", "ja")] == [["情報筋"], []]


def test_a_headline_is_the_publishers() -> None:
    text = "Headline: 20 women arrested in Dandong.\n\nDaily NK said about 20 women were arrested there."

    assert chains(text, "arrested") == [["A Paper"], ["A Paper", "Daily NK"]]


def test_a_second_speaker_stands_beside_the_first() -> None:
    text = "Kim Min-ji said the border is closed, while a broker said 20 women were arrested there."

    assert chains(text, "border_closed") == [["A Paper", "Kim Min-ji"]]
    assert chains(text, "arrested") == [["A Paper", "a broker"]]


def test_what_a_lead_says_was_learned_is_told_by_the_paragraph_below() -> None:
    text = (
        "탈북민 14명이 단둥에서 체포된 것으로 알려졌다.\n\n"
        "현지 소식통은 3일 이같이 전했다. 국경은 조용하다."
    )

    assert chains(text, "arrested", "ko") == [["A Paper", "현지 소식통", ""]]


def test_a_lead_is_not_told_by_who_goes_on_to_something_else() -> None:
    text = (
        "탈북민 33명이 체포된 것으로 알려졌다. "
        "활동가들에 따르면 8일 탈북민 12명이 선양에서 체포됐다."
    )

    assert chains(text, "arrested", "ko") == [["A Paper", ""], ["A Paper", "활동가들"]]


def test_hearsay_is_told_by_who_speaks_next_to_it() -> None:
    text = (
        "牧師が電話で明らかにした。\n\n"
        "9月にも脱北者11人が瀋陽で逮捕されたという。牧師は「案内人がいなかった」と憤る。"
    )

    assert chains(text, "arrested", "ja") == [["A Paper", "牧師", ""]]


def test_figures_that_an_office_gives_go_on_and_its_answers_do_not() -> None:
    office = "통일부에 따르면 2분기 입국자는 2명이다. 탈북민 31명은 태국을 거쳐 입국했다."
    answer = "통일부는 확인해 줄 수 없다고 밝혔다. 탈북민 31명은 태국을 거쳐 입국했다."

    assert chains(office, "arrived", "ko")[1] == ["A Paper", "통일부"]
    assert chains(answer, "arrived", "ko") == [["A Paper"]]


def test_information_is_told_by_who_gave_it() -> None:
    text = "According to information she received from civil society organizations, 18 defectors were arrested."

    assert chains(text, "arrested")[0][1:] == ["civil society organizations"]
