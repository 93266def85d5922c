from __future__ import annotations

import pytest

from tumen.archive.extractors import EXTRACTORS, extractor_for
from tumen.archive.page import extract_page
from tumen.archive.plain_text import extract_text


@pytest.mark.parametrize(
    ("media_type", "extractor"),
    [("text/plain", extract_text), ("text/html", extract_page), ("application/pdf", None)],
)
def test_each_kind_of_document_has_its_extractor(media_type, extractor):
    assert extractor_for(media_type) is extractor


def test_no_kind_is_listed_twice():
    kinds = [media_type for media_type, _ in EXTRACTORS]

    assert len(kinds) == len(set(kinds))
