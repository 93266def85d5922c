"""Limits and defaults, each with its reason.  Passed in where it varies; never read from the environment."""

from __future__ import annotations

DEFAULT_CODEBOOK = "dprk-china"

# The database of a case, in its folder: a folder with this file in it is a case.
CASE_FILE = "case.sqlite"

# A report is a page or a document, not a dump; more is most likely the wrong file.
MAX_REPORT_BYTES = 20_000_000

# One file of a codebook; the largest that comes with Tumen has 35,000.
MAX_CODEBOOK_BYTES = 5_000_000

# No sentence, and no paragraph, of a report is this long.  A longer line is data, and reading
# it word by word would only fill the list of unread numbers.
MAX_LINE_CHARACTERS = 200_000

# Words kept before and after a quotation, so that it can be found again in a changed page.
QUOTE_CONTEXT = 32

# Characters of a report that is sent to a model in one piece: about what the smaller servers take.
# A longer one is not sent, since half a report read is a report misread.
MAX_SECOND_TEXT = 60_000

# An answer is a list of claims; more is a model that runs on, or a server that means harm.
MAX_ANSWER_BYTES = 2_000_000
MAX_ANSWER_CLAIMS = 500

# Seconds for one answer, all in all: a model of 8 billion parameters without a graphics card
# takes about two minutes for a page.
SECOND_READER_SECONDS = 300
