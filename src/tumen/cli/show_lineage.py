"""Who repeats whom, for people: a tree for each origin that is repeated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.text import Text
from rich.tree import Tree

from tumen.brief import visible
from tumen.cli.page import Page, quoted
from tumen.cli.words import Words, chain, people
from tumen.records import Claim, Lineage, Origin, Reading, Report, Retelling

# Levels of a tree; below that a chain goes on without stepping further to the right, where no room
# would be left for words.
DEEPEST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The claims and retellings, by what is asked of them here."""

    claims: Mapping[str, Claim]
    files: Mapping[str, str]  # report id -> name
    children: Mapping[str, Sequence[Retelling]]  # parent claim -> its retellings


def show_lineage(
    page: Page,
    reports: Sequence[Report],
    readings: Sequence[Reading],
    lineage: Lineage,
    words: Words,
) -> None:
    """Add all origins, those repeated most first."""
    told = told_by(reports, readings, lineage)
    page.add(
        words.say(
            "traced",
            reports=len(reports),
            claims=len(told.claims),
            origins=len(lineage.origins),
        )
    )
    if not lineage.retellings:
        page.add(words.say("no_retellings"))
    repeated = [origin for origin in lineage.origins if len(origin.claims) > 1]
    for origin in sorted(repeated, key=lambda o: (-len(o.claims), o.id)):
        page.add()
        page.add(tree_of(origin, told, words))
    alone = len(told.claims) - sum(len(origin.claims) for origin in repeated)
    if repeated and alone:
        page.add()
        page.add(words.say("alone", count=alone))


def told_by(reports: Sequence[Report], readings: Sequence[Reading], lineage: Lineage) -> Told:
    """Return what the trees are drawn from."""
    children: dict[str, list[Retelling]] = defaultdict(list)
    for retelling in lineage.retellings:
        children[retelling.parent].append(retelling)
    return Told(
        claims={claim.id: claim for reading in readings for claim in reading.claims},
        files={report.id: report.name for report in reports},
        children=children,
    )


def tree_of(origin: Origin, told: Told, words: Words) -> Tree:
    """Return one origin: its root, and below each claim those that repeat it."""
    title = words.say(
        "origin",
        speaker=visible(origin.speaker) or words.say("nobody_named"),
        claims=len(origin.claims),
        independence=words.label("independence", origin.independence.value),
    )
    heading = Text(title, style="bold")
    if origin.cited_unfound:
        names = ", ".join(visible(name) for name in origin.cited_unfound)
        heading.append("\n" + words.say("cited_unfound", names=names), style="red")
    tree = Tree(heading)
    # A claim with two parents is drawn under the first; a circle is drawn once.
    waiting = dict.fromkeys((origin.root, *origin.claims))
    drawn: set[str] = set()
    for claim in waiting:
        if claim not in drawn and (claim == origin.root or not is_retold(claim, origin, told)):
            grow(tree.add(line_of(claim, told, words)), claim, told, words, drawn)
    for claim in waiting:
        if claim not in drawn:
            grow(tree.add(line_of(claim, told, words)), claim, told, words, drawn)
    return tree


def is_retold(claim: str, origin: Origin, told: Told) -> bool:
    """Tell whether *claim* repeats another claim of the same origin."""
    return any(
        retelling.child == claim
        for parent in origin.claims
        for retelling in told.children.get(parent, ())
    )


def grow(branch: Tree, claim: str, told: Told, words: Words, drawn: set[str]) -> None:
    """Hang under *branch* all claims that repeat *claim*, level by level."""
    waiting = [(branch, claim, 1)]
    drawn.add(claim)
    while waiting:
        above, parent, depth = waiting.pop()
        for retelling in told.children.get(parent, ()):
            if retelling.child in drawn:
                continue
            drawn.add(retelling.child)
            below = above.add(line_of(retelling.child, told, words, retelling))
            waiting.append((below if depth < DEEPEST else above, retelling.child, depth + 1))


def line_of(claim_id: str, told: Told, words: Words, retelling: Retelling | None = None) -> Text:
    """Return a claim as a line of the tree, with what was distorted on the way to it."""
    claim = told.claims.get(claim_id)
    if claim is None:
        return Text(claim_id)
    file = visible(told.files.get(claim.report, claim.report))
    text = Text()
    text.append(f"{file}: ", style="dim")
    text.append(people(claim.figure), style="bold")
    text.append(f" {words.kind(claim.kind)} {quoted(claim.passage)}")
    text.append(f" {visible(chain(claim, words))}", style="dim")
    if retelling:
        basis = words.label("basis", retelling.basis.value)
        confidence = words.label("confidence", retelling.confidence)
        text.append(f" [{basis}, {confidence}]", style="dim")
        for distortion in retelling.distortions:
            became = words.say(
                "became",
                distortion=words.label("distortion", distortion.type),
                parent=quoted(distortion.parent)[1:-1],
                child=quoted(distortion.child)[1:-1],
            )
            text.append(f"\n≠ {became}", style="red")
    return text
