"""Addresses of papers: the list of a year, a paper, its files, the texts that people type for it."""

from portal.reports.routes import eyes, federal, papers, texts
from portal.reports.routes.doors import bp

__all__ = ["bp", "eyes", "federal", "papers", "texts"]
