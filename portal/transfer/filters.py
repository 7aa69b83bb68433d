"""What a list on the screen is narrowed to, read by the very functions of those pages.

An export must hold exactly the rows of the screen, so there is one reading of the address, not two.
"""

from __future__ import annotations

from datetime import date

from flask import request

from portal.funding.asking import asked_filter as expense_filter
from portal.meetings.asking import asked_contacts as contact_filter
from portal.meetings.asking import asked_meetings as meeting_filter
from portal.network.asking import asked_day
from portal.network.asking import asked_kind as partner_kind
from portal.participation.asking import asked_filter as voice_filter
from portal.plans.asking import asked_filter as action_filter
from portal.plans.asking import asked_of_contributions as contribution_filter

__all__ = [
    "action_filter",
    "contact_filter",
    "contribution_filter",
    "expense_filter",
    "meeting_filter",
    "partner_day",
    "partner_kind",
    "voice_filter",
]


def partner_day() -> date | None:
    """The day on which somebody asked who was in the network; None when nobody asked."""
    return asked_day() if request.args.get("on") else None
