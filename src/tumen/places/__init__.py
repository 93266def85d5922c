"""Places: the border's own gazetteer, the world's larger cities, and the outlines of the map."""

from tumen.places.border_map import BorderMap, Outline, border_map
from tumen.places.gazetteer import Gazetteer
from tumen.places.load import load_gazetteer

__all__ = ["BorderMap", "Gazetteer", "Outline", "border_map", "load_gazetteer"]
