"""Addresses of planning: plans, the actions of a year, one action, and contributions."""

from portal.plans.routes import action, action_form, actions, contributions, indicators, partner_work, plans
from portal.plans.routes.doors import bp

__all__ = ["action", "action_form", "actions", "bp", "contributions", "indicators", "partner_work", "plans"]
