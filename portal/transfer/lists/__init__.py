"""Every list that goes in and out as a spreadsheet, in the order of the menu."""

from __future__ import annotations

from portal.transfer.lists import actions, expenses, partners
from portal.transfer.lists.action_intake import ActionIntake
from portal.transfer.lists.contributions import CONTRIBUTIONS
from portal.transfer.lists.expense_intake import ExpenseIntake
from portal.transfer.lists.grants import GRANTS
from portal.transfer.lists.listing import Listing, Place
from portal.transfer.lists.partner_intake import PartnerIntake

PARTNERS = Listing(
    "partners",
    partners.TITLE,
    False,
    partners.reading,
    partners.reading,
    partners.export,
    partners.rows,
    partners.examples,
    PartnerIntake,
)
ACTIONS = Listing(
    "actions",
    actions.TITLE,
    True,
    actions.reading,
    actions.template,
    actions.export,
    actions.rows,
    actions.examples,
    ActionIntake,
)
EXPENSES = Listing(
    "expenses",
    expenses.TITLE,
    True,
    expenses.reading,
    expenses.template,
    expenses.export,
    expenses.rows,
    expenses.examples,
    ExpenseIntake,
)
LISTINGS = {one.name: one for one in (PARTNERS, ACTIONS, EXPENSES, CONTRIBUTIONS, GRANTS)}

__all__ = ["LISTINGS", "Listing", "Place"]
