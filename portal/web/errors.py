"""Pages for what goes wrong: one sentence that says what to do, and nothing typed is lost."""

from __future__ import annotations

import secrets

from flask import Flask, current_app, g, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException

from portal.extensions import db
from portal.web.busy import busy_page, is_busy

PAGES = {400, 403, 404, 405, 409, 413, 429, 500, 503}


def for_machines() -> bool:
    return request.path.startswith("/api/")


def error_page(status: int, **values: object) -> ResponseReturnValue:
    """The page of a status, or JSON under /api/."""
    if for_machines():
        return jsonify(error={"status": status, "message": sentence_for(status)}), status
    page = status if status in PAGES else (400 if status < 500 else 500)
    template = {405: 404, 503: 500}.get(page, page)
    return render_template(f"errors/{template}.html", status=status, **values), status


def sentence_for(status: int) -> str:
    sentences = {
        400: _("Deze vraag is niet volledig of niet juist."),
        401: _("Meld je aan, of geef een geldig token mee."),
        403: _("Je hebt hier geen toegang toe."),
        404: _("Dit bestaat niet, of niet voor jou."),
        409: _("Iemand anders heeft dit intussen veranderd."),
        413: _("Het bestand is te groot."),
        429: _("Te veel pogingen. Wacht even."),
        503: _("Het portaal is even bezig. Probeer het straks opnieuw."),
    }
    return sentences.get(status, _("Er ging iets mis bij ons."))


def install_error_pages(app: Flask) -> None:
    """Register the pages for errors of every kind."""

    @app.errorhandler(HTTPException)
    def known(error: HTTPException) -> ResponseReturnValue:
        db.session.rollback()
        if error.response is not None:
            return error.response
        return error_page(error.code or 500)

    @app.errorhandler(StaleDataError)
    def overtaken(_error: StaleDataError) -> ResponseReturnValue:
        db.session.rollback()
        return error_page(409)

    @app.errorhandler(IntegrityError)
    def twice(error: IntegrityError) -> ResponseReturnValue:
        db.session.rollback()
        current_app.logger.warning("refused by the database: %s", type(error.orig).__name__)
        return error_page(409)

    @app.errorhandler(OperationalError)
    def busy(error: OperationalError) -> ResponseReturnValue:
        db.session.rollback()
        if is_busy(error) and not for_machines():
            current_app.logger.warning("the database stayed busy: %s %s", request.method, request.path)
            return busy_page()
        current_app.logger.error("database: %s", error.orig)
        return error_page(503, number=g.get("number", ""))

    @app.errorhandler(Exception)
    def unknown(error: Exception) -> ResponseReturnValue:
        db.session.rollback()
        number = secrets.token_hex(4)
        current_app.logger.exception("error %s", number)
        if current_app.config["TESTING"]:
            raise error
        return error_page(500, number=number)
