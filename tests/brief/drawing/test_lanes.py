from __future__ import annotations

import re
from datetime import date

from tests.brief.drawing.parse import parsed
from tumen.brief.drawing.lanes import lanes_of
from tumen.records import Statement, Tree, TreeNode


def a_node(report: str, day: str | None, *children: TreeNode, changes: int = 0) -> TreeNode:
    return TreeNode(
        report=report,
        name=f"Paper {report} <b>",
        day=date.fromisoformat(day) if day else None,
        when="",
        link="cites it",
        sure="sure",
        statement=Statement(text="x"),
        distortions=tuple(Statement(text=str(n)) for n in range(changes)),
        children=children,
    )


def a_tree(root: TreeNode, texts: int) -> Tree:
    return Tree(origin="o", speaker="s", independence="", unfound="", texts=texts, root=root)


def test_there_is_a_lane_for_each_text_and_a_curve_for_each_retelling(english):
    child = a_node("b", "2020-10-16", changes=3)
    drawn = lanes_of(english, (a_tree(a_node("a", "2020-10-14", child), 2),))

    assert drawn.count('class="lane"') == 2
    assert drawn.count('class="link"') == 1  # and one head of an arrow
    assert ">3<" in drawn


def test_texts_of_their_own_are_not_drawn(english):
    assert lanes_of(english, (a_tree(a_node("a", "2020-10-14"), 1),)) == ""


def test_a_hundred_texts_some_without_a_date_are_drawn(english):
    children = [a_node(str(n), None if n % 7 else "2020-10-16") for n in range(99)]
    drawn = lanes_of(english, (a_tree(a_node("a", None, *children), 100),))

    assert drawn.count('class="lane"') == 100
    assert "no date" in drawn
    parsed(drawn)


def test_among_many_texts_every_mark_has_a_place_of_its_own(english):
    """Arcs that leave the picture would all end on one line, with their marks on top of another."""
    children = [a_node(str(n), f"2020-10-{n % 28 + 1:02}", changes=1) for n in range(99)]
    drawn = lanes_of(english, (a_tree(a_node("a", "2020-09-30", *children), 100),))
    marks = re.findall(r'<circle[^>]*class="changes"[^>]*>', drawn)

    assert drawn.count('class="link"') == 99
    assert len(set(marks)) == 99
