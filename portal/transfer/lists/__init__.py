"""Every list that goes in and out as a spreadsheet, in the order in which an empty network reads them in."""

from __future__ import annotations

from portal.transfer.lists import actions, expenses, objectives, partners
from portal.transfer.lists.action_intake import ActionIntake
from portal.transfer.lists.agreements import AGREEMENTS
from portal.transfer.lists.budget import BUDGET
from portal.transfer.lists.contacts import CONTACTS
from portal.transfer.lists.contributions import CONTRIBUTIONS
from portal.transfer.lists.expense_intake import ExpenseIntake
from portal.transfer.lists.federal_report import FEDERAL_REPORT
from portal.transfer.lists.grants import GRANTS
from portal.transfer.lists.indicators import INDICATORS
from portal.transfer.lists.listing import Listing, Place
from portal.transfer.lists.meetings import MEETINGS
from portal.transfer.lists.objective_intake import ObjectiveIntake
from portal.transfer.lists.partner_intake import PartnerIntake
from portal.transfer.lists.voices import VOICES

PARTNERS = Listing(
    "partners",
    partners.TITLE,
    False,
    partners.reading,
    partners.template,
    partners.export,
    partners.rows,
    partners.examples,
    PartnerIntake,
)
OBJECTIVES = Listing(
    "objectives",
    objectives.TITLE,
    False,
    objectives.reading,
    objectives.template,
    objectives.export,
    objectives.rows,
    objectives.examples,
    ObjectiveIntake,
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
LISTINGS = {
    one.name: one
    for one in (
        PARTNERS,
        AGREEMENTS,
        OBJECTIVES,
        ACTIONS,
        INDICATORS,
        BUDGET,
        GRANTS,
        EXPENSES,
        CONTRIBUTIONS,
        VOICES,
        MEETINGS,
        CONTACTS,
        FEDERAL_REPORT,
    )
}

__all__ = ["LISTINGS", "Listing", "Place"]
