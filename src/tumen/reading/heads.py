"""Find the heads of speakers: the nouns, names and pronouns that may say something, and their marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tumen.reading.page import Page
from tumen.reading.vocabulary import PLACE, PRONOUN, SPEAKER, SPEAKER_NOUN

_AHEAD = 2  # characters after a name that tell that it is one: 说
_NO_NAME = (
    r"(?!(?:In|On|At|The|A|An|After|But|And|For|From|With|When|As|Since|Most|More|About|Some|If"
    r"|Once|By|To|During|While|Before|Because|Although|Though|Until|Of|Or|So|Yet|Citing|Quoting"
    r"|According)\b)"
)
NAME = re.compile(
    _NO_NAME + r"[A-Z][\w'’.-]*(?:\s(?:[A-Z][\w'’.-]*|of|the|for|al|bin|de|van|von))*"
    r"\s[A-Z][\w'’-]+"
)


def subjects_in(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    """Return the heads marked as topics, in their order; where none is, those marked as subjects."""
    marked, topics = marked_among(page, heads_in(page, start, end))
    return topics or marked


def marked_among(
    page: Page, heads: Sequence[tuple[int, int]]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return those of *heads* with the mark of a subject, and those of them with a topic's."""
    speech = page.pack.speech
    marked = [head for head in heads if speech.subject_mark.match(page.folded, head[1])]
    return marked, [head for head in marked if speech.topic_mark.match(page.folded, head[1])]


def heads_in(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    """Return what can be the head of a speaker: a known one, a noun, a pronoun, a name, a country."""
    spans = {
        (hit.start, hit.end)
        for role in (SPEAKER, SPEAKER_NOUN, PRONOUN)
        for hit in page.words(role, start, end)
    }
    spans |= {
        (hit.start, hit.end)
        for hit in page.words(PLACE, start, end)
        if hit.key and page.gazetteer.place(hit.key).level == 0
    }
    names = page.pack.speech.name or (NAME if page.pack.inverts else None)
    if names:
        spans |= {
            m.span()
            for m in names.finditer(page.report.text, start, end + _AHEAD)
            if m.end() <= end and not is_place(page, m.span())
        }
    kept: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def is_place(page: Page, span: tuple[int, int]) -> bool:
    """Tell whether a name is a place's ("Jilin Province") and not one made with it."""
    return any((hit.start, hit.end) == span for hit in page.words(PLACE, *span))
