"""Addresses of networks as a whole: found one, change it, its whole history."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.extensions import db
from portal.foundation.clock import today
from portal.history.queries import list_changes, list_recent_changes
from portal.network import access, operations, queries
from portal.network.forms import EditNetworkForm, FoundNetworkForm
from portal.network.models import Network
from portal.network.municipalities import display_name
from portal.network.types import ApplicantKind
from portal.web.guards import administrators, current_actor, in_network, insist

bp = Blueprint("networks", __name__)

TEXTS = ("introduction", "cofinancing_source", "substitute_reason")


def municipality_choices(network: Network | None) -> list[tuple[str, str]]:
    """Municipalities of today, and those that the network already holds by an older code."""
    choices = {
        row.nis: f"{row.name_nl} ({row.province or row.region})" for row in queries.list_municipalities_on(today())
    }
    for area in network.areas if network else ():
        choices.setdefault(area.nis, display_name(area.nis))
    return sorted(choices.items(), key=lambda choice: choice[1])


def filled_in(form: EditNetworkForm) -> dict[str, Any]:
    values = {name: value for name, value in form.data.items() if name not in ("csrf_token", "municipalities")}
    values |= {name: values[name] or "" for name in TEXTS}
    return values | {"applicant_kind": ApplicantKind(values["applicant_kind"])}


@bp.route("/networks/found", methods=["GET", "POST"])
@administrators
def found_network() -> ResponseReturnValue:
    """A new network, by the administrator of the installation."""
    form = FoundNetworkForm()
    form.offer(municipality_choices(None))
    if request.method == "GET":
        form.note_first_year.data = form.note_last_year.data = today().year
    if form.validate_on_submit():
        values = filled_in(form)
        slug = operations.free_slug(values["name"])
        if form.accepts(operations.found_network, slug=slug, nis_codes=form.municipalities.data or [], **values):
            db.session.commit()
            flash(_("Het netwerk bestaat. Nodig nu de coördinator uit."), "success")
            return redirect(url_for("accounts.invite_person", slug=form.outcome.slug))
    return render_template("network/network_form.html", form=form, editing=None)


def save_network(network: Network, form: EditNetworkForm) -> None:
    """Everything of the form in one go, or nothing."""
    operations.edit_network(network, **filled_in(form))
    operations.cover_municipalities(network, nis_codes=form.municipalities.data or [])


@bp.route("/networks/<slug>/edit", methods=["GET", "POST"])
@in_network()
def edit_network(network: Network) -> ResponseReturnValue:
    """Change what the network says of itself."""
    insist(access.can_edit_network(current_actor()))
    form = EditNetworkForm(obj=network)
    form.offer(municipality_choices(network))
    if request.method == "GET" and not form.municipalities.data:
        form.municipalities.data = [area.nis for area in network.areas]
    if form.validate_on_submit() and form.accepts(save_network, network, form):
        db.session.commit()
        flash(_("Het netwerk is bewaard."), "success")
        return redirect(url_for("networks.network_page", slug=network.slug))
    return render_template("network/network_form.html", form=form, editing=network)


@bp.get("/networks/<slug>/about")
@in_network()
def network_page(network: Network) -> ResponseReturnValue:
    """What the network is: municipalities, applicant, note, and its own history."""
    sees_history = access.can_see_history(current_actor())  # it holds the addresses of who was invited
    return render_template(
        "network/about.html",
        areas=queries.list_areas(network),
        can_edit=access.can_edit_network(current_actor()),
        sees_history=sees_history,
        changes=list_changes("network", network.id, network.id, most=30) if sees_history else [],
    )


@bp.get("/networks/<slug>/history")
@in_network()
def history(network: Network) -> ResponseReturnValue:
    """Everything that changed in the network, newest first."""
    insist(access.can_see_history(current_actor()))
    before = request.args.get("before", "")
    changes = list_recent_changes(network.id, before_id=int(before) if before.isdigit() and len(before) < 12 else None)
    return render_template("history/network_changes.html", changes=changes)
