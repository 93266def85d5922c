"""A small situation built by hand: five dated reports in four languages, and one without a date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.build import a_claim, a_day, a_period, a_report
from tumen.ids import content_id
from tumen.records import (
    Basis,
    Bound,
    Claim,
    Condition,
    Contradiction,
    Distortion,
    Doubt,
    Figure,
    Finding,
    HopType,
    Lineage,
    Measure,
    Modality,
    Origin,
    Part,
    Passage,
    Period,
    Precision,
    Quantity,
    Reading,
    Reason,
    Reconciliation,
    Report,
    Retelling,
    SetAside,
    Situation,
    Standing,
    Unread,
)

CHINA = ("CN", "China")
JILIN = (CHINA, ("CN-JL", "Jilin"))
LIAONING = (CHINA, ("CN-LN", "Liaoning"))

DAILY_NK = a_report(
    "A source in China told us on Tuesday that about 20 women were picked up in Liaoning early "
    "this month.\n\nAnother 200 defectors were to be handed over from Jilin early this month, the "
    "source said, but the North refused them. China may ease its crackdown if this goes on.",
    publisher="Daily NK",
    published="2020-10-16",
    name="daily-nk.txt",
    title="North refuses defectors",
)
GOSPEL = a_report(
    "북한이 탈북민 200여 명을 북송하겠다는 통보를 거부했다고 데일리NK가 전했다.\n"
    "국경은 올해 1월부터 닫혀 있으며, 수용 시설은 이미 가득 찼다.",
    language="ko",
    publisher="복음기도신문",
    published="2020-10-17",
    name="gospel.txt",
)
POST_SEVEN = a_report(
    "脱北者の返還を拒否、すでに1000人以上も\n\n"
    "吉林省当局は今月初め、1月から拘束している200人を引き渡すと通告した。"
    "施設は満杯で、その数は1000人以上に上るとみられる。",
    language="ja",
    publisher="NEWS Post Seven",
    published="2020-10-31",
    name="post-seven.txt",
)
LIFE_FUNDS = a_report(
    "More than 1,000 people already, says the headline. The places they are held in are expected "
    "to exceed 1,000 people.\nJilin notified the hand-over of 200 people held since January; it was "
    "refused because of the risk of infection and the 70th anniversary of the party. Liaoning asked "
    "for about 20 people held since February and got no answer.",
    publisher="Life Funds",
    published="2020-11-05",
    name="life-funds.txt",
)
YONHAP = a_report(
    "据韩联社11月3日报道，朝鲜在部分边境地区埋设了地雷。",
    language="zh",
    publisher="韩联社",
    published="2020-11-03",
    name="yonhap.txt",
)
UNDATED = a_report(
    "Last month 15 defectors reached South Korea, an aid group said. <script>alert(1)</script> "
    "It spent 3,000 dollars and walked 40 miles & more; 12 remain.",
    publisher="",
    published=None,
    name="undated.txt",
)
REPORTS = (DAILY_NK, GOSPEL, POST_SEVEN, LIFE_FUNDS, YONHAP, UNDATED)


def month(year: int, number: int, *, last: int) -> Period:
    return Period(
        first_day=date(year, number, 1),
        last_day=date(year, number, last),
        precision=Precision.PART,
        printed="early this month",
    )


EARLY_OCTOBER = month(2020, 10, last=10)
JANUARY = month(2020, 1, last=31)
FEBRUARY = month(2020, 2, last=29)


def about(number: int, printed: str) -> Figure:
    return Figure(low=number, high=number, approximate=True, wording="about", printed=printed)


def more_than(number: int, printed: str) -> Figure:
    return Figure(low=number + 1, high=None, wording="more than", printed=printed)


SOURCE = (("Daily NK", HopType.MEDIA), ("a source in China", HopType.ANONYMOUS))
SEVEN = (("NEWS Post Seven", HopType.MEDIA), ("吉林省当局", HopType.STATE))
RETOLD = (
    ("Life Funds", HopType.NGO),
    ("NEWS Post Seven", HopType.MEDIA),
    ("the Jilin authorities", HopType.STATE),
)
NGO_OF_SEVEN = RETOLD[:2]


def infection(report: Report, words: str) -> Reason:
    start = report.text.index(words)
    return Reason(code="infection", passage=report.passage(start, start + len(words)))


WOMEN = a_claim(
    DAILY_NK,
    words="about 20 women were picked up in Liaoning",
    kind="arrested",
    subject="defectors;women",
    figure=about(20, "about 20"),
    places=LIAONING,
    period=EARLY_OCTOBER,
    speakers=SOURCE,
)
HAND_OVER = a_claim(
    DAILY_NK,
    words="Another 200 defectors were to be handed over from Jilin early this month",
    kind="return_notified",
    places=JILIN,
    period=EARLY_OCTOBER,
    speakers=SOURCE,
)
REFUSED = a_claim(
    DAILY_NK,
    words="the North refused them",
    kind="return_refused",
    places=JILIN,
    period=EARLY_OCTOBER,
    speakers=SOURCE,
)
EASED = a_claim(
    DAILY_NK,
    words="China may ease its crackdown",
    kind="crackdown_eased",
    low=None,
    high=None,
    places=(CHINA,),
    speakers=SOURCE[:1],
    modality=Modality.EXPECTED,
)
REFUSED_KO = a_claim(
    GOSPEL,
    words="탈북민 200여 명을 북송하겠다는 통보를 거부했다",
    kind="return_refused",
    figure=Figure(low=200, high=299, wording="여", printed="200여 명"),
    places=JILIN,
    period=EARLY_OCTOBER,
    speakers=(("복음기도신문", HopType.MEDIA), ("데일리NK", HopType.MEDIA)),
)
CLOSED = a_claim(
    GOSPEL,
    words="국경은 올해 1월부터 닫혀 있으며",
    kind="border_closed",
    low=None,
    high=None,
    places=(),
    period=Period(
        first_day=date(2020, 1, 1), last_day=None, precision=Precision.OPEN, printed="올해 1월부터"
    ),
    speakers=(("복음기도신문", HopType.MEDIA),),
)
FULL = a_claim(
    GOSPEL,
    words="수용 시설은 이미 가득 찼다",
    kind="capacity",
    low=None,
    high=None,
    places=(CHINA,),
    speakers=(("복음기도신문", HopType.MEDIA), ("소식통", HopType.ANONYMOUS)),
)
HEADLINE = a_claim(
    POST_SEVEN,
    words="すでに1000人以上も",
    figure=Figure(low=1000, high=None, wording="以上", printed="1000人以上"),
    places=(CHINA,),
    speakers=SEVEN[:1],
    part=Part.HEADLINE,
)
HAND_OVER_JA = a_claim(
    POST_SEVEN,
    words="吉林省当局は今月初め、1月から拘束している200人を引き渡すと通告した",
    kind="return_notified",
    places=JILIN,
    period=EARLY_OCTOBER,
    since=JANUARY,
    speakers=SEVEN,
)
THOUSAND = a_claim(
    POST_SEVEN,
    words="その数は1000人以上に上るとみられる",
    figure=Figure(low=1000, high=None, wording="以上", printed="1000人以上"),
    places=(CHINA,),
    period=a_day("2020-10-31"),
    speakers=SEVEN[:1],
    modality=Modality.ESTIMATED,
)
ALREADY = a_claim(
    LIFE_FUNDS,
    words="More than 1,000 people already",
    figure=more_than(1000, "More than 1,000"),
    places=(CHINA,),
    period=a_day("2020-11-05"),
    speakers=NGO_OF_SEVEN,
    part=Part.HEADLINE,
)
EXCEED = a_claim(
    LIFE_FUNDS,
    words="expected to exceed 1,000 people",
    figure=more_than(1000, "exceed 1,000"),
    places=(CHINA,),
    speakers=NGO_OF_SEVEN,
    modality=Modality.EXPECTED,
)
HELD = a_claim(
    LIFE_FUNDS,
    words="200 people held since January",
    places=JILIN,
    period=EARLY_OCTOBER,
    since=JANUARY,
    speakers=RETOLD,
)
REFUSED_EN = replace(
    a_claim(
        LIFE_FUNDS,
        words="it was refused because of the risk of infection",
        kind="return_refused",
        places=JILIN,
        period=EARLY_OCTOBER,
        speakers=NGO_OF_SEVEN,
        modality=Modality.UNOFFICIAL,
    ),
    reasons=(infection(LIFE_FUNDS, "the risk of infection"),),
)
UNANSWERED = a_claim(
    LIFE_FUNDS,
    words="about 20 people held since February and got no answer",
    kind="return_unanswered",
    subject="north_koreans",
    figure=about(20, "about 20"),
    places=LIAONING,
    since=FEBRUARY,
    speakers=NGO_OF_SEVEN,
)
MINES = a_claim(
    YONHAP,
    words="朝鲜在部分边境地区埋设了地雷",
    kind="hazard",
    low=None,
    high=None,
    places=(),
    period=a_period("2020-11-03", "2020-11-03"),  # the day of the report: nobody says it
    speakers=(("韩联社", HopType.MEDIA),),
)
ARRIVED = a_claim(
    UNDATED,
    words="Last month 15 defectors reached South Korea",
    kind="arrived",
    low=15,
    high=15,
    places=(("KR", "South Korea"),),
    period=Period(
        first_day=None,
        last_day=None,
        precision=Precision.UNRESOLVED,
        printed="Last month",
        passage=UNDATED.passage(0, 10),
    ),
    speakers=(("an aid group", HopType.NGO),),
)
CLAIMS = (
    (WOMEN, HAND_OVER, REFUSED, EASED),
    (REFUSED_KO, CLOSED, FULL),
    (HEADLINE, HAND_OVER_JA, THOUSAND),
    (ALREADY, EXCEED, HELD, REFUSED_EN, UNANSWERED),
    (MINES,),
    (ARRIVED,),
)


def retelling(child: Claim, parent: Claim, basis: Basis, *kinds: str) -> Retelling:
    return Retelling(
        child=child.id,
        parent=parent.id,
        basis=basis,
        distortions=tuple(
            Distortion(type=kind, child=child.passage, parent=parent.passage) for kind in kinds
        ),
        confidence="high" if basis is Basis.CITED else "medium",
    )


RETELLINGS = (
    retelling(REFUSED_KO, REFUSED, Basis.CITED, "approximator_added"),
    retelling(HAND_OVER_JA, HAND_OVER, Basis.INFERRED, "date_reanchored"),
    retelling(HELD, HAND_OVER_JA, Basis.CITED, "chain_shortened"),
    retelling(REFUSED_EN, REFUSED, Basis.INFERRED),
    retelling(UNANSWERED, WOMEN, Basis.INFERRED, "kind_swapped", "date_reanchored"),
    retelling(HEADLINE, THOUSAND, Basis.SAME_EVENT, "headline_differs_from_body"),
    retelling(ALREADY, HEADLINE, Basis.CITED, "approximator_turned"),
    retelling(EXCEED, THOUSAND, Basis.CITED, "hedge_turned"),
)


def origin(root: Claim, speaker: str, *others: Claim) -> Origin:
    ids = (root.id, *(claim.id for claim in others))
    return Origin(id=content_id("o", root.id), claims=ids, root=root.id, speaker=speaker)


ORIGINS = (
    origin(HAND_OVER, "a source in China", WOMEN, REFUSED, REFUSED_KO, HAND_OVER_JA, HELD),
    origin(THOUSAND, "NEWS Post Seven", HEADLINE, ALREADY, EXCEED),
    origin(EASED, "Daily NK"),
    origin(CLOSED, "복음기도신문"),
    origin(FULL, "소식통"),
    origin(MINES, "韩联社"),
    origin(ARRIVED, "an aid group"),
)
ORIGINS = (
    replace(ORIGINS[0], claims=(*ORIGINS[0].claims, REFUSED_EN.id, UNANSWERED.id)),
    *ORIGINS[1:],
)


def held(place: str, day: str) -> Quantity:
    return Quantity(
        measure=Measure.STOCK, place=place, state="detained", day=date.fromisoformat(day)
    )


BOUNDS = (
    Bound(
        quantity=held("CN-JL", "2020-10-05"),
        low=200,
        high=None,
        low_claims=(HAND_OVER.id, HELD.id),
        standing=Standing.SINGLE_SOURCE,
    ),
    Bound(
        quantity=held("CN-JL", "2020-11-05"),
        low=200,
        high=800,
        low_claims=(HELD.id,),
        high_claims=(THOUSAND.id,),
        low_assumptions=("persistence",),
    ),
    Bound(
        quantity=held("CN-LN", "2020-11-05"),
        low=17,
        high=None,
        low_claims=(UNANSWERED.id,),
        standing=Standing.SINGLE_SOURCE,
    ),
    Bound(
        quantity=held("CN", "2020-11-05"),
        low=1000,
        high=None,
        low_claims=(THOUSAND.id,),
        low_survives_origins=0,
        standing=Standing.DISPUTED,
    ),
    Bound(
        quantity=held("CN/unlisted", "2020-11-05"),
        low=780,
        high=None,
        low_claims=(THOUSAND.id, HELD.id, UNANSWERED.id),
        standing=Standing.INFERRED,
    ),
    Bound(
        quantity=Quantity(
            measure=Measure.FLOW,
            place="CN",
            by="returned",
            start=date(2020, 1, 1),
            end=date(2020, 11, 5),
        ),
        low=0,
        high=0,
        high_claims=(REFUSED.id,),
        standing=Standing.CORROBORATED,
    ),
)
RECONCILIATION = Reconciliation(
    as_of=date(2020, 11, 5),
    constraints=(),
    bounds=BOUNDS,
    contradictions=(
        Contradiction(
            id="x-1", claims=(ALREADY.id, EXCEED.id), type="headline_body", gap=1, reason="."
        ),
        Contradiction(
            id="x-2",
            claims=(HELD.id, UNANSWERED.id, THOUSAND.id),
            type="arithmetic",
            gap=780,
            assumptions=("exhaustive", "only_named_places"),
        ),
    ),
    conditions=(
        Condition(indicator="border", state="closed", since="2020-01", claims=(CLOSED.id,)),
        Condition(indicator="returns", state="refused", since="2020-10", claims=(REFUSED.id,)),
        Condition(
            indicator="returns", state="pending", since="", claims=(UNANSWERED.id,), disputed=True
        ),
        Condition(indicator="hazards", state="present", since="2020-11-03", claims=(MINES.id,)),
        Condition(indicator="capacity", state="full", since="", claims=(FULL.id,)),
    ),
    findings=(
        Finding(
            id="f-1",
            code="unlisted_rest",
            claims=(THOUSAND.id, HELD.id, UNANSWERED.id),
            values={
                "groups": 2,
                "listed_low": 217,
                "listed_high": 223,
                "total": 1000,
                "rest": 777,
            },
        ),
        Finding(id="f-2", code="never_confirmed", claims=(HAND_OVER.id,), values={"texts": 4}),
    ),
    set_aside=(EXCEED.id,),
    corrections=((EXCEED.id,), (ALREADY.id,)),
    codebook="dprk-china 1",
    solver="none",
)


def passage_of(report: Report, words: str) -> Passage:
    start = report.text.index(words)
    return report.passage(start, start + len(words))


ANNIVERSARY = Doubt(
    code="anniversary",
    passage=passage_of(LIFE_FUNDS, "70th anniversary"),
    said="70",
    known="75",
    about="workers_party",
)


def a_situation() -> Situation:
    readings = [
        Reading(report=report.id, read_by="test/1", claims=claims)
        for report, claims in zip(REPORTS, CLAIMS, strict=True)
    ]
    readings[3] = replace(readings[3], doubts=(ANNIVERSARY,))
    readings[5] = replace(
        readings[5],
        set_aside=(
            SetAside(passage=passage_of(UNDATED, "3,000"), reason="money"),
            SetAside(passage=passage_of(UNDATED, "40"), reason="distance"),
        ),
        unread=(Unread(passage=passage_of(UNDATED, "12"), reason="nothing says what is counted"),),
    )
    return Situation(
        reports=REPORTS,
        readings=tuple(readings),
        lineage=Lineage(retellings=RETELLINGS, origins=ORIGINS),
        reconciliation=RECONCILIATION,
    )
