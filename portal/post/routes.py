"""What became of the mail of a network: sent, waiting or failed, and the button to try again."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import now
from portal.network.models import Network
from portal.post import access, operations, queries
from portal.post.types import MailStatus
from portal.web.guards import current_actor, in_network, insist
from portal.web.paging import asked_page

bp = Blueprint("post", __name__, url_prefix="/networks/<slug>/mail")


@bp.get("")
@in_network(Role.COORDINATOR)
def mails(network: Network) -> ResponseReturnValue:
    """The mail of the network, newest first."""
    insist(access.can_see_mail(current_actor()))
    counts = queries.count_mail(network.id)
    return render_template(
        "post/mails.html",
        page=queries.page_of_mail(network.id, asked_page()),
        counts=[(status, counts.get(status, 0)) for status in MailStatus],
        failed=MailStatus.FAILED,
        waiting=MailStatus.WAITING,
    )


@bp.post("/<int:mail_id>/again")
@in_network(Role.COORDINATOR)
def send_again(network: Network, mail_id: int) -> ResponseReturnValue:
    """Try a mail again, now."""
    insist(access.can_see_mail(current_actor()))
    mail = queries.get_mail(network.id, mail_id)
    operations.try_again(mail, at=now())
    db.session.commit()
    if operations.send_soon([mail]):
        flash(_("De mail is verstuurd."), "success")
    else:
        flash(_("De mailserver nam de mail nog niet aan. We proberen het later opnieuw."), "warning")
    return redirect(url_for("post.mails", slug=network.slug))
