"""The address that saves a file: a short one while the reader waits, a long one beside the page."""

from __future__ import annotations

from flask import current_app, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_login import current_user

from portal.extensions import db
from portal.foundation.wording import say
from portal.history.recording import Hand
from portal.network.models import Network
from portal.transfer import access, operations, queries, saving, uploads
from portal.transfer.forms import RowsForm
from portal.transfer.models import Upload, UploadState
from portal.transfer.reading_once import Look
from portal.transfer.routes.doors import bp, for_keepers, upload_folder
from portal.transfer.routes.screens import gone_page, look_at, preview_page
from portal.transfer.routes.uploads import keep_ticks
from portal.transfer.types import UnreadableFile
from portal.transfer.uploads import Hold
from portal.web.guards import current_actor, insist
from portal.web.language import chosen_language

SAVED_AT_ONCE = 500  # a longer list is saved beside the page


@bp.post("/imports/<int:upload_id>/save")
@for_keepers
def save_upload(network: Network, upload_id: int) -> ResponseReturnValue:
    """Save all rows together that are not left out; a second click on the button only leads to how far it is."""
    insist(access.can_import(current_actor()))
    found = queries.get_upload(network.id, upload_id)
    here = redirect(url_for("transfer.upload", slug=network.slug, upload_id=found.id))
    hold = uploads.hold(upload_folder(), found.token)
    if hold is None:
        return here
    try:
        return _begin(network, found, hold) or here
    except operations.Overtaken:  # the other click came between our reading and our writing
        db.session.rollback()
        hold.release()
        return here
    except BaseException:
        hold.release()
        raise


def _begin(network: Network, found: Upload, hold: Hold) -> ResponseReturnValue | None:
    """Start, or tell why not; None when the page of the file tells how it goes."""
    form = RowsForm()
    db.session.refresh(found)  # now that nobody else has the file in hand
    if found.state in (UploadState.DONE, UploadState.DISCARDED):
        hold.release()
        flash(_("Dit bestand was al bewaard of weggegooid. Er is nu niets veranderd."), "notice")
        return None
    if found.state is UploadState.SAVING:  # whoever had it in hand before is gone
        operations.fail_upload(found, reason=operations.CUT_OFF)
        db.session.commit()
    try:
        look = look_at(network, found)
    except UnreadableFile as refused:
        hold.release()
        return gone_page(network, found, refused)
    ready = form.validate_on_submit() and form.accepts(keep_ticks, form, found, look)
    if ready and form.outcome:
        look = look_at(network, found)  # suggestions that were taken just now are held against the rules as well
    if not ready or not form.accepts(operations.start_saving, found, look=look, folder=upload_folder()):
        db.session.rollback()
        hold.release()
        return preview_page(found, look, form=form, status=422)
    db.session.commit()
    return _save(network, found, look, hold)


def _save(network: Network, found: Upload, look: Look, hold: Hold) -> ResponseReturnValue | None:
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    task = saving.Task(
        network_id=network.id,
        upload_id=found.id,
        year=found.year or 0,
        actor=current_actor(),
        hand=Hand(current_user.id, current_user.name, str(say("invoer"))),
        language=chosen_language(),
        folder=upload_folder(),
    )
    if len(look.preview.numbers) > app.config.get("SAVED_AT_ONCE", SAVED_AT_ONCE):
        app.extensions["saving"] = saving.start(app, task, hold)
        return None
    saving.run(app, task, hold)
    db.session.refresh(found)
    if found.state is not UploadState.DONE:
        return preview_page(found, look_at(network, found), status=422)
    flash(ngettext("%(num)s rij is bewaard.", "%(num)s rijen zijn bewaard.", found.saved_rows), "success")
    return None
