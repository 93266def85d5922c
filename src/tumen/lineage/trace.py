"""Who repeats whom: the steps, in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tumen.codebook import Codebook
from tumen.lineage.candidates import candidate_pairs
from tumen.lineage.companions import companions
from tumen.lineage.direction import parent_of
from tumen.lineage.distortions import Told, distortions_of, told_of
from tumen.lineage.evidence import ENOUGH, HIGH, MEDIUM, Evidence, weigh
from tumen.lineage.forest import Link, choose_parents
from tumen.lineage.kinds import Kinds
from tumen.lineage.origins import find_origins
from tumen.lineage.sketch import Sketch, Sketcher, sketches_of
from tumen.lineage.surroundings import in_their_reports
from tumen.lineage.within import by_report, pairs_within
from tumen.places import Gazetteer
from tumen.records import Basis, Claim, Lineage, Report, Retelling


def trace(
    reports: Sequence[Report],
    claims: Sequence[Claim],
    *,
    codebook: Codebook,
    gazetteer: Gazetteer,
) -> Lineage:
    """Return who repeats whom and how many origins there are; the order of the input is of no matter.

    No claim has two parents, and every claim has one origin.  Raises `ClaimWithoutReportError`.
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
        retelling_of(link, around)
        for link, around in zip(chosen, told_of(chosen, told, kinds=kinds), strict=True)
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
    beside = companions(shown, others, kinds=kinds)
    return without_mismatches(
        (*shown, *(linked(*pair) for pair in beside if pair[2].score >= ENOUGH))
    )


def without_mismatches(links: Sequence[Link]) -> tuple[Link, ...]:
    """Return *links* without those of another number where a report tells the very number as well.

    12, 7 and 5 beside 12, 9 and 5: who tells the 12 and the 5 again has changed neither into the
    other; only 7 and 9 are left to be one group.
    """
    same = {
        (one.id, other.report.id, other.kind)
        for link in best_of_both(link for link in links if link.evidence.has("same_figure"))
        for one, other in ((link.child, link.parent), (link.parent, link.child))
    }
    return tuple(
        link
        for link in links
        if not link.evidence.has("figure_differs")
        or not {
            (link.child.id, link.parent.report.id, link.parent.kind),
            (link.parent.id, link.child.report.id, link.child.kind),
        }
        & same
    )


def best_of_both(links: Iterable[Link]) -> tuple[Link, ...]:
    """Return the links than which neither end has a better one to the other's report.

    A 12 of no certain place fits every 12 of a report, and is one of them only.
    """
    known = tuple(links)
    best: dict[tuple[str, str], float] = {}
    for link in known:
        for end in _ends(link):
            best[end] = max(link.evidence.score, best.get(end, link.evidence.score))
    return tuple(
        link for link in known if all(best[end] == link.evidence.score for end in _ends(link))
    )


def _ends(link: Link) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return each end of a link with the report that it is linked to."""
    child, parent = link.child, link.parent
    return (child.id, parent.report.id), (parent.id, child.report.id)


def linked(one: Sketch, other: Sketch, evidence: Evidence) -> Link:
    """Return the two as child and parent."""
    parent = parent_of(one, other)
    child = other if parent is one else one
    return Link(child=child, parent=parent, evidence=evidence)


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
