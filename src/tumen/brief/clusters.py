"""Claims that say the same from the same origin: one sentence for all of them, with all notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from tumen.brief.names import kind_words, leaves, publisher_words
from tumen.brief.sentences import sentence_of
from tumen.brief.view import View, cited
from tumen.records import Claim, Figure, Modality, Part, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Claims told as one; the first is the origin's own or the earliest."""

    claims: tuple[Claim, ...]

    @property
    def lead(self) -> Claim:
        """Return the claim whose words stand for all."""
        return self.claims[0]


def clusters_of(view: View) -> tuple[Cluster, ...]:
    """Return every claim in exactly one cluster, in the order of the codebook's kinds."""
    by_meaning: dict[tuple[object, ...], list[list[Claim]]] = defaultdict(list)
    for claim in sorted(view.claims.values(), key=lambda c: _rank(view, c)):
        groups = by_meaning[_meaning(view, claim)]
        home = next((group for group in groups if _alike(view, group[0], claim)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    kinds = {code: number for number, code in enumerate(view.codebook.kinds)}
    made = [Cluster(claims=tuple(g)) for groups in by_meaning.values() for g in groups]
    made.sort(
        key=lambda c: (kinds.get(c.lead.kind, len(kinds)), c.lead.kind, view.order[c.lead.id])
    )
    return tuple(made)


def by_claim(clusters: tuple[Cluster, ...]) -> Mapping[str, Cluster]:
    """Return the cluster of each claim."""
    return {claim.id: cluster for cluster in clusters for claim in cluster.claims}


def cluster_statement(view: View, cluster: Cluster) -> Statement:
    """Return one sentence for the cluster, naming who else prints it, with every passage."""
    phrase = sentence_of(view, cluster.lead)
    text = phrase.text
    own = publisher_words(view, view.reports[cluster.lead.report])
    others = [publisher_words(view, view.reports[c.report]) for c in cluster.claims]
    others = [name for name in dict.fromkeys(others) if name != own]
    if others:
        text = view.words.say("claim.retold", sentence=text, speakers=view.words.joined(others))
    return Statement(
        text=text,
        label=kind_words(view, cluster.lead.kind),
        claims=tuple(claim.id for claim in cluster.claims),
        citations=cited(cluster.claims),
        quoted=phrase.quoted,
    )


def _rank(view: View, claim: Claim) -> tuple[object, ...]:
    """Order the claims of an origin: its root first, then by place in the telling."""
    origin = view.origins.get(claim.id)
    is_root = origin is not None and origin.root == claim.id
    return (not is_root, view.order[claim.id])


def _meaning(view: View, claim: Claim) -> tuple[object, ...]:
    # A headline is kept apart from its own text, and what is denied, expected or said
    # unofficially from what is said to be so.
    origin = view.origins.get(claim.id)
    firmness = claim.modality if claim.modality in _APART else None
    return (origin.id if origin else claim.id, claim.kind, firmness, claim.part is Part.HEADLINE)


_APART = frozenset({Modality.DENIED, Modality.EXPECTED, Modality.UNOFFICIAL})


def _alike(view: View, one: Claim, other: Claim) -> bool:
    """Tell whether one sentence can stand for both: no place, number, reason or voice is lost."""
    reasons = {r.code for r in other.reasons} <= {r.code for r in one.reasons}
    return (
        reasons
        and _same_voice(one, other)
        and _same_people(one.figure, other.figure)
        and _same_place(view, one, other)
    )


def _same_voice(one: Claim, other: Claim) -> bool:
    """Tell whether a report lets one speaker say both; another report only repeats."""
    if one.report != other.report:
        return True
    return [hop.name for hop in one.attribution] == [hop.name for hop in other.attribution]


def _same_people(one: Figure | None, other: Figure | None) -> bool:
    if one is None or other is None:
        return one is other
    return (one.low, one.high) == (other.low, other.high)


def _same_place(view: View, one: Claim, other: Claim) -> bool:
    """Tell whether *other* names no place that *one* does not name more closely."""
    gazetteer = view.gazetteer
    mine = leaves(view, one)
    return all(
        any(
            place == own
            or (
                place in gazetteer.places
                and own in gazetteer.places
                and gazetteer.within(own, place)
            )
            for own in mine
        )
        for place in leaves(view, other)
    ) and bool(mine) == bool(leaves(view, other))
