"""Limits and defaults, each with its reason.  Passed in where it varies; never read from the environment."""

from __future__ import annotations

DEFAULT_CODEBOOK = "dprk-china"

# A report is a page or a document, not a dump; more is most likely the wrong file.
MAX_REPORT_BYTES = 20_000_000

# No sentence, and no paragraph, of a report is this long.  A longer line is data, and reading
# it word by word would only fill the list of unread numbers.
MAX_LINE_CHARACTERS = 200_000

# Words kept before and after a quotation, so that it can be found again in a changed page.
QUOTE_CONTEXT = 32
