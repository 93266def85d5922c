from tests.build import a_report
from tests.reading.reader import reading_of


def test_every_sentence_that_somebody_says_is_listed_once() -> None:
    text = "A source said refugees sang. Nobody spoke. According to Yonhap News, it rained."
    statements = reading_of(a_report(text)).statements

    assert [s.passage.exact for s in statements] == [
        "A source said refugees sang.",
        "According to Yonhap News, it rained.",
    ]
    assert {s.kind for s in statements} == {"other"}
