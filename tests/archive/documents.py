"""Documents and a codebook small enough to be seen whole."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from tumen.archive.media_type import media_type_of
from tumen.codebook import Codebook
from tumen.codebook.codebook import Speaker
from tumen.records import Capture, HopType

NOON = datetime(2020, 11, 6, 12, tzinfo=UTC)


def a_capture(content: bytes | str, name: str = "a.txt", *, url: str | None = None) -> Capture:
    if isinstance(content, str):
        content = content.encode("utf-8")
    return Capture(
        content=content,
        media_type=media_type_of(content, name),
        name=name,
        url=url,
        retrieved_at=NOON,
        retrieved_by="",
    )


def a_codebook() -> Codebook:
    """Return a codebook that knows one outlet and nothing else."""
    outlet = Speaker(
        id="border-times",
        name="Border Times",
        type=HopType.MEDIA,
        names={"en": ("Border Times",)},
        domains=("bordertimes.example",),
    )
    empty: dict[str, Any] = {}
    return Codebook(
        name="test",
        version="1",
        title={"en": "A test"},
        gazetteer="test",
        area="CN",
        homes=(),
        default_subject="people",
        states=empty,
        kinds=empty,
        subjects=empty,
        speakers={outlet.id: outlet},
        indicators=empty,
        anniversaries=(),
        reasons=empty,
        vagueness=(),
        assumptions=empty,
        digest="0" * 64,
    )


def a_page(
    *,
    language: str,
    title: str,
    paragraphs: tuple[str, ...],
    head: str = "",
    charset: str = "utf-8",
) -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="{charset}">'
        f"<title>{title}</title>{head}"
        "<script>document.write('injected')</script><style>p { color: red }</style></head>"
        '<body><nav><a href="/">Menu entry</a><a href="/about">Another entry</a></nav>'
        f"<article><h1>{title}</h1>{body}</article>"
        "<footer>All rights reserved</footer></body></html>"
    )


KOREAN = (
    "지린성 당국이 탈북민 200여 명을 1월부터 구금하고 있다고 현지 소식통이 4일 전했다.",
    "소식통은 &ldquo;북한이 송환 통보를 거부했다&rdquo;며 감염 우려 때문이라고 말했다.",
    "투먼과 룽징의 구류장은 이미 가득 차 새로 체포된 사람을 받을 수 없는 형편이라고 한다.",
)
JAPANESE = (
    "吉林省の当局が1月から脱北者約200人を拘束していると、現地の情報筋が4日明らかにした。",
    "情報筋によると、北朝鮮は感染を恐れて送還の通知を拒否したという。",
    "図們などの拘置施設はすでに満員で、新たに捕まった人を受け入れる余地はないとみられる。",
)
CHINESE = (
    "当地消息人士4日表示，吉林省当局自1月起关押了200多名脱北者。",
    "该人士称，朝鲜方面因担心疫情，拒绝了遣返通知。",
    "图们等地的看守所已经人满为患，无法再接收新近被捕的人，当局只好推迟进一步的抓捕行动。",
)
ENGLISH = (
    "Authorities in Jilin have held some 200 defectors since January, a local source said.",
    "The North refused the notice of their return for fear of infection, the source added.",
)
A_DAY = date(2020, 11, 4)
