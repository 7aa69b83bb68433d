"""Addresses of the front page, the three dashboards and the read API."""

from portal.dashboards.routes import api, dashboards, front, voice
from portal.dashboards.routes.front import bp

__all__ = ["api", "bp", "dashboards", "front", "voice"]
