from __future__ import annotations

import pytest

from tumen.archive.page_size import MAX_ATTRIBUTES, MAX_ELEMENTS, check_size
from tumen.errors import UnreadableReportError

HOSTILE = {
    "deep": "<div>" * 1_000_000,
    "wide": "<p>a</p>" * 1_000_000,
    "one tag with a million attributes": "<p " + " ".join(f"a{i}" for i in range(1_000_000)) + ">",
    "behind a quote": "<p x='>' " + " ".join(f"a{i}=1" for i in range(500_000)) + ">",
}
HARMLESS = {
    "long text": "<p>" + "word " * 2_000_000,
    "a picture inside": "<img src='data:image/png;base64," + "A" * 5_000_000 + "'>",
    "open brackets": "<" * 2_000_000,
    "open comments": "<!-- " * 1_000_000,
    "open quotes": '<p a="' * 500_000,
    "one tag that never ends": "<p " + " ".join(f"a{i}=1" for i in range(500_000)),
    "nothing": "",
}


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_page_that_would_take_minutes_is_refused(html: str) -> None:
    with pytest.raises(UnreadableReportError, match="no page of news: it has more than 30,000"):
        check_size(html, name="a.html")


@pytest.mark.parametrize("html", HARMLESS.values(), ids=HARMLESS.keys())
def test_a_page_that_is_only_long_passes(html: str) -> None:
    check_size(html, name="a.html")


def test_the_limits_are_the_largest_that_pass():
    check_size("<br>" * (MAX_ELEMENTS - 2), name="a.html")  # and <html>, <body>
    check_size("<p " + " ".join(f"a{i}" for i in range(MAX_ATTRIBUTES)) + ">", name="a.html")
