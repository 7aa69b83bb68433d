"""Addresses of reviewing: reading rounds and their links, the screens of readers, and results."""

from portal.reviews.routes import links, results, rounds, screens
from portal.reviews.routes.doors import bp, reading

__all__ = ["bp", "links", "reading", "results", "rounds", "screens"]
