from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings, strategies as st

from tests.build import a_day, a_period
from tests.lineage.world import (
    ANONYMOUS,
    CHINA,
    FEBRUARY,
    JILIN,
    LIAONING,
    MEDIA,
    OCTOBER,
    SOURCE,
    STATE,
    Telling,
    about,
    at_least,
    codebook,
    exactly,
    gazetteer,
    groups,
    ids,
    links,
    place,
    the_link,
    traced,
    twenty_women_of_october,
    types,
    yeo,
)
from tumen.errors import ClaimWithoutReportError
from tumen.lineage import trace
from tumen.records import Basis, Figure, Lineage, Modality, Part

NORTH = (*SOURCE, ("the North", STATE))


def daily_nk() -> Telling:
    """Return the first telling: 200 in Jilin and 20 women in Dandong, both refused."""
    told = Telling("Daily NK", "2020-10-16")
    told.says(exactly(200), kind="at_risk", period=OCTOBER, by=SOURCE)
    told.says(exactly(200), kind="return_refused", period=OCTOBER, by=NORTH)
    for kind, by in (("return_refused", NORTH), ("arrested", SOURCE)):
        twenty_women_of_october(told, by=by, kinds=(kind,))
    told.says(about(20), kind="return_refused", places=place("Dandong"), period=FEBRUARY)
    return told


def post_seven() -> Telling:
    """Return the Japanese retelling, which names another paper as its source."""
    by = (("長春日報", MEDIA),)
    told = Telling("NEWS Post Seven", "2020-10-31", language="ja")
    told.says(at_least(1000), places=CHINA, part=Part.HEADLINE, period=a_day("2020-10-31"))
    told.says(exactly(200), kind="return_notified", period=OCTOBER, by=(*by, ("当局", STATE)))
    told.says(exactly(200), kind="return_refused", period=OCTOBER, by=by)
    told.says(
        about(20, wording="約"),
        kind="return_notified",
        places=LIAONING,
        period=a_period("2020-02-01", "2020-10-31"),
        by=by,
    )
    told.says(at_least(1000), places=CHINA, period=a_day("2020-10-31"), modality=Modality.ESTIMATED)
    return told


def the_ngo() -> Telling:
    """Return the article that started this project, in four claims."""
    by = (("NEWSポストセブン", MEDIA),)
    told = Telling("Life Funds", "2020-11-05")
    told.says(exactly(200), kind="return_notified", period=OCTOBER, by=by)
    told.says(
        about(20),
        kind="return_requested",
        places=LIAONING,
        period=a_period("2020-02-01", "2020-11-05"),
        by=by,
    )
    told.says(
        at_least(1000),
        places=CHINA,
        by=by,
        period=a_period("2020-10-01", "2020-11-05"),
        modality=Modality.EXPECTED,
    )
    return told


def test_the_case_that_started_this_project():
    lineage = traced(the_ngo(), post_seven(), daily_nk())
    source, magazine, article = daily_nk().claims, post_seven().claims, the_ngo().claims

    assert the_link(lineage, article[0]).parent == magazine[1].id
    assert the_link(lineage, article[0]).basis is Basis.CITED
    assert "false_origin" in types(the_link(lineage, magazine[2]))
    assert the_link(lineage, magazine[2]).parent == source[1].id
    # Held since February: not the women caught in October, though as many and in one province.
    assert the_link(lineage, magazine[3]).parent == source[4].id
    assert "kind_swapped" in types(the_link(lineage, article[1]))
    assert types(the_link(lineage, magazine[0])) == ["hedge_dropped", "headline_differs_from_body"]
    assert the_link(lineage, article[2]).parent == magazine[4].id
    assert types(the_link(lineage, article[2])) == ["hedge_turned"]
    # The thousand are the magazine's own; February is Daily NK's own and another account.
    assert groups(lineage) == {
        ids([*source[:4], *magazine[1:3], article[0]]),
        ids([magazine[0], magazine[4], article[2]]),
        ids([source[4], magazine[3], article[1]]),
    }
    (flagged,) = {o.cited_unfound for o in lineage.origins if o.cited_unfound}
    assert flagged == ("Changchun Daily",)


def test_events_that_only_look_alike_are_not_linked():
    february = Telling("Daily NK", "2020-03-01")
    february.says(about(20), kind="arrested", places=place("Dandong"), period=FEBRUARY, by=SOURCE)
    october = Telling("RFA", "2020-10-16")
    october.says(
        about(20),
        kind="arrested",
        places=place("Dandong"),
        period=OCTOBER,
        by=(("Daily NK", MEDIA),),
    )

    lineage = traced(february, october)

    assert lineage.retellings == ()
    assert len(lineage.origins) == 2


