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
