"""Addresses of the year of a network: its calendar, closing it, and the dossier."""

from portal.reports.year.routes import calendar, closing, dossier
from portal.reports.year.routes.doors import bp

__all__ = ["bp", "calendar", "closing", "dossier"]
