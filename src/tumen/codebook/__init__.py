"""The codebook room: a situation as data, loaded and checked, and its sentences filled in."""

from tumen.codebook.codebook import (
    Anniversary,
    Assumption,
    Codebook,
    Cue,
    Indicator,
    Kind,
    ReasonCode,
    Speaker,
    State,
    Subject,
    Vagueness,
)
from tumen.codebook.load import load_codebook
from tumen.codebook.sentence import say

__all__ = [
    "Anniversary",
    "Assumption",
    "Codebook",
    "Cue",
    "Indicator",
    "Kind",
    "ReasonCode",
    "Speaker",
    "State",
    "Subject",
    "Vagueness",
    "load_codebook",
    "say",
]
