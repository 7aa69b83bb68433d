"""Reading a text along by link: no sign-in, no cookie, no flashed words."""

from __future__ import annotations

from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.extensions import db
from portal.foundation.clock import now, today
from portal.foundation.errors import RuleBroken
from portal.history.overtaking import take_turn
from portal.reviews.forms.texts import OpenMarkForm, OpenPressForm
from portal.reviews.operations import marks as operations
from portal.reviews.operations.sheets import finish_sheet
from portal.reviews.routes.doors import link_of_reader, link_over, nameless, reading
from portal.reviews.routes.proofreading import Reader, change, mark_page, own_mark, put, reading_page
from portal.reviews.rules import check_takes_answers
from portal.web.guards import public


def _reader(token: str) -> Reader | ResponseReturnValue:
    """Who holds this link; or the page to send them to: the begin button, or that the link is over."""
    link = link_of_reader(token)
    if link is None or link.round.text is None:
        return link_over()
    if link.sheet is None:
        return redirect(request.path[: request.path.index("/text")])
    names = {"text": "text", "mark": "mark_text", "change": "change_mark", "take_back": "take_back_mark"}

    def href(name: str, **values: Any) -> str:
        return url_for(f"reading.{names.get(name, name)}", token=token, **values)

    try:
        check_takes_answers(link.round.state, link.round.closes_on, today())
    except RuleBroken:
        is_open = False
    else:
        is_open = True
    take_turn(link.round.network)
    if request.method == "POST":
        db.session.refresh(link.round.text)  # as whoever was first left it
    return Reader(
        text=link.round.text,
        layout="layouts/plain.html",
        href=href,
        is_open=is_open,
        sheet=link.sheet,
        speaker=link.speaker,
    )


@reading.get("/<token>/text")
@public
def text(token: str) -> ResponseReturnValue:
    """The text in big type; a tap on a sentence marks it."""
    reader = _reader(token)
    return reading_page(reader, done=request.args.get("done", "")) if isinstance(reader, Reader) else reader


@reading.route("/<token>/text/mark", methods=["GET", "POST"])
@public
def mark_text(token: str) -> ResponseReturnValue:
    """Say what is not clear about a passage."""
    reader = _reader(token)
    if not isinstance(reader, Reader):
        return reader
    with nameless():
        return mark_page(reader, OpenMarkForm(), put(reader))


@reading.route("/<token>/text/mark/<int:mark_id>", methods=["GET", "POST"])
@public
def change_mark(token: str, mark_id: int) -> ResponseReturnValue:
    """Say it in other words."""
    reader = _reader(token)
    if not isinstance(reader, Reader):
        return reader
    mark = own_mark(reader, mark_id)
    if mark is None:
        return redirect(reader.href("text"))
    with nameless():
        return mark_page(reader, OpenMarkForm(), change(mark), mark)


@reading.post("/<token>/text/mark/<int:mark_id>/take-back")
@public
def take_back_mark(token: str, mark_id: int) -> ResponseReturnValue:
    """Take back what was marked."""
    reader = _reader(token)
    if not isinstance(reader, Reader):
        return reader
    mark, form = own_mark(reader, mark_id), OpenPressForm()
    if mark is not None:
        with nameless():
            if not form.accepts(operations.take_back_mark, mark, at=now(), today=today()):
                return reading_page(reader, refused=" ".join(form.form_errors), status=422)
            db.session.commit()
    return redirect(reader.href("text", done="gone"))


@reading.route("/<token>/text/finish", methods=["GET", "POST"])
@public
def finish_text(token: str) -> ResponseReturnValue:
    """The reader is done; until the round closes, coming back is fine."""
    reader = _reader(token)
    if not isinstance(reader, Reader):
        return reader
    if request.method == "POST" and reader.sheet is not None:
        with nameless():
            finish_sheet(reader.sheet, at=now())
            db.session.commit()
        return redirect(reader.href("finish_text"))
    return render_template("reviews/text_done.html", reader=reader, text=reader.text, count=len(reader.marks))
