from __future__ import annotations

from dataclasses import replace

from tests.brief.case import (
    DAILY_NK,
    EXCEED,
    GOSPEL,
    HAND_OVER,
    LIFE_FUNDS,
    ORIGINS,
    POST_SEVEN,
    REFUSED,
    REFUSED_KO,
    RETELLINGS,
    THOUSAND,
    a_situation,
    retelling,
)
from tumen.brief.tree import count_distortions, trees_of
from tumen.records import Basis, Lineage, TreeNode


def nodes(node: TreeNode) -> list[TreeNode]:
    return [node, *(below for child in node.children for below in nodes(child))]


def test_a_text_hangs_below_the_text_it_repeats(view):
    root = trees_of(view)[0].root

    assert root.report == DAILY_NK.id
    assert [child.report for child in root.children] == [GOSPEL.id, POST_SEVEN.id]
    assert [child.report for child in root.children[1].children] == [LIFE_FUNDS.id]


def test_a_distortion_is_one_sentence_with_both_wordings(view):
    told = [d for tree in trees_of(view) for n in nodes(tree.root) for d in n.distortions]

    assert "“その数は1000人以上に上るとみられる” became “expected to exceed 1,000 people”." in {
        d.text for d in told
    }
    (turned,) = [d for d in told if d.claims == (EXCEED.id, THOUSAND.id)]
    assert turned.quoted[0].language == "ja"
    assert set(turned.citations) == {EXCEED.passage, THOUSAND.passage}


def test_changes_of_the_same_words_are_told_in_one_sentence(view):
    labels = [d.label for n in nodes(trees_of(view)[0].root) for d in n.distortions]

    assert "something else happened; date moved" in labels


def test_a_headline_is_held_against_its_own_text(view):
    root = trees_of(view)[1].root

    assert root.distortions[0].text.startswith("The headline says “すでに1000人以上も”, the text")
    assert count_distortions(root) == 3


def test_origins_with_the_most_texts_come_first(view):
    assert [tree.texts for tree in trees_of(view)][:3] == [4, 2, 1]


def test_texts_that_cite_each_other_are_a_tree_and_not_a_ring(seen):
    ring = (
        retelling(REFUSED_KO, REFUSED, Basis.CITED),
        retelling(REFUSED, REFUSED_KO, Basis.CITED),
        retelling(HAND_OVER, HAND_OVER, Basis.CITED),
    )
    lineage = Lineage(retellings=ring, origins=ORIGINS)

    tree = trees_of(seen(replace(a_situation(), lineage=lineage)))[0]
    assert sorted(n.report for n in nodes(tree.root)) == sorted(
        {DAILY_NK.id, GOSPEL.id, POST_SEVEN.id, LIFE_FUNDS.id}
    )


def test_an_origin_whose_claims_are_elsewhere_has_no_tree(seen):
    gone = replace(ORIGINS[0], id="o-gone", claims=("c-gone",), root="c-gone")
    lineage = Lineage(retellings=RETELLINGS, origins=(*ORIGINS, gone))

    assert "o-gone" not in {
        t.origin for t in trees_of(seen(replace(a_situation(), lineage=lineage)))
    }
