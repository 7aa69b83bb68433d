"""Reading a text along with an account, and what that shares with reading by link: the text, a passage, a mark."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.extensions import db
from portal.foundation.actor import Actor, Role
from portal.foundation.clock import now, today
from portal.foundation.errors import RuleBroken
from portal.history.overtaking import take_turn
from portal.history.recording import acting, current_hand
from portal.network.models import Network
from portal.participation.forms import ConfirmForm
from portal.participation.operations import NAMELESS
from portal.participation.types import Speaker
from portal.plans.asking import typed_id
from portal.reviews import access
from portal.reviews.forms.texts import MarkForm
from portal.reviews.models import ReviewSheet, ReviewText, TextMark
from portal.reviews.operations import marks as operations
from portal.reviews.passages import cut_at_sentences, is_in_place, trim_passage, wider_passage
from portal.reviews.queries import texts as queries
from portal.reviews.routes.doors import bp
from portal.reviews.types import MarkState
from portal.web.guards import current_actor, in_network, insist
from portal.web.language import in_words


@dataclass(frozen=True)
class Reader:
    """Who reads a text along, by link or with an account, and the addresses that this reader has."""

    text: ReviewText
    layout: str
    href: Callable[..., str]  # of "text", "mark", "change", "take_back", with what stands in the address
    is_open: bool = True
    sheet: ReviewSheet | None = None
    account_id: int | None = None
    speaker: Speaker = Speaker.EXPERT

    @property
    def marks(self) -> list[TextMark]:
        sheet_id = self.sheet.id if self.sheet else None
        return list(queries.list_marks_of_reader(self.text, sheet_id=sheet_id, account_id=self.account_id))


def reading_page(reader: Reader, refused: str = "", done: str = "", status: int = 200) -> ResponseReturnValue:
    """The text in big type, each sentence to be tapped, and what this reader marked already."""
    marks = reader.marks
    spans = [(one.starts_at, one.ends_at) for one in marks if is_in_place(reader.text.body, one)]
    return render_template(
        "reviews/text_read.html",
        reader=reader,
        text=reader.text,
        paragraphs=cut_at_sentences(reader.text.body, spans),
        marks=marks,
        waits=MarkState.OPEN,
        refused=refused,
        done=done,
    ), status


def mark_page(
    reader: Reader, form: MarkForm, save: Callable[..., Any], mark: TextMark | None = None
) -> ResponseReturnValue:
    """One passage and two questions; `save` keeps what is typed."""
    try:
        start, end, passage, version = _asked_passage(reader, form, mark)
    except RuleBroken as broken:
        return reading_page(reader, refused=in_words(broken.message), status=422)
    if mark is not None and request.method == "GET" and not form.is_brought_back:
        form.why.data, form.proposal.data = mark.why, mark.proposal
    if form.validate_on_submit() and form.accepts(
        save, start=start, end=end, passage=passage, version=version, why=form.why.data, proposal=form.proposal.data
    ):
        kept = form.outcome if isinstance(form.outcome, TextMark) else mark
        page = reader.href("text", done="kept") + f"#mark-{kept.id if kept else ''}"
        db.session.commit()
        return redirect(page)
    form.place(start=start, end=end, passage=passage, version=version)
    before, after = wider_passage(reader.text.body, start, end) if mark is None else (None, None)
    return render_template(
        "reviews/text_mark.html",
        reader=reader,
        text=reader.text,
        form=form,
        mark=mark,
        passage=passage,
        wider_before=reader.href("mark", start=before, end=end) if before is not None else None,
        wider_after=reader.href("mark", start=start, end=after) if after is not None else None,
    ), form.http_status


def _asked_passage(reader: Reader, form: MarkForm, mark: TextMark | None) -> tuple[int, int, str, int]:
    """Begin, end and words of the passage, and the version in which the reader saw it."""
    body = reader.text.body
    if mark is not None:
        return mark.starts_at, mark.ends_at, mark.passage, mark.text_version
    if request.method == "POST" and form.passage.data:
        version = typed_id(form.version.data) or reader.text.version
        start = typed_id(form.start.data) or 0
        words = form.passage.data.replace("\r\n", "\n")  # a browser sends each line break as two signs
        return start, start + len(words), words, version
    asked = [typed_id(request.args.get(name)) or 0 for name in ("start", "end")]
    start, end = trim_passage(body, asked[0], asked[1])
    return start, end, body[start:end], reader.text.version


def put(reader: Reader) -> Callable[..., TextMark]:
    """Keeping a new mark of this reader."""

    def save(*, start: int, end: int, passage: str, version: int, why: str, proposal: str) -> TextMark:
        return operations.put_mark(
            reader.text,
            starts_at=start,
            ends_at=end,
            passage=passage,
            text_version=version,
            why=why,
            proposal=proposal,
            at=now(),
            today=today(),
            speaker=reader.speaker,
            sheet=reader.sheet,
            account_id=reader.account_id,
        )

    return save


def change(mark: TextMark) -> Callable[..., None]:
    """Keeping other words for a mark that stands already."""

    def save(*, why: str, proposal: str, **_place: Any) -> None:
        operations.change_mark(mark, why=why, proposal=proposal, today=today())

    return save


def own_mark(reader: Reader, mark_id: int) -> TextMark | None:
    return next((one for one in reader.marks if one.id == mark_id), None)


def _reader(network: Network, text_id: int) -> Reader:
    actor = current_actor()
    insist(access.can_read_texts(actor))
    text = queries.get_text(network.id, text_id)
    names = {"text": "read_text", "mark": "mark_text", "change": "change_mark", "take_back": "take_back_mark"}

    def href(name: str, **values: Any) -> str:
        return url_for(f"reviews.{names[name]}", slug=network.slug, text_id=text_id, **values)

    return Reader(
        text=text,
        layout="layouts/page.html",
        href=href,
        is_open=text.withdrawn_at is None,
        account_id=actor.account_id,
        speaker=_speaker_of(actor),
    )


def _speaker_of(actor: Actor) -> Speaker:
    if Role.EXPERT in actor.roles:
        return Speaker.EXPERT
    return Speaker.ASSOCIATION if Role.PARTNER in actor.roles else Speaker.OTHER


@bp.get("/texts/<int:text_id>/read")
@in_network(Role.COORDINATOR, Role.PARTNER, Role.EXPERT)
def read_text(network: Network, text_id: int) -> ResponseReturnValue:
    """Read a text and tap what is not clear."""
    return reading_page(_reader(network, text_id), done=request.args.get("done", ""))


@bp.route("/texts/<int:text_id>/read/mark", methods=["GET", "POST"])
@in_network(Role.COORDINATOR, Role.PARTNER, Role.EXPERT)
def mark_text(network: Network, text_id: int) -> ResponseReturnValue:
    """Say what is not clear about a passage; the history does not tell who did."""
    take_turn(network)
    reader = _reader(network, text_id)
    with acting(replace(current_hand(), name=NAMELESS)):
        return mark_page(reader, MarkForm(), put(reader))


@bp.route("/texts/<int:text_id>/read/mark/<int:mark_id>", methods=["GET", "POST"])
@in_network(Role.COORDINATOR, Role.PARTNER, Role.EXPERT)
def change_mark(network: Network, text_id: int, mark_id: int) -> ResponseReturnValue:
    """Say it in other words."""
    take_turn(network)
    reader = _reader(network, text_id)
    mark = own_mark(reader, mark_id)
    if mark is None:
        return redirect(reader.href("text"))
    with acting(replace(current_hand(), name=NAMELESS)):
        return mark_page(reader, MarkForm(), change(mark), mark)


@bp.post("/texts/<int:text_id>/read/mark/<int:mark_id>/take-back")
@in_network(Role.COORDINATOR, Role.PARTNER, Role.EXPERT)
def take_back_mark(network: Network, text_id: int, mark_id: int) -> ResponseReturnValue:
    """Take back what was marked."""
    take_turn(network)
    reader = _reader(network, text_id)
    mark, form = own_mark(reader, mark_id), ConfirmForm()
    with acting(replace(current_hand(), name=NAMELESS)):
        if mark is not None and form.validate_on_submit():
            if not form.accepts(operations.take_back_mark, mark, at=now(), today=today()):
                return reading_page(reader, refused=" ".join(form.form_errors), status=422)
            db.session.commit()
            flash(_("Weg. We bewaren je woorden niet."), "notice")
    return redirect(reader.href("text"))
