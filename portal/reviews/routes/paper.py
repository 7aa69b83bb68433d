"""Printing a round on paper, and typing in the sheets that came back."""

from __future__ import annotations

from typing import Any

from flask import abort, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import now
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import say
from portal.history.overtaking import keep_watch, take_turn
from portal.network.models import Network
from portal.participation.forms import ConfirmForm
from portal.participation.types import Speaker
from portal.plans.asking import typed_id
from portal.post.addresses import outside_address
from portal.reviews import access, papers
from portal.reviews.forms.paper import PrintForm, SheetForm, stop_words
from portal.reviews.models import ReviewRound, ReviewSheet
from portal.reviews.operations import paper as operations
from portal.reviews.operations.rounds import hand_out_links
from portal.reviews.queries import paper as queries
from portal.reviews.queries.rounds import get_round
from portal.reviews.routes.doors import bp
from portal.reviews.types import RoundState
from portal.web.downloads import download
from portal.web.forms import RecordForm
from portal.web.guards import current_actor, in_network, insist
from portal.web.remembering import remembered
from portal.web.sent_forms import note_saved, saved_before

USUAL_COPIES = 10


def round_on_paper(network: Network, round_id: int) -> ReviewRound:
    """A round about actions; a text is not read on these sheets."""
    insist(access.can_type_sheets(current_actor()))
    held = get_round(network.id, round_id)
    return held if held.actions else abort(404)


@bp.get("/reading-rounds/<int:round_id>/paper")
@in_network(Role.COORDINATOR, Role.PARTNER)
def print_paper(network: Network, round_id: int) -> ResponseReturnValue:
    """How many copies, for whom; partners print the sheet without a number."""
    held = round_on_paper(network, round_id)
    return _print_page(network, held, PrintForm(count=USUAL_COPIES))


def _print_page(network: Network, held: ReviewRound, form: PrintForm) -> ResponseReturnValue:
    return render_template(
        "reviews/paper.html",
        form=form,
        round=held,
        pages=1 + (len(held.actions) + 1) // 2,
        can_number=access.can_run_rounds(current_actor()) and held.state is not RoundState.CLOSED,
        can_make_pdf=papers.can_make_pdf(),
    ), form.http_status


@bp.get("/reading-rounds/<int:round_id>/paper.pdf")
@in_network(Role.COORDINATOR, Role.PARTNER)
def blank_paper(network: Network, round_id: int) -> ResponseReturnValue:
    """One sheet without a number or a code: to look at, or to photocopy."""
    held = round_on_paper(network, round_id)
    key = (request.endpoint, network.id, g.revision, held.id, str(get_locale()), papers.can_make_pdf())
    return _paper(network, held, remembered(key, lambda: papers.paper_sheets(held, network, [papers.Copy()])))


@bp.post("/reading-rounds/<int:round_id>/paper.pdf")
@in_network(Role.COORDINATOR)
def numbered_paper(network: Network, round_id: int) -> ResponseReturnValue:
    """Numbered copies, each with a link of its own in a code to scan; the secrets live on this paper alone."""
    take_turn(network)
    held = round_on_paper(network, round_id)
    insist(access.can_run_rounds(current_actor()))
    form = PrintForm()
    if not papers.can_make_pdf():
        return _print_page(network, held, form)
    if form.validate_on_submit() and form.accepts(_make_links, held, form):
        copies = [
            papers.Copy(link.number, outside_address("reading.begin", token=token)) for link, token in form.outcome
        ]
        db.session.commit()
        return _paper(network, held, papers.paper_sheets(held, network, copies, give_back=form.given_by.data or ""))
    return _print_page(network, held, form)


def _make_links(held: ReviewRound, form: PrintForm) -> Any:
    count = form.count.data or 0
    if not 1 <= count <= papers.MOST_COPIES:
        raise RuleBroken(say("Kies een getal van 1 tot %(most)s.", most=papers.MOST_COPIES), "count")
    return hand_out_links(held, count=count, speaker=Speaker(form.speaker.data), given_by=form.given_by.data or "")


def _paper(network: Network, held: ReviewRound, made: bytes | None) -> ResponseReturnValue:
    if made is None:
        return _print_page(network, held, PrintForm(formdata=None, count=USUAL_COPIES))
    return download(made, f"{_('leesblad')}-{held.title[:60]}.pdf", "application/pdf")


@bp.route("/reading-rounds/<int:round_id>/type-in", methods=["GET", "POST"])
@in_network(Role.COORDINATOR, Role.PARTNER)
def type_in(network: Network, round_id: int) -> ResponseReturnValue:
    """One sheet after the other: save, and the next one is there."""
    take_turn(network)
    held = round_on_paper(network, round_id)
    sheets = queries.list_paper_sheets(held)
    form = SheetForm.of_round(held)(
        number=queries.next_number(held, sheets, typed_id(request.args.get("after"))),
        speaker=request.args.get("speaker") if request.args.get("speaker") in set(Speaker) else None,
    )
    if again := saved_before(form):
        return again
    if form.validate_on_submit() and form.accepts(_type_in, held, form):
        sheet: ReviewSheet = form.outcome
        page = _type_in_href(network, held, after=sheet.paper_number, speaker=sheet.speaker.value)
        page = note_saved(form, page)
        db.session.commit()
        flash(_("Blad %(number)s is bewaard. Typ het volgende blad.", number=sheet.paper_number), "success")
        return redirect(page)
    return _typing_page(network, held, form, sheets=sheets)


