"""The brief room: from a situation to finished sentences, and from those to a page or a file."""

from tumen.brief.compose import compose
from tumen.brief.render import FORMATS, render
from tumen.brief.visible import spelt_out, visible
from tumen.brief.withheld import withhold
from tumen.brief.words import LANGUAGES, load_words

__all__ = [
    "FORMATS",
    "LANGUAGES",
    "compose",
    "load_words",
    "render",
    "spelt_out",
    "visible",
    "withhold",
]
