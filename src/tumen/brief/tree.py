"""Who repeats whom: for each origin, a tree of texts with what each of them changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from tumen.brief.dates import period_words
from tumen.brief.names import (
    base_language,
    publisher_words,
    speaker_phrase,
    speaker_words,
)
from tumen.brief.quotes import shortened
from tumen.brief.sentences import short_words
from tumen.brief.view import View, cited, published_on
from tumen.records import (
    Claim,
    Distortion,
    Hop,
    HopType,
    Origin,
    Passage,
    Quoted,
    Report,
    Retelling,
    Statement,
    Tree,
    TreeNode,
)

_SURENESS = {"high": 0, "medium": 1, "low": 2}
_FROM_THE_TEXT = "headline_differs_from_body"
_OF_SPEAKERS = frozenset({"false_origin", "speaker_swapped"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lineage:
    """One origin's claims by report, and the links between its reports."""

    claims: Mapping[str, tuple[Claim, ...]]  # by report, in the order of telling
    links: Mapping[str, tuple[Retelling, ...]]  # by child report, all links
    parents: Mapping[str, tuple[str, Retelling]]  # child report -> parent report, by the best link


def trees_of(view: View) -> tuple[Tree, ...]:
    """Return a tree for each origin, those with the most texts first."""
    by_child: dict[str, list[Retelling]] = defaultdict(list)
    for retelling in view.situation.lineage.retellings:
        by_child[retelling.child].append(retelling)
    trees = [
        tree
        for origin in view.situation.lineage.origins
        if (tree := _tree(view, origin, by_child)) is not None
    ]
    trees.sort(key=lambda tree: (-tree.texts, tree.root.day or date.max, tree.origin))
    return tuple(trees)


def count_distortions(node: TreeNode) -> int:
    """Return how many changes there are at and below *node*."""
    return len(node.distortions) + sum(count_distortions(child) for child in node.children)


def _tree(view: View, origin: Origin, by_child: Mapping[str, list[Retelling]]) -> Tree | None:
    lineage = _lineage(view, origin, by_child)
    if not lineage.claims:
        return None
    root = view.claims.get(origin.root) or next(iter(lineage.claims.values()))[0]
    children = _children(view, lineage, root.report)
    return Tree(
        origin=origin.id,
        speaker=_speaker(view, origin, root),
        independence=view.words.label("independence", origin.independence),
        unfound=_unfound(view, origin),
        texts=len(lineage.claims),
        root=_node(view, root.report, lineage, children),
    )


def _lineage(view: View, origin: Origin, by_child: Mapping[str, list[Retelling]]) -> _Lineage:
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(view.known_claims(origin.claims), key=lambda c: view.order[c.id]):
        claims[claim.report].append(claim)
    links: dict[str, list[Retelling]] = defaultdict(list)
    for report, told in claims.items():
        for claim in told:
            links[report] += [r for r in by_child.get(claim.id, ()) if r.parent in view.claims]
    parents = {}
    for report, retellings in links.items():
        outside = [r for r in retellings if view.claims[r.parent].report != report]
        if outside:
            best = min(
                outside, key=lambda r: (_SURENESS.get(r.confidence, 3), view.order[r.parent])
            )
            parents[report] = (view.claims[best.parent].report, best)
    return _Lineage(
        claims={report: tuple(told) for report, told in claims.items()},
        links={report: tuple(found) for report, found in links.items()},
        parents=parents,
    )


def _children(view: View, lineage: _Lineage, root: str) -> Mapping[str, tuple[str, ...]]:
    """Return reports by the one they repeat; what hangs nowhere, or in a ring, hangs on the root."""
    children: dict[str, list[str]] = defaultdict(list)
    for report in lineage.claims:
        if report != root:
            above = _parent_towards(report, lineage, root)
            children[above].append(report)
    return {
        above: tuple(sorted(below, key=lambda r: view.order[lineage.claims[r][0].id]))
        for above, below in children.items()
    }


