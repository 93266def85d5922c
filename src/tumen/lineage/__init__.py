"""The lineage room: who repeats whom, what got distorted, and how many origins there are."""

from tumen.lineage.follow import follow
from tumen.lineage.trace import trace
from tumen.lineage.tree import trees

__all__ = ["follow", "trace", "trees"]
