from __future__ import annotations

import pytest

from tumen.brief import FORMATS, LANGUAGES, render
from tumen.errors import BriefError


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_brief_gives_the_same_bytes(written, format_, language):
    content = render(written(language), format=format_)

    assert content == render(written(language), format=format_)
    content.decode("utf-8")


def test_a_format_that_is_not_listed_is_refused(brief):
    with pytest.raises(BriefError, match="'docx'"):
        render(brief, format="docx")
