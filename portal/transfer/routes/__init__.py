"""Addresses of spreadsheets in and out."""

from portal.transfer.routes import lists, saves, uploads
from portal.transfer.routes.doors import bp

__all__ = ["bp", "lists", "saves", "uploads"]
