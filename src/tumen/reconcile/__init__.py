"""The reconcile room: what the figures allow together, and which of them cannot all hold."""

from tumen.reconcile.reconcile import reconcile

__all__ = ["reconcile"]
