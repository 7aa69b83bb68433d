"""What became of mail: sent, waiting or failed, and the buttons to try again."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import now
from portal.network.models import Network
from portal.post import access, operations, queries, rules
from portal.post.models import OutgoingMail
from portal.post.types import MailStand, MailStatus
from portal.web.guards import administrators, current_actor, in_network, insist
from portal.web.paging import asked_page

bp = Blueprint("post", __name__)
bp.add_app_template_filter(rules.masked, "masked")
bp.add_app_template_filter(rules.without_addresses, "without_addresses")


@bp.get("/networks/<slug>/mail")
@in_network(Role.COORDINATOR)
def mails(network: Network) -> ResponseReturnValue:
    """The mail of the network, newest first."""
    insist(access.can_see_mail(current_actor()))
    return _page(network)


@bp.post("/networks/<slug>/mail/<int:mail_id>/again")
@in_network(Role.COORDINATOR)
def send_again(network: Network, mail_id: int) -> ResponseReturnValue:
    """Try a mail again, now."""
    insist(access.can_see_mail(current_actor()))
    return _try_again([queries.get_mail(network.id, mail_id)], network)


@bp.post("/networks/<slug>/mail/again")
@in_network(Role.COORDINATOR)
def send_all_again(network: Network) -> ResponseReturnValue:
    """Try everything that waits or failed again, now."""
    insist(access.can_see_mail(current_actor()))
    return _try_again(queries.list_to_try_again(network.id, rules.MOST_AT_ONCE), network)


@bp.get("/installation/mail")
@administrators
def mails_of_installation() -> ResponseReturnValue:
    """Mail of no network, newest first: the weekly mail, and letters about accounts."""
    insist(access.can_see_mail_of_installation(current_actor()))
    return _page(None)


@bp.post("/installation/mail/<int:mail_id>/again")
@administrators
def send_again_of_installation(mail_id: int) -> ResponseReturnValue:
    """Try a mail of no network again, now."""
    insist(access.can_see_mail_of_installation(current_actor()))
    return _try_again([queries.get_mail(None, mail_id)], None)


@bp.post("/installation/mail/again")
@administrators
def send_all_again_of_installation() -> ResponseReturnValue:
    """Try everything of no network that waits or failed again, now."""
    insist(access.can_see_mail_of_installation(current_actor()))
    return _try_again(queries.list_to_try_again(None, rules.MOST_AT_ONCE), None)


def _page(network: Network | None) -> str:
    asked = request.args.get("stand", "")
    stand = MailStand(asked) if asked in set(MailStand) else None
    key = network.id if network else None
    counts = queries.count_mail(key)
    return render_template(
        "post/mails.html",
        page=queries.page_of_mail(key, asked_page(), stand),
        counts=[(status, counts.get(status, 0)) for status in MailStatus],
        to_try=counts.get(MailStatus.FAILED, 0) + counts.get(MailStatus.WAITING, 0),
        stand=stand,
        stands=MailStand,
        failed=MailStatus.FAILED,
        waiting=MailStatus.WAITING,
        here=_here(network),
    )


def _try_again(mails: Any, network: Network | None) -> ResponseReturnValue:
    tried: list[OutgoingMail] = [one for one in mails if operations.try_again(one, at=now())]
    db.session.commit()
    sent = operations.send_mails([one.id for one in tried], patience=operations.LONGEST_WAIT)
    if sent:
        flash(ngettext("%(num)s mail is verstuurd.", "%(num)s mails zijn verstuurd.", sent), "success")
    if sent < len(tried):
        flash(_("De mailserver nam nog niet alle mail aan. We proberen het later vanzelf opnieuw."), "warning")
    if not tried:
        flash(_("Er was geen mail die nog weg kan."), "notice")
    return redirect(_here(network))


def _here(network: Network | None) -> str:
    if network is None:
        return url_for("post.mails_of_installation")
    return url_for("post.mails", slug=network.slug)
