"""Reading: from a report's text to claims anchored in its words."""

from tumen.reading.read import read

__all__ = ["read"]
