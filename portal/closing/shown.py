"""Whether a year is closed, for pages and their buttons; the doorkeeper has asked it with the network."""

from __future__ import annotations

from typing import Any

from flask import Flask, g, jsonify, render_template, request
from flask.typing import ResponseReturnValue

from portal.closing.types import Closure
from portal.extensions import db
from portal.foundation.errors import YearClosed
from portal.web.errors import for_machines
from portal.web.language import in_words

NOT_TYPED = {"csrf_token", "opened", "once"}


def closure_of(year: int | None) -> Closure | None:
    """The closing of a year of the network of this page, or None while it is open."""
    closures: tuple[Closure, ...] = g.get("closures", ())
    return next((one for one in closures if one.year == year), None)


def is_open_year(year: int) -> bool:
    return closure_of(year) is None


def install_closing(app: Flask) -> None:
    """Let templates ask for it, and answer with a page whoever changes a closed year without a form."""

    @app.errorhandler(YearClosed)
    def refused(error: YearClosed) -> ResponseReturnValue:
        db.session.rollback()
        sentence = in_words(error.message)
        if for_machines():
            return jsonify(error={"status": 409, "message": sentence}), 409
        typed = [text for name, text in request.form.items(multi=True) if name not in NOT_TYPED and len(text) > 1]
        return render_template("errors/year_closed.html", sentence=sentence, typed=typed, closed=error.year), 409

    @app.context_processor
    def closing() -> dict[str, Any]:
        return {"closure_of": closure_of, "is_open_year": is_open_year}
