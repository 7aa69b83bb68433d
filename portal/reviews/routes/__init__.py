"""Addresses of reviewing: rounds, links, screens of readers, paper, hands and results; texts and their marks."""

from portal.reviews.routes import (
    judging,
    links,
    paper,
    proofreading,
    results,
    rounds,
    screens,
    sittings,
    text_links,
    texts,
)
from portal.reviews.routes.doors import bp, reading

__all__ = [
    "bp",
    "judging",
    "links",
    "paper",
    "proofreading",
    "reading",
    "results",
    "rounds",
    "screens",
    "sittings",
    "text_links",
    "texts",
]
