"""The errors this package raises on purpose.

* TumenError
  + ArchiveError
    - CaptureError
    - UnreadableReportError
  + CodebookError
  + PlacesError
  + ReadingError
    - SecondReaderError
    - NoAnswerError
  + LineageError
    - ClaimWithoutReportError
  + ReconcileError
    - FiguresError
    - SolverError
  + BriefError
  + StoreError
    - CaseNotFoundError
    - CustodyError
  + CommandError

A sentence says what is wrong with which value, what was expected and what to do.  A contradiction
between sources is not an error: it is a result, see `Contradiction`.
"""

from __future__ import annotations


class TumenError(Exception):
    """Base of every error raised on purpose; anything else is a bug."""


# --- archive -------------------------------------------------------------------------


class ArchiveError(TumenError):
    """A document could not be archived."""


class CaptureError(ArchiveError):
    """The bytes could not be received."""

    def __init__(self, name: str, reason: str) -> None:
        """Keep the name as given and the reason."""
        self.name = name
        self.reason = reason
        super().__init__(f"{name!r} cannot be taken in: {reason}")


class UnreadableReportError(ArchiveError):
    """The bytes were received, but no text could be drawn from them."""

    def __init__(self, name: str, reason: str) -> None:
        """Keep the name of the file and the reason."""
        self.name = name
        self.reason = reason
        super().__init__(f"{name!r} cannot be read as a report: {reason}")


# --- codebook and places -------------------------------------------------------------


class CodebookError(TumenError):
    """A codebook is missing or says something that cannot be."""


class PlacesError(TumenError):
    """A gazetteer is missing or says something that cannot be."""


# --- reading -------------------------------------------------------------------------


class ReadingError(TumenError):
    """A report could not be read."""


class SecondReaderError(ReadingError):
    """A second reader was asked for in a way that cannot be."""


class NoAnswerError(ReadingError):
    """A second reader gave no answer to one report; the first reader's reading stands."""

    def __init__(self, reason: str, told: str = "") -> None:
        """Keep the reason's code and what was told of it, never words of the server."""
        self.reason = reason
        self.told = told
        super().__init__(
            f"The second reader gave no answer: {reason} ({told or 'no more is known'})."
        )


# --- lineage -------------------------------------------------------------------------


class LineageError(TumenError):
    """Who repeats whom could not be found out."""


class ClaimWithoutReportError(LineageError):
    """A claim was given without the report that it stands in."""

    def __init__(self, claim: str, report: str) -> None:
        """Keep both ids."""
        self.claim = claim
        self.report = report
        super().__init__(
            f"Claim {claim!r} stands in report {report!r}, which was not given. "
            "Trace claims together with all reports they were read from."
        )


# --- reconcile -----------------------------------------------------------------------


class ReconcileError(TumenError):
    """The figures could not be reconciled."""


class FiguresError(ReconcileError):
    """Figures that somebody brings cannot be what they say."""

    def __init__(self, file: str, line: int | None, problem: str) -> None:
        """Keep the file, the line where there is one, and what is wrong with which value."""
        self.file = file
        self.line = line
        where = f"{file}, line {line}" if line is not None else file
        super().__init__(f"{where}: {problem}")


class SolverError(ReconcileError):
    """The solver stopped without an answer."""


# --- brief ---------------------------------------------------------------------------


class BriefError(TumenError):
    """A brief could not be written."""


# --- store ---------------------------------------------------------------------------


class StoreError(TumenError):
    """The store refused a request."""


class CaseNotFoundError(StoreError):
    """There is no case at this path."""

    def __init__(self, path: str) -> None:
        """Keep the path."""
        self.path = path
        super().__init__(f"There is no case at {path!r}. Make one with: tumen init {path}")


class CustodyError(StoreError):
    """The custody of a case does not hold."""


# --- the command line ----------------------------------------------------------------


class CommandError(TumenError):
    """The command line was asked for something that cannot be done."""
