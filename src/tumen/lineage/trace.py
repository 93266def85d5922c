"""Who repeats whom: the steps, in their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tumen.codebook import Codebook
from tumen.lineage.candidates import candidate_pairs
from tumen.lineage.companions import companions
from tumen.lineage.direction import parent_of
from tumen.lineage.distortions import Told, distortions_of, merged_with, told_of
from tumen.lineage.evidence import ENOUGH, HIGH, MEDIUM, Evidence, weigh
from tumen.lineage.forest import Link, choose_parents
from tumen.lineage.kinds import Kinds
from tumen.lineage.matching import without_mismatches, without_second_groups
from tumen.lineage.origins import find_origins
from tumen.lineage.sketch import Sketch, Sketcher, sketches_of
from tumen.lineage.surroundings import in_their_reports
from tumen.lineage.within import by_report, pairs_within
from tumen.places import Gazetteer
from tumen.records import Basis, Claim, Lineage, Report, Retelling

# What speaks for the second parent of a claim: two groups of its report became one.
MERGED = "merged"


def trace(
    reports: Sequence[Report],
    claims: Sequence[Claim],
    *,
    codebook: Codebook,
    gazetteer: Gazetteer,
) -> Lineage:
    """Return who repeats whom and how many origins there are; the order of the input is of no matter.

    A claim has one parent, and a second one only where it makes one group of two: of that it comes
    after the first and says nothing of the origin.  Every claim has one origin.  Raises
    `ClaimWithoutReportError`.
    """
    sketcher = Sketcher(codebook, gazetteer)
    kinds = sketcher.kinds
    alone = sketches_of(claims, {report.id: report for report in reports}, sketcher=sketcher)
    sketches = in_their_reports(alone, kinds=kinds)
    # 1. Compare what is worth comparing, within reports and between them.
    links = [*links_within(sketches, kinds=kinds), *links_between(sketches, kinds=kinds)]
    # 2. Give each claim the one parent that most speaks for.
    chosen = choose_parents(links)
    # 3. Name what changed on the way.
    told = {sketches[0].report.id: sketches for sketches in by_report(sketches)}
    retellings = [
        retelling
        for link, around in zip(chosen, told_of(chosen, told, kinds=kinds), strict=True)
        for retelling in retellings_of(link, around)
    ]
    # 4. Count the mouths.
    origins = find_origins(sketches, chosen, kinds=kinds)
    return Lineage(retellings=tuple(retellings), origins=origins)


def links_within(sketches: Sequence[Sketch], *, kinds: Kinds) -> Iterator[Link]:
    """Yield what single reports say twice."""
    for one, other, evidence in pairs_within(sketches, kinds=kinds):
        if evidence.has("counted"):
            yield Link(child=one, parent=other, evidence=evidence)
        else:
            yield linked(one, other, evidence)


def links_between(sketches: Sequence[Sketch], *, kinds: Kinds) -> tuple[Link, ...]:
    """Return every pair of claims of two reports for which enough speaks, or a group beside them."""
    shown: list[Link] = []
    others: list[tuple[Sketch, Sketch]] = []
    for one, other in candidate_pairs(sketches):
        evidence = weigh(one, other, kinds=kinds)
        if evidence and evidence.score >= ENOUGH:
            shown.append(linked(one, other, evidence))
        elif one.bases & other.bases:
            others.append((one, other))
    beside = companions(shown, others, sketches, kinds=kinds)
    links = (*shown, *(linked(*pair) for pair in beside if pair[2].score >= ENOUGH))
    return without_second_groups(without_mismatches(links))


def linked(one: Sketch, other: Sketch, evidence: Evidence) -> Link:
    """Return the two as child and parent."""
    parent = parent_of(one, other)
    child = other if parent is one else one
    return Link(child=child, parent=parent, evidence=evidence)


def retellings_of(link: Link, told: Told) -> Iterator[Retelling]:
    """Yield a link as a record and, where two groups became one, its link to the second group."""
    yield retelling_of(link, told)
    second = merged_with(told)
    if second is not None:
        weighed = weigh(told.child, second, kinds=told.kinds)
        score = min(weighed.score, link.evidence.score) if weighed else ENOUGH
        codes = (*(weighed.codes if weighed else ()), MERGED)
        other = Link(child=told.child, parent=second, evidence=Evidence(score=score, codes=codes))
        yield retelling_of(other, replace(told, parent=second))


def retelling_of(link: Link, told: Told) -> Retelling:
    """Return a link as a record, with its distortions."""
    return Retelling(
        child=link.child.id,
        parent=link.parent.id,
        basis=basis_of(link),
        distortions=distortions_of(told),
        confidence=confidence_of(link.evidence.score),
        because=link.evidence.codes,
    )


def basis_of(link: Link) -> Basis:
    """Return the strongest reason for a link, as CONTRACT names it."""
    evidence = link.evidence
    if evidence.has("cited"):
        return Basis.CITED
    if evidence.has("copied_report") or evidence.has("copied_passage"):
        return Basis.COPIED
    is_other_language = link.child.report.language != link.parent.report.language
    if is_other_language and evidence.has("same_publisher"):
        return Basis.TRANSLATED
    return Basis.SAME_EVENT if evidence.has("same_figure") else Basis.INFERRED


def confidence_of(score: float) -> str:
    """Return how sure a link of this weight is, in a word."""
    if score >= HIGH:
        return "high"
    return "medium" if score >= MEDIUM else "low"
