from __future__ import annotations

from tests.lineage.world import (
    JILIN,
    LIAONING,
    MEDIA,
    OCTOBER,
    SOURCE,
    STATE,
    Telling,
    about,
    exactly,
    ids,
    traced,
    yeo,
)


def daily_nk() -> Telling:
    told = Telling("Daily NK", "2020-10-16")
    told.says(about(20), places=LIAONING, period=OCTOBER, by=SOURCE)
    return told.says(
        exactly(200),
        kind="return_refused",
        period=OCTOBER,
        by=(*SOURCE, ("the North", STATE)),
    )


def test_ten_texts_of_one_mouth_are_one_origin():
    first = daily_nk()
    retold = [
        Telling(name, f"2020-10-{n + 17}").says(
            yeo(200, 100), kind="return_refused", period=OCTOBER, by=(("데일리NK", MEDIA),)
        )
        for n, name in enumerate(["ICNK", "BBC", "SBS", "KBS", "UPI", "AFP", "NHK", "TBS", "YTN"])
    ]

    (origin,) = traced(first, *retold).origins

    assert origin.speaker == "a source in China"
    assert origin.root in ids(first.claims)
    assert frozenset(origin.claims) == ids(c for told in (first, *retold) for c in told.claims)


def test_an_outlet_that_is_cited_and_not_in_the_case_is_flagged():
    retold = Telling("BBC", "2020-10-31").says(
        exactly(200), period=OCTOBER, by=(("Changchun Daily", MEDIA),)
    )

    assert [o.cited_unfound for o in traced(retold).origins] == [("Changchun Daily",)]


def test_an_outlet_whose_report_is_in_the_case_is_found_under_any_of_its_names():
    retold = Telling("BBC", "2020-10-31").says(
        exactly(200), kind="return_refused", period=OCTOBER, by=(("デイリーNK", MEDIA), *SOURCE)
    )

    (origin,) = traced(daily_nk(), retold).origins

    assert origin.cited_unfound == ()


def test_without_a_source_the_publisher_is_the_speaker():
    (origin,) = traced(Telling("KBS", None).says(exactly(200))).origins

    assert origin.speaker == "KBS"


def test_the_root_is_the_claim_that_is_repeated_most():
    first = daily_nk()
    retold = Telling("ICNK", "2020-10-19").says(
        exactly(200), kind="return_refused", places=JILIN, period=OCTOBER, by=(("Daily NK", MEDIA),)
    )
    twenty, refused = first.claims

    (origin,) = traced(first, retold).origins

    assert origin.root == refused.id
    assert twenty.id in origin.claims
