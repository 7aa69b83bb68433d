"""Addresses of reviewing: reading rounds and their links, the screens of readers, and results."""

from portal.reviews.routes import links, paper, results, rounds, screens, sittings
from portal.reviews.routes.doors import bp, reading

__all__ = ["bp", "links", "paper", "reading", "results", "rounds", "screens", "sittings"]
