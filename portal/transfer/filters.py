"""What a list on the screen is narrowed to, read by the very functions of those pages.

An export must hold exactly the rows of the screen, so there is one reading of the address, not two.
"""

from __future__ import annotations

from datetime import date

from flask import request

from portal.funding.queries import ExpenseFilter
from portal.funding.routes.ledger import asked_filter as asked_of_ledger
from portal.network.routes.partners import asked_day
from portal.plans.queries import ActionFilter
from portal.plans.routes.actions import asked_filter as asked_of_actions
from portal.plans.routes.doors import typed_id


def expense_filter() -> ExpenseFilter:
    return asked_of_ledger()


def action_filter() -> ActionFilter:
    return asked_of_actions()


def contribution_filter() -> tuple[int | None, int | None]:
    """The partner and the action in the address."""
    return typed_id(request.args.get("partner")), typed_id(request.args.get("action"))


def partner_day() -> date | None:
    """The day on which somebody asked who was in the network; None when nobody asked."""
    return asked_day() if request.args.get("on") else None


def partner_kind() -> str:
    return request.args.get("kind", "")
