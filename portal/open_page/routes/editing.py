"""The coordinator's screens: what is on the page and what is not, its texts, its order, opening and closing."""

from __future__ import annotations

from flask import abort, flash, redirect, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import in_brussels, now, today
from portal.history.overtaking import keep_watch, take_turn
from portal.history.queries import list_changes
from portal.meetings.models import Meeting
from portal.network.models import Network
from portal.open_page import access, contents, operations, queries, rules
from portal.open_page.forms import ConfirmForm, WritePageForm
from portal.open_page.models import OpenPage
from portal.open_page.operations import PageTexts
from portal.open_page.routes.doors import (
    address_of,
    bp,
    contents_today,
    letter_box_href,
    overview_href,
    page_to_decide,
    written,
)
from portal.open_page.types import Section, SectionMove
from portal.web.filters import day
from portal.web.forms import optional_id
from portal.web.guards import current_actor, in_network, insist


@bp.get("/networks/<slug>/open-page")
@in_network(Role.COORDINATOR)
def overview(network: Network) -> ResponseReturnValue:
    """What anyone may read of this network, and what not."""
    return overview_of(network)


def overview_of(network: Network, refused: str = "", status: int = 200) -> ResponseReturnValue:
    """The overview; with why a step was refused, when one was."""
    insist(access.can_decide_page(current_actor()))
    page = queries.find_page(network.id)
    if page is None:
        return render_template("open_page/begin.html"), status
    order = [Section(code) for code in rules.whole_order(page.section_order)]
    return render_template(
        "open_page/overview.html",
        page=page,
        contents=contents_today(network, page),
        order=order,
        shown=contents.shown_sections(page),
        is_open=rules.is_open(page.is_opened, page.open_until, today()),
        address=address_of(network),
        has_letter_box=bool(letter_box_href(network)),
        this_year=today().year,
        refused=refused,
        changes=list_changes("open_page", page.id, network.id, most=50),
    ), status


@bp.post("/networks/<slug>/open-page/begin")
@in_network(Role.COORDINATOR)
def begin_page(network: Network) -> ResponseReturnValue:
    """Make the page, closed."""
    insist(access.can_decide_page(current_actor()))
    take_turn(network)
    if ConfirmForm().validate_on_submit():
        operations.begin_page(network)
        db.session.commit()
    return redirect(overview_href(network))


@bp.route("/networks/<slug>/open-page/edit", methods=["GET", "POST"])
@in_network(Role.COORDINATOR)
def edit_page(network: Network) -> ResponseReturnValue:
    """The texts of the page; who was overtaken sees what changed and keeps the own text."""
    take_turn(network)
    page = page_to_decide(network)
    form = WritePageForm(obj=page)
    form.offer(_meeting_choices(network, page))
    keep_watch(form, page)
    if form.validate_on_submit() and form.accepts(
        operations.write_page, page, texts=_texts(form), today=today(), now=now()
    ):
        db.session.commit()
        flash(_("De teksten zijn bewaard."), "success")
        return redirect(overview_href(network))
    return render_template("open_page/edit_page.html", form=form), form.http_status


def _meeting_choices(network: Network, page: OpenPage) -> list[tuple[str, str]]:
    meetings: list[Meeting] = list(queries.list_meetings_to_choose(network.id, now()))
    choices = [(str(one.id), f"{one.title} ({day(in_brussels(one.starts_at).date())})") for one in meetings]
    if page.meeting_id is not None and str(page.meeting_id) not in dict(choices):
        choices.append((str(page.meeting_id), _("Het overleg dat gekozen was (voorbij of afgelast)")))
    return choices


def _texts(form: WritePageForm) -> PageTexts:
    return PageTexts(
        about=form.about.data or "",
        shows_partners=form.shows_partners.data,
        join=form.join.data or "",
        phone=form.phone.data or "",
        email=form.email.data or "",
        meeting_id=optional_id(form.meeting_id.data),
        shows_letter_box=form.shows_letter_box.data,
        open_until=form.open_until.data,
    )


@bp.post("/networks/<slug>/open-page/sections/<section>/<move>")
@in_network(Role.COORDINATOR)
def arrange_section(network: Network, section: str, move: str) -> ResponseReturnValue:
    """Put a section higher, lower, on or off the page."""
    if section not in set(Section) or move not in set(SectionMove):
        abort(404)
    take_turn(network)
    page = page_to_decide(network)
    form = ConfirmForm()
    if form.validate_on_submit() and form.accepts(
        operations.arrange_section, page, Section(section), SectionMove(move)
    ):
        db.session.commit()
        return redirect(overview_href(network) + "#" + section)
    return overview_of(network, " ".join(form.form_errors), 422)


@bp.post("/networks/<slug>/open-page/open")
@in_network(Role.COORDINATOR)
def open_page(network: Network) -> ResponseReturnValue:
    """From now on anyone may read it."""
    take_turn(network)
    page = page_to_decide(network)
    form = ConfirmForm()
    if form.validate_on_submit() and form.accepts(operations.open_page, page, today=today()):
        db.session.commit()
        flash(_("De pagina is open. Iedereen kan ze nu lezen."), "success")
        return redirect(overview_href(network))
    return overview_of(network, " ".join(form.form_errors), 422)


@bp.post("/networks/<slug>/open-page/close")
@in_network(Role.COORDINATOR)
def close_page(network: Network) -> ResponseReturnValue:
    """Nobody outside the network reads it any more."""
    take_turn(network)
    page = page_to_decide(network)
    if ConfirmForm().validate_on_submit():
        operations.close_page(page, today=today())
        db.session.commit()
        flash(_("De pagina is gesloten. Wat je koos, blijft bewaard."), "notice")
    return redirect(overview_href(network))


@bp.get("/networks/<slug>/open-page/preview")
@in_network(Role.COORDINATOR)
def preview(network: Network) -> ResponseReturnValue:
    """The page as anyone would read it, open or not."""
    return written(network, page_to_decide(network), is_preview=True)
