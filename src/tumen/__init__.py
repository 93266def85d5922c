"""Tumen: who is held at a border, how many, and where each number came from."""

__version__ = "0.1.0"
