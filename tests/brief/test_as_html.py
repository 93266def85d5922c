from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from typing_extensions import override

from tests.brief.case import UNDATED, a_situation
from tests.build import a_claim, a_report
from tumen.brief import LANGUAGES, compose
from tumen.brief.as_html import html
from tumen.records import HopType, Reading

HOSTILE = "</mark><script>alert('x')</script><img src=x onerror=alert(1)>{{ 7*7 }}\"'><style>"


class Page(HTMLParser):
    """A page as a list of elements, and its text."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(content.decode())

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    @override
    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def all(self, name: str) -> list[str]:
        return [value for _, attrs in self.elements if (value := attrs.get(name)) is not None]


@pytest.fixture(scope="module", params=LANGUAGES)
def page(request, written):
    return Page(html(written(request.param)))


def test_no_id_is_given_twice(page):
    assert [i for i, times in Counter(page.all("id")).items() if times > 1] == []


def test_every_link_within_the_page_arrives(page):
    inside = {link[1:] for link in page.all("href") if link.startswith("#")}

    assert inside <= set(page.all("id"))


def test_nothing_is_fetched_and_nothing_runs(page):
    names = {tag for tag, _ in page.elements}
    attributes = {name for _, attrs in page.elements for name in attrs}

    assert not names & {
        "script",
        "img",
        "iframe",
        "object",
        "embed",
        "form",
        "base",
        "foreignobject",
    }
    assert not attributes & {"src", "srcset", "style", "action"}
    assert not [name for name in attributes if name.startswith("on")]


def test_the_policy_allows_the_pages_own_style_and_nothing_else(written):
    page = html(written("en")).decode()
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)

    assert style
    assert policy
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in policy[1]
    assert policy[1].startswith("default-src 'none';")


def test_every_note_leads_to_its_marked_words_and_back(brief):
    page = Page(html(brief))
    ids = set(page.all("id"))

    for note in brief.notes:
        assert {f"p{note.number}", f"n{note.number}"} <= ids
    marked = {c for value in page.all("class") for c in value.split() if re.fullmatch(r"p\d+", c)}
    assert marked == {f"p{note.number}" for note in brief.notes}


def test_the_reports_are_there_word_for_word(written):
    text = "".join(Page(html(written("ja"))).words)

    for report in (entry.report for entry in written("ja").reports):
        for line in report.text.split("\n"):
            assert _without_notes(line) in _without_notes(text)


def _without_notes(words: str) -> str:
    """Return *words* without digits, since the numbers of notes stand between them."""
    return re.sub(r"[\d\s]", "", words)


def test_words_of_another_language_are_tagged_with_it(written):
    page = html(written("en")).decode()

    assert '<span lang="ko" dir="auto">소식통</span>' in page
    assert '<blockquote lang="ja"' in page


def test_hostile_words_stay_words(codebook, gazetteer):
    report = replace(
        a_report(f"Held: 200. {HOSTILE}", publisher=HOSTILE, name=f"{HOSTILE}.txt", title=HOSTILE),
        url="javascript:alert(1)",
        language="x-<b>",
    )
    claim = a_claim(report, speakers=((HOSTILE, HopType.MEDIA),))
    situation = replace(
        a_situation(),
        reports=(report, UNDATED),
        readings=(
            Reading(report=report.id, read_by="t", claims=(claim,)),
            a_situation().readings[-1],
        ),
    )

    page = Page(html(compose(situation, codebook=codebook, gazetteer=gazetteer)))
    assert not {"script", "img"} & {tag for tag, _ in page.elements}
    assert sum(tag == "style" for tag, _ in page.elements) == 1
    assert not [link for link in page.all("href") if "javascript" in link]
    assert "49" not in "".join(page.words).replace(report.digest, "").split("{{ 7*7 }}")[0][-3:]
    assert HOSTILE in "".join(page.words)


def test_letters_that_are_no_text_do_not_break_the_page(codebook, gazetteer):
    report = a_report("Held: 200 \x00 \u202e people.")
    broken = replace(report, title="\ud800")
    situation = replace(
        a_situation(),
        reports=(broken,),
        readings=(Reading(report=report.id, read_by="t", claims=()),),
    )

    assert html(compose(situation, codebook=codebook, gazetteer=gazetteer))


def test_many_reports_make_one_page(codebook, gazetteer):
    reports = tuple(a_report(f"Report {n}: 20 are held.", name=f"{n}.txt") for n in range(100))
    situation = replace(
        a_situation(),
        reports=reports,
        readings=tuple(
            Reading(report=r.id, read_by="t", claims=(a_claim(r, words="20 are held"),))
            for r in reports
        ),
    )

    page = Page(html(compose(situation, codebook=codebook, gazetteer=gazetteer)))
    assert sum(value == "report long" for value in page.all("class")) == 100


def test_a_disputed_state_is_flagged_at_a_glance(written):
    page = html(written("en")).decode()
    glance = page[page.index('class="glance"') : page.index('id="known"')]

    assert glance.count('<span class="flag">disputed</span>') == 1


def test_every_sentence_stands_behind_a_disclosure(written):
    page = Page(html(written("en")))
    text = " ".join("".join(page.words).split())

    assert f"{len(written('en').known)} sentences in full, one by one" in text
    assert not [attrs for tag, attrs in page.elements if tag == "details" and "open" in attrs]


def test_a_situation_elsewhere_has_no_map_of_this_border(brief):
    elsewhere = replace(brief, marks=(), labels=())

    assert "map" in Page(html(brief)).all("id")
    page = Page(html(elsewhere))
    assert "map" not in page.all("id")
    assert "#map" not in page.all("href")


def test_paper_leaves_out_what_is_longest_and_says_so_unless_all_is_asked_for(brief):
    short = html(brief).decode("utf-8")
    full = html(replace(brief, full=True)).decode("utf-8")

    assert "tumen brief --full" in short
    assert "tumen brief --full" not in full
    assert '<body class="full">' in full
    assert short.count('class="long"') >= 2
