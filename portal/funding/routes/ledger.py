"""The ledger of a year: every expense, filtered and in pages."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from portal.closing.shown import is_open_year
from portal.funding import access, queries
from portal.funding.asking import asked_filter
from portal.funding.queries import ExpenseFilter
from portal.funding.routes.doors import bp, for_readers, known_year, law_for, remembered_body, streams_with_words
from portal.funding.types import ApprovalState, ExpenseKind, ExpenseStage
from portal.network.models import Network
from portal.plans.queries import list_action_choices
from portal.web.guards import current_actor
from portal.web.paging import asked_page
from portal.web.whole_pages import remembered_page


@bp.get("/networks/<slug>/<int:year>/expenses")
@remembered_page
@for_readers
def expenses(network: Network, year: int) -> ResponseReturnValue:
    """The ledger: 50 expenses a page, with the sums of everything that the filter leaves."""
    known_year(year)
    body = remembered_body(network, lambda: _body(network, year))
    return render_template(
        "funding/expenses.html", body=body, can_book=access.can_book(current_actor()) and is_open_year(year)
    )


def _body(network: Network, year: int) -> str:
    wanted = asked_filter()
    return render_template(
        "funding/_expenses_body.html",
        wanted=wanted,
        page=queries.page_of_expenses(network.id, year, wanted, asked_page()),
        totals=queries.sum_expenses(network.id, year, wanted),
        streams=streams_with_words(law_for(network, year), [wanted.stream]),
        actions=list_action_choices(network.id, year),
        kinds=list(ExpenseKind),
        stages=list(ExpenseStage),
        approvals=list(ApprovalState),
        is_filtered=wanted != ExpenseFilter(),
        can_book=access.can_book(current_actor()) and is_open_year(year),
    )
