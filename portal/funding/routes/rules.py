"""Addresses of the rulebook: every rule for anyone, and one permanent page for each."""

from __future__ import annotations

from flask import abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.foundation.clock import today
from portal.foundation.finding import CERTAINTY_EXPLAINED, CERTAINTY_LABELS, SEVERITY_LABELS
from portal.foundation.years import FIRST_YEAR, LAST_YEAR
from portal.funding import access
from portal.funding.asked_rules import asked_rules
from portal.funding.deciding.queries import list_decision_changes, regime_overrides
from portal.funding.regimes import REGIMES, RULES
from portal.funding.routes.doors import bp
from portal.funding.rulebook.examples import examples_of
from portal.funding.rulebook.listing import by_subject, list_rules, years_of
from portal.funding.rulebook.parameters import amounts_of, deadlines_of, keys_of, parameters_of
from portal.funding.rulebook.places import PLACE_LABELS, Place, places_of
from portal.funding.rulebook.subjects import SUBJECT_LABELS, subject_of
from portal.web.guards import current_actor, public
from portal.web.language import in_words


@bp.get("/rules")
@public
def rules() -> ResponseReturnValue:
    """All rules, narrowed by what the address asks."""
    wanted = asked_rules()
    found = list_rules(wanted, decisions=regime_overrides(), words=in_words)
    return render_template(
        "funding/rules.html",
        wanted=wanted,
        count=len(found),
        total=len(RULES),
        groups=by_subject(found),
        subjects=SUBJECT_LABELS,
        regimes=[(one.code, f"{in_words(one.title)} ({one.code})") for one in REGIMES.values()],
        years=[(one, one) for one in range(min(today().year + 6, LAST_YEAR), FIRST_YEAR - 1, -1)],
        certainties=CERTAINTY_LABELS,
        severities=SEVERITY_LABELS,
    )


@bp.get("/rules/<rule>")
@public
def rule(rule: str) -> ResponseReturnValue:
    """One rule: what it says, in which years, with which figures, reckoned through, and where it is used."""
    if rule not in RULES:
        known = rule.upper()
        return redirect(url_for("funding.rule", rule=known), 301) if known in RULES else abort(404)
    decisions = regime_overrides()
    rows = RULES[rule]
    codes = {code for row in rows for code in row.regimes}
    examples = examples_of(rule, decisions)
    return render_template(
        "funding/rule.html",
        rule=rule,
        rows=[(row, years_of(row)) for row in rows],
        subject=subject_of(rule),
        subjects=SUBJECT_LABELS,
        regimes=REGIMES,
        explained=CERTAINTY_EXPLAINED,
        parameters=parameters_of(rule, decisions),
        deadlines=deadlines_of(rule, today().year, decisions),
        amounts=amounts_of(rule, decisions),
        examples=examples,
        places=[PLACE_LABELS[one] for one in places_of(rule) or ((Place.EXAMPLE,) if examples else ())],
        changes=list_decision_changes(keys_of(rule), codes, [rule] if rule in REGIMES else []),
        with_names=bool(current_actor().account_id),
        can_decide=access.can_decide_law(current_actor()),
    )
