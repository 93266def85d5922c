"""What a page says of itself in its head: language, date of publication and address.

Dates are taken only where the page declares them as its date of publication.  The extractors'
own search for dates goes on to the text and would take any day of the story for that of the page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tumen.archive.published import parse_published

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Names, properties and itemprops of <meta> that hold a day of publication, the surest first.
DATE_KEYS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "article:published",
    "parsely-pub-date",
    "sailthru.date",
    "dcterms.issued",
    "dc.date.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish_date",
    "publish-date",
    "publication_date",
    "date",
)
# A browser or extension that saves a page notes its address in a comment.
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S{1,2000})\s*-->")
_SINGLE_FILE = re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*(\S{1,2000})")
_SAVED_WITHIN = 4096

# What stands before a country's two letters and is nobody's own: co.kr, or.jp, gov.cn.
_SECOND_LEVEL = {"ac", "co", "com", "edu", "go", "gov", "ne", "net", "or", "org", "re"}

# Beyond this the data is no description of an article.
_DEEPEST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class PageData:
    """What a page declares; "" where it says nothing."""

    language: str
    date: str  # readable by `parse_published`
    url: str


def read_page_data(html: str, tree: HtmlElement) -> PageData:
    """Return what the page *html*, parsed as *tree*, says of itself."""
    metas = _metas(tree)
    return PageData(
        language=_language(tree, metas),
        date=next((day for said in _dates(tree, metas) if (day := readable_date(said))), ""),
        url=_url(html, tree, metas),
    )


def readable_date(said: str) -> str:
    """Return *said* if it is a date, a mail date as ISO 8601, else ""."""
    try:
        return parse_published(said).printed
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(said).date().isoformat()
    except (ValueError, IndexError, OverflowError):
        return ""


def _metas(tree: HtmlElement) -> dict[str, str]:
    """Return the page's <meta> fields, the first of each name, names in lower case."""
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            key = (element.get(attribute) or "").strip().lower()
            if key and content:
                metas.setdefault(key, content)
    return metas


def _language(tree: HtmlElement, metas: dict[str, str]) -> str:
    root = tree.getroottree().getroot()
    said = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    said = said or metas.get("content-language") or metas.get("og:locale")
    return (said or "").split(",")[0].strip()


def _dates(tree: HtmlElement, metas: dict[str, str]) -> Iterator[str]:
    yield from (metas[key] for key in DATE_KEYS if key in metas)
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            yield from _linked_dates(script.text or "")
    for element in tree.iter("time"):
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None:
            yield element.get("datetime") or ""


def _linked_dates(said: str) -> Iterator[str]:
    """Yield every date of publication in a block of JSON-LD, the outermost first."""
    try:
        level = [json.loads(said)]
    except (ValueError, RecursionError):
        return
    for _ in range(_DEEPEST):
        inner: list[object] = []
        for value in level:
            if isinstance(value, dict):
                if isinstance(date := value.get("datePublished"), str):
                    yield date
                inner.extend(value.values())
            elif isinstance(value, list):
                inner.extend(value)
        level = inner


def _url(html: str, tree: HtmlElement, metas: dict[str, str]) -> str:
    """Return the page's own address: where it says it belongs, else where it was saved from.

    A page may say that it belongs to anybody.  Where it was saved from is the browser's word: of
    another site's address that is the one to believe.  Where two addresses of its own are on
    two sites, neither is.
    """
    said = [
        element.get("href") or ""
        for element in tree.iter("link")
        if "canonical" in (element.get("rel") or "").lower().split()
    ]
    said.append(metas.get("og:url", ""))
    own = [address for one in said if (address := _web_address(one))]
    head = html[:_SAVED_WITHIN]
    notes = (_SAVED_FROM.search(head), _SINGLE_FILE.search(head))
    saved = [address for found in notes if found and (address := _web_address(found.group(1)))]
    sites = {_site(address) for address in own}
    if saved and sites - {_site(saved[0])}:
        return saved[0]
    return "" if len(sites) > 1 else next(iter((*own, *saved)), "")


def _web_address(said: str) -> str:
    address = said.strip()
    return address if address.lower().startswith(("http://", "https://")) else ""


def _site(address: str) -> str:
    """Return the part of a host that one owner has: `m.a.co.kr` and `www.a.co.kr` are one site."""
    try:
        host = (urlsplit(address).hostname or "").rstrip(".")
    except ValueError:
        return address
    labels = host.split(".")
    return ".".join(labels[-3:] if len(labels) > 2 and labels[-2] in _SECOND_LEVEL else labels[-2:])
