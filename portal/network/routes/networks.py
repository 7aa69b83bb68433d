"""Addresses of networks as a whole: found one, change it, its whole history."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.extensions import db
from portal.foundation.clock import today
from portal.history.overtaking import keep_watch, take_turn
from portal.history.queries import list_changes, list_recent_acts, page_of_act
from portal.network import access, operations, queries
from portal.network.forms import EditNetworkForm, FoundNetworkForm
from portal.network.models import Network
from portal.network.municipalities import display_name
from portal.network.types import ApplicantKind
from portal.web.guards import administrators, current_actor, in_network, insist
from portal.web.paging import asked_page
from portal.web.sent_forms import note_saved, saved_before

bp = Blueprint("networks", __name__)

WALLONIA = "Waals Gewest"
TEXTS = ("introduction", "cofinancing_source", "substitute_reason")


def municipality_choices(network: Network | None) -> dict[str, list[tuple[str, str]]]:
    """By province the municipalities where a local network can be, and those that the network holds already.

    A network is Flemish or of the VGC in Brussels (FL-NET-1); Walloon municipalities stay known in the data.
    """
    held = {area.nis for area in network.areas} if network else set()
    choices: dict[str, list[tuple[str, str]]] = {}
    for row in queries.list_municipalities_on(today()):
        if row.region != WALLONIA or row.nis in held:
            choices.setdefault(row.province or row.region, []).append((row.nis, row.name_nl))
            held.discard(row.nis)
    if held:
        choices[_("Met een vroegere code")] = [(nis, display_name(nis)) for nis in sorted(held)]
    return dict(sorted(choices.items()))


def filled_in(form: EditNetworkForm) -> dict[str, Any]:
    values = {name: value for name, value in form.values.items() if name != "municipalities"}
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
    if again := saved_before(form):
        return again
    if form.validate_on_submit():
        values = filled_in(form)
        slug = operations.free_slug(values["name"])
        if form.accepts(operations.found_network, slug=slug, nis_codes=form.municipalities.data or [], **values):
            page = note_saved(form, url_for("accounts.invite_person", slug=form.outcome.slug))
            db.session.commit()
            flash(_("Het netwerk bestaat. Nodig nu de coördinator uit."), "success")
            return redirect(page)
    return render_template("network/network_form.html", form=form, editing=None), form.http_status


def save_network(network: Network, form: EditNetworkForm) -> None:
    """Everything of the form in one go, or nothing."""
    operations.edit_network(network, **filled_in(form))
    operations.cover_municipalities(network, nis_codes=form.municipalities.data or [])


@bp.route("/networks/<slug>/edit", methods=["GET", "POST"])
@in_network()
def edit_network(network: Network) -> ResponseReturnValue:
    """Change what the network says of itself."""
    insist(access.can_edit_network(current_actor()))
    take_turn(network)
    form = EditNetworkForm(obj=network, municipalities=[area.nis for area in network.areas])
    form.offer(municipality_choices(network))
    keep_watch(form, network)
    if form.validate_on_submit() and form.accepts(save_network, network, form):
        db.session.commit()
        flash(_("Het netwerk is bewaard."), "success")
        return redirect(url_for("networks.network_page", slug=network.slug))
    return render_template("network/network_form.html", form=form, editing=network), form.http_status


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
    """Everything that was done in the network, newest first."""
    insist(access.can_see_history(current_actor()))
    before = request.args.get("before", "")
    page = list_recent_acts(
        network.id,
        before_id=int(before) if before.isascii() and before.isdigit() and len(before) < 12 else None,
        with_confidential=current_actor().coordinates,
    )
    return render_template("history/network_changes.html", page=page, is_newest=not before)


@bp.get("/networks/<slug>/history/<int:change_id>")
@in_network()
def act(network: Network, change_id: int) -> ResponseReturnValue:
    """Everything that changed in one go, together with one change."""
    insist(access.can_see_history(current_actor()))
    page = page_of_act(network.id, change_id, asked_page(), with_confidential=current_actor().coordinates)
    return render_template("history/act.html", page=page)


@bp.app_template_global()
def reads_history() -> bool:
    """Whether the reader may open the history of the network."""
    return access.can_see_history(current_actor())
