"""Tell headlines from text: they stand in the body of a report too, quoted or as a first line."""

from __future__ import annotations

from tumen.reading.page import Page

_LONGEST = 200
_STOPS = ".。!?！？"


def find_headlines(page: Page) -> frozenset[int]:
    """Return where the sentences start that are headlines.

    A paragraph of one short line without a full stop is one; so is a sentence that a word such as
    "Headline:" or 見出し: opens.
    """
    found = set()
    paragraphs: dict[int, list[int]] = {}
    for index, sentence in enumerate(page.sentences):
        paragraphs.setdefault(sentence.paragraph, []).append(index)
        opening = page.folded[sentence.start : sentence.start + 12]
        if any(opening.startswith(word) for word in page.pack.headline_words):
            found.add(sentence.start)
    for indexes in paragraphs.values():
        first, last = page.sentences[indexes[0]], page.sentences[indexes[-1]]
        words = page.report.text[first.start : last.end].strip(" \"'”’」』)")
        if (
            len(page.sentences) > len(indexes)
            and len(words) <= _LONGEST
            and words[-1:] not in _STOPS
        ):
            found.update(page.sentences[index].start for index in indexes)
    return frozenset(found)
