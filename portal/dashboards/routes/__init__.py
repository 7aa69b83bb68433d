"""Addresses of the front page, the two dashboards and the read API."""

from portal.dashboards.routes import api, dashboards, front
from portal.dashboards.routes.front import bp

__all__ = ["api", "bp", "dashboards", "front"]