def _type_in(held: ReviewRound, form: Any) -> ReviewSheet:
    typed = form.typed_sheet
    return operations.type_in_sheet(
        held,
        typed,
        at=now(),
        typed_by_id=current_actor().account_id,
        replaces=request.form.get("replaces") == str(typed.number),
    )


def _type_in_href(network: Network, held: ReviewRound, **asked: Any) -> str:
    return url_for("reviews.type_in", slug=network.slug, round_id=held.id, **asked)


def _typing_page(
    network: Network,
    held: ReviewRound,
    form: Any,
    *,
    sheets: list[queries.TypedSheet],
    sheet: ReviewSheet | None = None,
) -> ResponseReturnValue:
    """The form, what is in already, and what is in under the number that was typed."""
    twin, online = (None, None) if sheet is not None else _twins(held, form, sheets)
    return render_template(
        "reviews/paper_typing.html",
        form=form,
        round=held,
        sheets=sheets,
        sheet=sheet,
        twin=twin,
        online=online,
        stops=stop_words(),
        last=typed_id(request.args.get("after")),
        is_draft=held.state is RoundState.DRAFT,
    ), form.http_status


def _twins(
    held: ReviewRound, form: RecordForm, sheets: list[queries.TypedSheet]
) -> tuple[queries.TypedSheet | None, ReviewSheet | None]:
    """What came in under this number already: on paper, and with the link of the sheet."""
    if request.method != "POST" or form["number"].data is None:
        return None, None
    number = form["number"].data
    paper = next((one for one in sheets if one.sheet.paper_number == number and not one.sheet.withdrawn_at), None)
    link = next((one for one in held.links if one.number == number), None)
    online = link.sheet if link is not None and link.sheet is not None and link.sheet.paper_number is None else None
    return paper, online if online is not None and online.withdrawn_at is None and online.answers else None


@bp.route("/reading-rounds/<int:round_id>/type-in/<int:sheet_id>", methods=["GET", "POST"])
@in_network(Role.COORDINATOR, Role.PARTNER)
def correct_sheet(network: Network, round_id: int, sheet_id: int) -> ResponseReturnValue:
    """Mend a sheet that was typed wrong."""
    take_turn(network)
    held = round_on_paper(network, round_id)
    sheet = queries.get_paper_sheet(network.id, held.id, sheet_id)
    form = SheetForm.of_round(held)()
    form.hold_sheet(sheet)
    form.number.data = sheet.paper_number
    keep_watch(form, sheet)
    if form.validate_on_submit() and form.accepts(operations.correct_sheet, sheet, form.typed_sheet, at=now()):
        db.session.commit()
        flash(_("Blad %(number)s is verbeterd.", number=sheet.paper_number), "success")
        return redirect(_type_in_href(network, held))
    return _typing_page(network, held, form, sheets=[], sheet=sheet)


@bp.post("/reading-rounds/<int:round_id>/type-in/<int:sheet_id>/withdraw")
@in_network(Role.COORDINATOR, Role.PARTNER)
def withdraw_sheet(network: Network, round_id: int, sheet_id: int) -> ResponseReturnValue:
    """It was typed by mistake: it no longer counts, and can be put back."""
    take_turn(network)
    held = round_on_paper(network, round_id)
    sheet = queries.get_paper_sheet(network.id, held.id, sheet_id)
    if ConfirmForm().validate_on_submit():
        operations.withdraw_sheet(sheet, at=now())
        db.session.commit()
        flash(_("Blad %(number)s telt niet meer mee.", number=sheet.paper_number), "notice")
    return redirect(_type_in_href(network, held))


@bp.post("/reading-rounds/<int:round_id>/type-in/<int:sheet_id>/restore")
@in_network(Role.COORDINATOR, Role.PARTNER)
def restore_sheet(network: Network, round_id: int, sheet_id: int) -> ResponseReturnValue:
    """It was right after all."""
    take_turn(network)
    held = round_on_paper(network, round_id)
    sheet = queries.get_paper_sheet(network.id, held.id, sheet_id)
    form = ConfirmForm()
    if form.validate_on_submit() and form.accepts(operations.restore_sheet, sheet):
        db.session.commit()
        flash(_("Blad %(number)s telt weer mee.", number=sheet.paper_number), "success")
    else:
        flash(" ".join(form.form_errors), "error")
    return redirect(_type_in_href(network, held))


numbered_paper.answers_file = True  # type: ignore[attr-defined]  # nobody comes back to it after signing in
blank_paper.answers_file = True  # type: ignore[attr-defined]
