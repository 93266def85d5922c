"""Reading: from a report's text to claims anchored in its words."""

from tumen.reading.expressions import Expressions, find_expressions
from tumen.reading.pack import is_readable
from tumen.reading.read import read

__all__ = ["Expressions", "find_expressions", "is_readable", "read"]