@pytest.mark.parametrize("dated", [True, False])
def test_reports_that_cite_each_other_end_in_an_answer(dated: bool) -> None:
    ring = [
        Telling(own, f"2020-10-{day}" if dated else None).says(
            exactly(200), period=OCTOBER, by=((cited, MEDIA),)
        )
        for own, cited, day in (("RFA", "SBS", 11), ("SBS", "KBS", 12), ("KBS", "RFA", 13))
    ]

    lineage = traced(*ring)

    assert len(lineage.retellings) == 2
    assert len(lineage.origins) == 1


def test_a_report_that_cites_itself_is_its_own_origin():
    lineage = traced(Telling("RFA", None).says(exactly(200), by=(("RFA", MEDIA),)))

    assert lineage.retellings == ()
    assert len(lineage.origins) == 1
    assert lineage.origins[0].cited_unfound == ()


def test_nothing_in_gives_nothing_out():
    assert traced() == Lineage(retellings=(), origins=())


def test_a_claim_without_its_report_is_refused():
    told = Telling("RFA", None).says(exactly(200))

    with pytest.raises(ClaimWithoutReportError, match="which was not given"):
        trace([], told.claims, codebook=codebook(), gazetteer=gazetteer())


def test_a_thousand_copies_are_one_origin():
    text = "The source said nobody knows where the women were taken that night. " * 5
    first = Telling("Daily NK", "2020-10-16", text=text)
    first.says(exactly(200), words="200 people are held.", period=OCTOBER, by=SOURCE)
    copies = [
        Telling(f"Site {n % 50}", None if n % 7 == 0 else "2020-10-20", name=f"{n}.txt", text=text)
        for n in range(1000)
    ]
    for copy in copies:
        copy.says(exactly(200), words="200 people are held.", period=OCTOBER)

    lineage = traced(first, *copies)

    assert len(lineage.retellings) == 1000
    assert len(lineage.origins) == 1
    assert lineage.origins[0].root == first.claims[0].id


def test_a_claim_that_makes_one_group_of_two_has_both_as_parents() -> None:
    """20 are refused in October and 20 were in February: "20 were to be sent back"."""
    source = daily_nk()
    retold = Telling("NEWS Post Seven", "2020-10-31", language="ja")
    retold.says(
        about(20, wording="約"),
        kind="return_notified",
        places=LIAONING,
        period=a_period(None, "2020-10-31"),
        by=(("Daily NK", MEDIA),),
    )
    lineage = traced(source, retold)
    (child,) = retold.claims
    first, second = (r for r in lineage.retellings if r.child == child.id)
    (origin,) = (o for o in lineage.origins if child.id in o.claims)

    assert {first.parent, second.parent} == {source.claims[2].id, source.claims[4].id}
    assert ("merged" in first.because, "merged" in second.because) == (False, True)
    assert "groups_merged" in types(first)
    assert "groups_merged" in types(second)
    assert first.parent in origin.claims
    assert second.parent not in origin.claims


# --- properties --------------------------------------------------------------------------

REPORTS = (daily_nk, post_seven, the_ngo)


@given(st.permutations(range(3)), st.randoms(use_true_random=False))
def test_the_order_of_reports_and_claims_changes_nothing(order: list[int], shuffle: object) -> None:
    told = [REPORTS[n]() for n in order]
    claims = [claim for telling in told for claim in telling.claims]
    shuffle.shuffle(claims)  # type: ignore[attr-defined]

    lineage = trace(
        [telling.report for telling in told], claims, codebook=codebook(), gazetteer=gazetteer()
    )

    assert lineage == traced(*(report() for report in REPORTS))


FIGURES = st.sampled_from(
    [exactly(7), about(20), exactly(29), yeo(200, 100), exactly(1160), at_least(1000), None]
)
PLACES = st.sampled_from([CHINA, JILIN, LIAONING, place("Dandong"), place("Kunming")])
KINDS = st.sampled_from(["arrested", "detained", "return_refused", "border_closed", "arrived"])
OUTLETS = st.sampled_from(["Daily NK", "RFA", "SBS", "Yonhap", "BBC"])
SOURCES = st.sampled_from([(), SOURCE, (("Yonhap", MEDIA),), (("RFA", MEDIA), *SOURCE)])
DAYS = st.dates(date(2019, 1, 1), date(2021, 12, 31))


@st.composite
def tellings(draw: st.DrawFn) -> Telling:
    """Draw a report of one to four claims."""
    day = draw(DAYS)
    telling = Telling(
        draw(OUTLETS),
        draw(st.sampled_from([day.isoformat(), None])),
        name=str(draw(st.integers(0, 10**6))),
    )
    for _ in range(draw(st.integers(1, 4))):
        happened = day - timedelta(days=draw(st.integers(0, 40)))
        telling.says(
            draw(FIGURES),
            kind=draw(KINDS),
            places=draw(PLACES),
            period=draw(st.sampled_from([a_period(happened.isoformat(), day.isoformat()), None])),
            by=draw(SOURCES),
        )
    return telling


