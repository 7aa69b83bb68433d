"""Links of a round: more of them, a new secret for a lost card, taking one back, cards and mail."""

from __future__ import annotations

from io import BytesIO

from flask import flash, redirect, render_template, send_file
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import now
from portal.network.models import Network
from portal.participation.types import Speaker
from portal.post.operations import queue_letter, send_soon
from portal.reviews import access
from portal.reviews.cards import cards_pdf
from portal.reviews.forms.rounds import LinksForm, MailLinksForm, PressForm
from portal.reviews.letters import link_letter
from portal.reviews.operations import rounds as operations
from portal.reviews.queries import rounds as queries
from portal.reviews.routes.doors import bp, round_to_run
from portal.reviews.routes.rounds import round_href, round_page
from portal.reviews.routes.secrets import reading_address, secrets_page, sent_secrets
from portal.web.guards import current_actor, in_network, insist
from portal.web.sent_forms import note_saved, saved_before


@bp.route("/reading-rounds/<int:round_id>/links", methods=["GET", "POST"])
@in_network(Role.COORDINATOR)
def hand_out_links(network: Network, round_id: int) -> ResponseReturnValue:
    """More links, for one kind of reader."""
    held = round_to_run(network, round_id)
    form = LinksForm(count=8, speaker=Speaker.EXPERT.value)
    form.offer()
    if again := saved_before(form):
        return again
    if form.validate_on_submit() and form.accepts(
        operations.hand_out_links,
        held,
        count=form.count.data or 0,
        speaker=Speaker(form.speaker.data),
        given_by=form.given_by.data or "",
    ):
        note_saved(form, round_href(network, held))
        db.session.commit()
        return secrets_page(network, held, form.outcome)
    return render_template("reviews/hand_out_links.html", form=form, round=held), form.http_status


@bp.post("/reading-rounds/<int:round_id>/links/renew")
@in_network(Role.COORDINATOR)
def renew_links(network: Network, round_id: int) -> ResponseReturnValue:
    """Print again: new secrets for all links that nobody began with."""
    held = round_to_run(network, round_id)
    form = PressForm()
    if form.validate_on_submit() and form.accepts(operations.renew_unused_links, held):
        db.session.commit()
        return secrets_page(network, held, form.outcome)
    return round_page(network, held, " ".join(form.form_errors), 422)


@bp.post("/reading-rounds/<int:round_id>/links/<int:link_id>/renew")
@in_network(Role.COORDINATOR)
def renew_link(network: Network, round_id: int, link_id: int) -> ResponseReturnValue:
    """A new secret for a card that was lost; what was answered already stays."""
    held = round_to_run(network, round_id)
    link = queries.get_link(held, link_id)
    form = PressForm()
    if form.validate_on_submit() and form.accepts(operations.renew_link, link):
        db.session.commit()
        return secrets_page(network, held, [(link, form.outcome)])
    return round_page(network, held, " ".join(form.form_errors), 422)


@bp.post("/reading-rounds/<int:round_id>/links/<int:link_id>/revoke")
@in_network(Role.COORDINATOR)
def revoke_link(network: Network, round_id: int, link_id: int) -> ResponseReturnValue:
    """This link stops working; what was answered with it stays."""
    held = round_to_run(network, round_id)
    link = queries.get_link(held, link_id)
    form = PressForm()
    if form.validate_on_submit() and form.accepts(operations.revoke_link, link, at=now()):
        db.session.commit()
        flash(_("Link %(number)s werkt niet meer.", number=link.number), "success")
        return redirect(round_href(network, held))
    return round_page(network, held, " ".join(form.form_errors), 422)


@bp.post("/reading-rounds/<int:round_id>/cards")
@in_network(Role.COORDINATOR)
def print_cards(network: Network, round_id: int) -> ResponseReturnValue:
    """Eight cards on a sheet to cut out, each with a code to scan."""
    insist(access.can_run_rounds(current_actor()))
    held = queries.get_round(network.id, round_id)
    made = sent_secrets(held)
    paper = cards_pdf(held, network, [(link, reading_address(token)) for link, token in made])
    if paper is None:
        flash(_("Dit portaal kan nu geen pdf maken. Kopieer de adressen."), "warning")
        return secrets_page(network, held, made)
    name = _("kaartjes-%(id)s.pdf", id=held.id)
    return send_file(BytesIO(paper), mimetype="application/pdf", as_attachment=True, download_name=name)


@bp.post("/reading-rounds/<int:round_id>/mail")
@in_network(Role.COORDINATOR)
def mail_links(network: Network, round_id: int) -> ResponseReturnValue:
    """Each address gets one link; nothing keeps which one. The same page sent again mails nothing twice."""
    held = round_to_run(network, round_id)
    made = [(link, token) for link, token in sent_secrets(held) if link.mailed_at is None]
    if not made:
        flash(_("Deze links zijn al gemaild."), "warning")
        return redirect(round_href(network, held))
    form = MailLinksForm()
    if not (form.validate_on_submit() and _addresses_fit(form, len(made))):
        return secrets_page(network, held, made, form)
    mails = [
        queue_letter(
            link_letter(address, held, network, reading_address(token)),
            network_id=network.id,
            expires_at=link.expires_at,
        )
        for address, (link, token) in zip(form.typed_addresses, made, strict=False)
    ]
    operations.mark_mailed((link for link, _token in made[: len(mails)]), at=now())
    db.session.commit()
    if send_soon(mails):
        flash(ngettext("%(num)s mail is verstuurd.", "%(num)s mails zijn verstuurd.", len(mails)), "success")
    else:
        flash(_("Niet alle mail ging al weg. Wat wacht, gaat vanzelf. Kijk bij de mail van het netwerk."), "warning")
    left = made[len(mails) :]
    return secrets_page(network, held, left) if left else redirect(round_href(network, held))


def _addresses_fit(form: MailLinksForm, links: int) -> bool:
    """Whether every address is one, and each can have a link of its own."""
    wrong = form.wrong_addresses
    sentences = []
    if wrong:
        sentences.append(_("Dit is geen e-mailadres: %(words)s.", words=", ".join(one[:60] for one in wrong[:3])))
    if len(form.typed_addresses) > links:
        sentences.append(
            _("Je hebt %(links)s links en %(count)s adressen.", links=links, count=len(form.typed_addresses))
        )
    form.addresses.errors = [*form.addresses.errors, *sentences]
    return not sentences
