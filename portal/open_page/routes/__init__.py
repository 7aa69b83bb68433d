"""Addresses of the open page: what anyone reads, and the screens on which the coordinator decides what that is."""

from portal.open_page.routes import choosing, editing, reading
from portal.open_page.routes.doors import bp

__all__ = ["bp", "choosing", "editing", "reading"]