def worlds() -> st.SearchStrategy[list[Telling]]:
    return st.lists(tellings(), max_size=5, unique_by=lambda telling: telling.name)


@given(worlds())
@settings(max_examples=60)
def test_every_claim_has_one_origin_and_every_tree_one_root(world: list[Telling]) -> None:
    lineage = traced(*world)
    claims = [claim.id for telling in world for claim in telling.claims]
    children = [r.child for r in lineage.retellings if "merged" not in r.because]

    assert sorted(c for origin in lineage.origins for c in origin.claims) == sorted(set(claims))
    assert len(children) == len(set(children))
    assert {retelling.child for retelling in lineage.retellings} == set(children)
    of = {claim: origin.id for origin in lineage.origins for claim in origin.claims}
    assert all(of[r.child] == of[r.parent] for r in lineage.retellings if "merged" not in r.because)
    assert all(origin.root in origin.claims for origin in lineage.origins)
    assert not {origin.root for origin in lineage.origins} & set(children)


REWORDED: dict[str, list[Figure | None]] = {
    "7": [exactly(7)],
    "about 20": [about(20, wording="around"), about(20, wording="約")],
    "29": [exactly(29)],
    "200여": [yeo(200, 100)],
    "1160": [exactly(1160)],
    "at least 1000": [at_least(1000)],
}


@given(worlds(), st.data())
@settings(max_examples=60)
def test_a_copy_of_a_report_adds_no_origin(world: list[Telling], data: st.DataObject) -> None:
    if not world:
        return
    original = data.draw(st.sampled_from(world))
    copy = a_copy(original, data)

    before, after = traced(*world), traced(*world, copy)

    assert len(after.origins) == len(before.origins)


def a_copy(original: Telling, data: st.DataObject) -> Telling:
    """Draw the same report by an outlet that names the first: later, reworded, in any language."""
    published = original.published
    if published is not None:
        later = date.fromisoformat(published) + timedelta(days=data.draw(st.integers(0, 30)))
        published = later.isoformat()
    copy = Telling(
        "A Site", published, name="copy", language=data.draw(st.sampled_from(["en", "ko"]))
    )
    for claim in original.claims:
        figure = claim.figure
        if figure is not None:
            figure = data.draw(st.sampled_from(REWORDED[figure.printed]))
        copy.says(
            figure,
            kind=claim.kind,
            places=tuple((located.id, located.name) for located in claim.places),
            period=claim.period,
            by=tuple((hop.name, hop.type) for hop in claim.attribution),
        )
    return copy


def test_links_are_named_by_what_speaks_for_them():
    lineage = traced(daily_nk(), the_ngo(), post_seven())

    assert links(lineage)
    assert all(r.because and r.confidence in {"high", "medium", "low"} for r in lineage.retellings)


def test_one_outlet_in_two_languages_is_a_translation():
    first = Telling("Yonhap", "2020-12-30").says(
        exactly(5), kind="arrested", places=place("Qingdao"), period=OCTOBER
    )
    second = Telling("聯合ニュース", "2020-12-31", language="ja")
    second.says(exactly(5), kind="arrested", places=place("Qingdao"), period=OCTOBER)

    (retelling,) = traced(first, second).retellings

    assert retelling.basis is Basis.TRANSLATED
    assert retelling.parent == first.claims[0].id


def test_a_number_of_no_certain_place_leaves_the_places_their_own_retellings() -> None:
    """12 at Shenyang is retold as 10; that 12 is also the sum of two others hides it from nobody."""
    source = (("activists", ANONYMOUS),)
    shenyang, changchun = place("Shenyang"), place("Changchun")
    eighth, eleventh = a_day("2012-02-08"), a_period("2012-02-11", "2012-02-12")
    first = Telling("Dong-A Ilbo", "2012-02-14", language="ko")
    first.says(exactly(12), kind="arrested", places=shenyang, period=eighth, by=source)
    first.says(exactly(12), kind="arrested", places=changchun, period=eleventh, by=source)
    second = Telling("Yonhap", "2012-02-16", language="ja")
    cited = (("Dong-A Ilbo", MEDIA),)
    second.says(exactly(10), kind="arrested", places=shenyang, period=eighth, by=cited)
    second.says(exactly(12), kind="arrested", places=CHINA, period=eleventh, by=cited)

    assert {
        (second.claims[0].id, first.claims[0].id),
        (second.claims[1].id, first.claims[1].id),
    } <= links(traced(first, second))
