"""Addresses of budgets: what each stream is planned to pay of an action."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.closing.shown import is_open_year
from portal.extensions import db
from portal.funding import access, operations, queries
from portal.funding.forms import BudgetForm
from portal.funding.models import BudgetLine, Expense
from portal.funding.routes.doors import (
    bp,
    for_bookkeepers,
    for_readers,
    known_year,
    law_for,
    stream_choices,
    streams_with_words,
)
from portal.history.overtaking import keep_watch, take_turn
from portal.network.models import Network
from portal.plans.models import Action
from portal.plans.queries import get_action
from portal.web.guards import current_actor, insist


@dataclass(frozen=True)
class ActionMoney:
    """The money of one action, as its page shows it."""

    budget_lines: list[BudgetLine]
    expenses: list[Expense]
    spent_by_stream: dict[str, int]
    can_book: bool

    @property
    def planned_cents(self) -> int:
        return sum(line.planned_cents for line in self.budget_lines)

    @property
    def committed_cents(self) -> int:
        return sum(self.spent_by_stream.values())

    @property
    def rows(self) -> list[tuple[str, int, int]]:
        """Stream, planned, committed; planned streams first."""
        planned = {line.stream: line.planned_cents for line in self.budget_lines}
        codes = [*planned, *(code for code in self.spent_by_stream if code not in planned)]
        return [(code, planned.get(code, 0), self.spent_by_stream.get(code, 0)) for code in codes]


@bp.app_template_global()
def sees_money() -> bool:
    """Whether the reader may see amounts, for pages of other domains."""
    return access.can_see_money(current_actor())


@bp.app_template_global()
def money_of_action(action: Action) -> ActionMoney | None:
    """Budget and expenses of an action; None for who may not see money."""
    actor = current_actor()
    if not access.can_see_money(actor):
        return None
    expenses = list(queries.list_expenses_of_action(action.network_id, action.id))
    paid: dict[str, int] = {}
    for expense in expenses:
        for part in expense.allocations:
            paid[part.stream] = paid.get(part.stream, 0) + part.amount_cents
    return ActionMoney(
        list(queries.list_budget_of_action(action.network_id, action.id)),
        expenses,
        paid,
        access.can_book(actor) and is_open_year(action.year),
    )


@bp.get("/networks/<slug>/<int:year>/budget")
@for_readers
def budget(network: Network, year: int) -> ResponseReturnValue:
    """Every action of a year with what each stream is planned to pay, and what it pays already."""
    known_year(year)
    lines = queries.list_budget_lines(network.id, year)
    planned: dict[int, dict[str, int]] = {}
    for line in lines:
        planned.setdefault(line.action_id, {})[line.stream] = line.planned_cents
    words = streams_with_words(law_for(network, year), {line.stream for line in lines})
    return render_template(
        "funding/budget.html",
        streams=words,
        actions=queries.list_actions_for_money(network.id, year),
        planned=planned,
        spent=queries.sum_spent_by_action(network.id, year),
        totals=queries.sum_budget(network.id, year),
        can_book=access.can_book(current_actor()) and is_open_year(year),
    )


@bp.route("/networks/<slug>/<int:year>/actions/<int:action_id>/budget", methods=["GET", "POST"])
@for_bookkeepers
def edit_budget(network: Network, year: int, action_id: int) -> ResponseReturnValue:
    """What each stream will pay of this action."""
    take_turn(network)
    action = get_action(network.id, action_id)
    if action.year != year:
        abort(404)
    insist(access.can_book(current_actor()))
    held = {line.stream: line.planned_cents for line in queries.list_budget_of_action(network.id, action.id)}
    words = streams_with_words(law_for(network, year), held)
    form: Any = BudgetForm.split_over(stream_choices(words))()
    form.fill_parts(held)
    keep_watch(form, action)
    if form.validate_on_submit() and form.accepts(operations.plan_budget, action, planned=form.parts):
        db.session.commit()
        flash(_("De begroting is bewaard."), "success")
        return redirect(url_for("funding.budget", slug=network.slug, year=year))
    return render_template("funding/edit_budget.html", form=form, action=action), form.http_status
