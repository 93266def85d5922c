from __future__ import annotations

from dataclasses import replace

from tests.build import a_period
from tests.lineage.world import (
    ANONYMOUS,
    CHINA,
    LIAONING,
    MEDIA,
    NGO,
    OCTOBER,
    SOURCE,
    STATE,
    Telling,
    about,
    exactly,
    sketches,
    up_to,
    yeo,
)
from tumen.lineage.direction import parent_of, root_likeness
from tumen.lineage.sketch import Sketch, minute_of
from tumen.records import Figure, Modality, Part


def parent(one: Telling, other: Telling) -> str:
    """Return the publisher of the parent, having asked in both orders."""
    first, second = sketches(one, other)
    assert parent_of(first, second) is parent_of(second, first)
    return parent_of(first, second).report.publisher


def told(publisher: str, day: str | None = "2020-10-16", **said: object) -> Telling:
    return Telling(publisher, day).says(exactly(200), period=OCTOBER, **said)  # type: ignore[arg-type]


def test_the_cited_report_is_the_parent_even_when_printed_later():
    assert parent(told("HRW", "2017-09-18"), told("VOA", "2017-09-05", by=(("HRW", NGO),))) == "HRW"


def test_without_a_citation_the_earlier_report_is_the_parent():
    assert (
        parent(told("Daily NK", "2020-10-16"), told("NEWS Post Seven", "2020-10-31")) == "Daily NK"
    )


def test_two_reports_that_cite_each_other_are_ordered_by_their_dates():
    one = told("RFA", "2020-10-01", by=(("SBS", MEDIA),))
    other = told("SBS", "2020-10-20", by=(("RFA", MEDIA),))

    assert parent(one, other) == "RFA"


def test_side_by_side_who_stands_nearer_to_the_source_is_the_parent():
    far = told("UPI", "2020-12-30", by=(("News1", MEDIA), ("HRW", NGO)))
    near = told("Yonhap", "2020-12-31", by=(("HRW", NGO),))
    behind = told("KBS", "2020-12-31", by=(("HRW", NGO), ("activists", ANONYMOUS)))

    assert parent(far, near) == "Yonhap"
    assert parent(far, behind) == "KBS"


def test_side_by_side_a_named_source_outweighs_an_outlets_own_words():
    assert parent(told("BBC"), told("SCMP", by=(("an activist", NGO),))) == "SCMP"


def test_the_office_that_counted_is_the_parent_though_it_spoke_later():
    office = told("Yonhap", "2021-01-20", by=(("the ministry", STATE),), modality=Modality.OFFICIAL)

    assert parent(told("Breitbart", "2020-04-29"), office) == "Yonhap"


def test_of_one_large_stock_at_two_days_the_earlier_day_is_the_parent():
    def standing(publisher: str, printed: str, day: str) -> Telling:
        telling = Telling(publisher, printed)
        return telling.says(up_to(2000), places=CHINA, period=a_period(day, day))

    later = standing("Newsweek", "2023-07-11", "2023-07-11")
    earlier = standing("AP", "2023-08-12", "2022-10-31")

    assert parent(later, earlier) == "AP"


def test_on_two_pages_of_one_text_the_headline_repeats_the_body():
    headline = Telling("BBC", "2020-10-31", name="p1").says(exactly(200), part=Part.HEADLINE)
    body = Telling("BBC", "2020-10-31", name="p2").says(exactly(200))
    first, second = sketches(headline, body)

    assert parent_of(first, second) is second


def test_within_a_report_the_lead_repeats_the_source():
    telling = Telling("RFA", None).says(exactly(200)).says(exactly(200), by=(("HRW", NGO),))
    lead, source = sketches(telling)

    assert parent_of(lead, source) is source


def test_undated_reports_are_least_like_an_original():
    dated, undated = sketches(told("RFA"), told("RFA", None))

    assert root_likeness(dated) < root_likeness(undated)


def test_of_two_copies_of_one_day_the_outlet_that_is_known_is_more_like_an_original():
    known, site = sketches(told("RFA"), told("Some Site"))

    assert root_likeness(known) < root_likeness(site)


def test_who_passes_on_an_outlet_is_less_like_an_original():
    first, retold = sketches(told("RFA"), told("SBS", "2020-10-01", by=(("RFA", MEDIA),)))

    assert root_likeness(first) < root_likeness(retold)


def test_who_cites_an_outlet_elsewhere_in_its_report_repeats_it() -> None:
    korean = Telling("News21 Tongsin", "2020-10-14", language="ko")
    korean.says(yeo(20, 10), places=LIAONING, by=(("Daily NK", MEDIA),))
    korean.says(yeo(200, 100), by=SOURCE)
    original = Telling("Daily NK", "2020-10-16").says(exactly(200), by=SOURCE)
    _, retold, first = sketches(korean, original)

    assert parent_of(retold, first) is first
    assert parent_of(first, retold) is first


def test_of_two_editions_of_one_day_the_one_with_the_earlier_hour_is_the_parent() -> None:
    def edition(clock: str, name: str) -> Sketch:
        telling = Telling("Dong-A Ilbo", "2012-02-14", name=name).says(exactly(31))
        (found,) = sketches(telling)
        day = found.report.published
        assert day is not None
        dated = replace(day, printed=f"2012-02-14 {clock}".strip())
        return replace(found, minute=minute_of(dated))

    dawn, undated, night = edition("06:42", "a"), edition("", "b"), edition("23:05", "c")

    assert parent_of(dawn, undated) is dawn
    assert parent_of(night, undated) is undated
    assert parent_of(night, dawn) is dawn


def test_in_one_report_both_ends_of_a_range_are_the_parent_of_one_end() -> None:
    span = Figure(low=600, high=2000, printed="600 to 2,000")
    telling = Telling("Wow! Korea", "2023-06-14").says(up_to(2000), by=(("NKDB", NGO),)).says(span)
    one_end, both = sketches(telling)

    assert parent_of(one_end, both) is both


def test_nobody_rounds_to_135_whenever_it_was_printed() -> None:
    rounded = Telling("Breitbart", "2020-04-29").says(about(135), by=(("NK News", MEDIA),))
    exact = Telling("Yonhap", "2021-01-20").says(exactly(135))

    assert parent(rounded, exact) == "Yonhap"


def test_about_60_may_well_have_come_before_60() -> None:
    rounded = Telling("RFA", "2020-04-29").says(about(60))
    exact = Telling("Yonhap", "2021-01-20").says(exactly(60))

    assert parent(rounded, exact) == "RFA"
