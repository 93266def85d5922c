"""The store room: a case on disk, to which things are added and from which nothing is taken."""

from tumen.store.case import create, open_case
from tumen.store.kept import CaseSettings, Receipt
from tumen.store.store import Store

__all__ = ["CaseSettings", "Receipt", "Store", "create", "open_case"]