def _parent_towards(report: str, lineage: _Lineage, root: str) -> str:
    """Return the parent of *report*, or the root where following parents never reaches it."""
    seen = {report}
    step = report
    while step != root:
        step = lineage.parents[step][0] if step in lineage.parents else root
        if step in seen or step not in lineage.claims:
            return root
        seen.add(step)
    return lineage.parents[report][0] if report in lineage.parents else root


def _node(
    view: View, report_id: str, lineage: _Lineage, children: Mapping[str, tuple[str, ...]]
) -> TreeNode:
    report = view.reports[report_id]
    link = lineage.parents.get(report_id)
    below = children.get(report_id, ())
    return TreeNode(
        report=report_id,
        name=_text_name(view, report),
        day=published_on(report),
        when=period_words(view.words, report.published),
        link=view.words.label("basis", link[1].basis) if link else "",
        sure=view.words.label("confidence", link[1].confidence) if link else "",
        statement=_what_it_says(view, lineage.claims[report_id]),
        distortions=_distortions(view, lineage.links.get(report_id, ())),
        children=tuple(_node(view, child, lineage, children) for child in below),
    )


def _text_name(view: View, report: Report) -> str:
    language = base_language(report.language)
    return view.words.say(
        "list.in_brackets",
        text=publisher_words(view, report),
        more=view.words.label("language", language),
    )


def _what_it_says(view: View, claims: tuple[Claim, ...]) -> Statement:
    told = list(dict.fromkeys(short_words(view, claim) for claim in claims))
    return Statement(
        text=view.words.entries["list.semicolon"].join(told),
        claims=tuple(claim.id for claim in claims),
        citations=cited(claims),
    )


def _distortions(view: View, links: tuple[Retelling, ...]) -> tuple[Statement, ...]:
    made = (
        _distortion(view, link, distortion) for link in links for distortion in link.distortions
    )
    merged: dict[str, Statement] = {}
    for statement in made:
        same = merged.get(statement.text)
        labels = (*same.label.split("; "), statement.label) if same else (statement.label,)
        merged[statement.text] = replace(statement, label="; ".join(dict.fromkeys(labels)))
    return tuple(merged.values())


def _distortion(view: View, link: Retelling, distortion: Distortion) -> Statement:
    """Return what changed in one sentence, with both wordings."""
    parent, child = shortened(distortion.parent.exact), shortened(distortion.child.exact)
    if distortion.type == _FROM_THE_TEXT:
        shape = "headline"
    elif distortion.type in _OF_SPEAKERS:
        shape = "origin"
    else:
        shape = "same" if parent == child else "sentence"
    text = view.words.say(f"distortion.{shape}", parent=parent, child=child)
    return Statement(
        text=text,
        label=view.words.label("distortion", distortion.type),
        claims=(link.child, link.parent),
        citations=tuple(dict.fromkeys((distortion.child, distortion.parent))),
        quoted=_foreign(view, text, (distortion.parent, parent), (distortion.child, child)),
    )


def _foreign(view: View, text: str, *quotes: tuple[Passage, str]) -> tuple[Quoted, ...]:
    """Return the quotations that are not in the brief's language, as they stand in *text*."""
    found = []
    for passage, words in quotes:
        claim_language = view.reports[passage.report].language
        if base_language(claim_language) != view.language:
            found.append(Quoted(text=words, language=claim_language))
    return tuple(sorted(found, key=lambda quoted: text.find(quoted.text)))


def _unfound(view: View, origin: Origin) -> str:
    """Return which outlets are named as a source and cannot be looked up in these reports."""
    names = view.words.joined([speaker_words(view, name) for name in origin.cited_unfound])
    return view.words.say("tree.unfound", names=names) if names else ""


def _speaker(view: View, origin: Origin, root: Claim) -> str:
    report = view.reports[root.report]
    if not origin.speaker:
        return publisher_words(view, report)
    known = next((h for h in root.attribution if h.name == origin.speaker), None)
    hop = known or Hop(name=origin.speaker, type=HopType.NONE)
    return speaker_phrase(view, hop, report).text
