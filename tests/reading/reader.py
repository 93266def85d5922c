"""Read small texts with the shipped codebook and gazetteer."""

from __future__ import annotations

from functools import cache

from tests.build import a_report
from tumen.codebook import Codebook, load_codebook
from tumen.places import Gazetteer, load_gazetteer
from tumen.reading import read
from tumen.reading.page import Page, lay_out
from tumen.records import Claim, Reading, Report


@cache
def codebook() -> Codebook:
    return load_codebook("dprk-china")


@cache
def gazetteer() -> Gazetteer:
    return load_gazetteer("dprk-china")


def reading_of(report: Report) -> Reading:
    return read(report, codebook=codebook(), gazetteer=gazetteer())


def claims_in(
    text: str, language: str = "en", *, published: str | None = "2020-11-05"
) -> tuple[Claim, ...]:
    return reading_of(a_report(text, language=language, published=published)).claims


def a_page(text: str, language: str = "en", *, published: str | None = "2020-11-05") -> Page:
    report = a_report(text, language=language, published=published)
    return lay_out(report, codebook=codebook(), gazetteer=gazetteer())


def deported(text: str, kind: str, language: str = "en") -> list[tuple[str, str]]:
    """Read with the codebook of deportations: name and role of each place of the first of *kind*."""
    report = a_report(text, language=language, published="2025-04-14")
    claims = read(
        report,
        codebook=load_codebook("pushback-generic"),
        gazetteer=load_gazetteer("pushback-generic"),
    ).claims
    claim = next(c for c in claims if c.kind == kind)
    return [(place.name, place.role.value) for place in claim.places]
