"""Reading: from a report's text to claims anchored in its words."""

from tumen.reading.expressions import Expressions, find_expressions
from tumen.reading.read import read

__all__ = ["Expressions", "find_expressions", "read"]
