"""What would steer a terminal or turn the reading round is shown as a mark, in whatever is written.

Text from reports is data.  It is kept as it came in the archive and in the records; a page or a
text for people shows a replacement character for each letter that works on its surroundings
instead of being read.
"""

from __future__ import annotations

import re

# Control characters but for tab and new line, marks that turn the direction of what stands around
# them (Unicode's bidirectional controls), separators of lines, and halves of characters.
STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
SHOWN = "\N{REPLACEMENT CHARACTER}"


def visible(words: str) -> str:
    """Return *words* with a mark for each letter that would steer; as long as before."""
    return STEERING.sub(SHOWN, words)


def spelt_out(written: str) -> str:
    r"""Return JSON in which each letter that would steer is spelt `\u202e`; the same values."""
    return STEERING.sub(lambda found: f"\\u{ord(found.group()):04x}", written)
