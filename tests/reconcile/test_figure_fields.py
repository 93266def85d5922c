from __future__ import annotations

import pytest

from tumen.errors import FiguresError
from tumen.reconcile.figure_fields import json_lines, shown


def test_lines_are_counted_with_the_empty_ones():
    found = list(json_lines('{"a": 1}\n\n{"a": "x\u2028y"}\n', "f"))
    assert [fields.line for fields in found] == [1, 3]


def test_a_long_value_is_shown_short():
    assert len(shown("x" * 500)) == 60


def test_a_list_is_no_object():
    with pytest.raises(FiguresError, match="f, line 1: "):
        list(json_lines("[1]", "f"))
