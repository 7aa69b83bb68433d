"""Addresses of papers: the list of a year, a paper, its files, the texts that people type for it."""

from portal.reports.routes import federal, papers, texts
from portal.reports.routes.doors import bp

__all__ = ["bp", "federal", "papers", "texts"]
