"""The letter box: anybody may say something and read the answer with a code. No sign-in, no cookie, no address kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

import segno
from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.extensions import csrf, db
from portal.foundation.clock import today
from portal.history.overtaking import take_turn
from portal.history.recording import acting
from portal.network.models import Network
from portal.network.queries import find_network
from portal.participation import dropping, operations, tidings
from portal.participation.dropping import DROP_LIMIT, GUESS_LIMIT, NAMELESS, Dropped
from portal.participation.following import read_at_code
from portal.participation.forms import CodeForm, LetterForm
from portal.participation.models import Voice
from portal.participation.news import tiding_news
from portal.participation.types import TidingKind, VoiceState
from portal.plans.queries import list_public_action_choices
from portal.plans.types import Threshold
from portal.post.addresses import outside_address
from portal.web.forms import optional_id
from portal.web.guards import public

bp = Blueprint("letter_box", __name__, url_prefix="/letter-box/<slug>")
csrf.exempt(bp)

View = Callable[[Network], ResponseReturnValue]


def of_network(view: View) -> Callable[[str], ResponseReturnValue]:
    """The network of the address, for everybody; a page without cookies when there is none."""

    @wraps(view)
    def found(slug: str) -> ResponseReturnValue:
        network = find_network(slug)
        return view(network) if network is not None else (render_template("letter_box/not_here.html"), 404)

    return found


def here() -> str:
    return request.remote_addr or ""


@bp.route("", methods=["GET", "POST"])
@public
@of_network
def write(network: Network) -> ResponseReturnValue:
    """One box, two questions that may stay open, and a code afterwards."""
    take_turn(network)
    form = LetterForm()
    form.offer(list_public_action_choices(network.id, today().year))
    status = form.http_status
    if form.validate_on_submit():
        status = 422
        if form.website.data:
            form.form_errors.append(_("Het vak dat leeg moest blijven, is ingevuld. Maak het leeg en probeer opnieuw."))
        elif (drawn := dropping.open_stamp(form.stamp.data or "")) is None:
            form.form_errors.append(_("Druk nog een keer op de knop. Je tekst staat er nog."))
        elif dropping.is_full(DROP_LIMIT, here()):
            form.form_errors.append(_("Er kwamen veel briefjes na elkaar. Je tekst staat er nog. Probeer het straks."))
            status = 429
        elif _drop(form, network, drawn):
            dropping.count(DROP_LIMIT, here())
            db.session.commit()
            return _thanks(network, form.outcome)
    if dropping.open_stamp(form.stamp.data or "") is None:
        form.stamp.data = dropping.new_stamp()
    is_open = tidings.is_letter_box_open(network.id)
    return render_template("letter_box/write.html", network=network, form=form, is_open=is_open), status


def _drop(form: LetterForm, network: Network, drawn: str) -> bool:
    return form.accepts(
        dropping.drop_letter,
        network,
        code=dropping.code_of(drawn, form.text.data),
        text=form.text.data,
        today=today(),
        quote_consent=form.quote_consent.data,
        threshold=Threshold(form.threshold.data) if form.threshold.data else None,
        action_id=optional_id(form.action_id.data),
    )


def _thanks(network: Network, dropped: Dropped) -> str:
    address = outside_address("letter_box.answer", slug=network.slug)
    return render_template(
        "letter_box/thanks.html",
        network=network,
        code=dropped.code,
        promised_on=dropped.voice.promised_on,
        address=address,
        picture=segno.make(address, error="m").svg_data_uri(scale=4, border=4, dark="#000", light="#fff"),
    )


@bp.route("/answer", methods=["GET", "POST"])
@public
@of_network
def answer(network: Network) -> ResponseReturnValue:
    """What became of a letter, for who has its code."""
    take_turn(network)
    form = CodeForm()
    voice, refused = _letter_of(form, network)
    if voice is None:
        return render_template("letter_box/answer.html", network=network, form=form, voice=None), refused
    shown = [one for one in voice.tidings if one.kind is not TidingKind.ANSWERED]
    with acting(NAMELESS):
        read_at_code(voice, [one for one in voice.tidings if _may_read(voice, one.kind)])
    db.session.commit()
    return render_template(
        "letter_box/answer.html",
        network=network,
        form=form,
        voice=voice,
        response=voice.response if voice.state is VoiceState.TOLD_BACK else None,
        news=[(one.made_at, tiding_news(one.kind, one.current, one.about)) for one in reversed(shown)],
    )


def _may_read(voice: Voice, kind: TidingKind) -> bool:
    return kind is not TidingKind.ANSWERED or voice.state is VoiceState.TOLD_BACK


@bp.post("/answer/stop")
@public
@of_network
def stop(network: Network) -> ResponseReturnValue:
    """The code is forgotten; the letter stays, and nothing leads to who wrote it."""
    take_turn(network)
    form = CodeForm()
    voice, refused = _letter_of(form, network)
    if voice is None:
        return render_template("letter_box/answer.html", network=network, form=form, voice=None), refused
    operations.stop_following(voice)
    db.session.commit()
    return render_template("letter_box/stopped.html", network=network)


def _letter_of(form: CodeForm, network: Network) -> tuple[Voice | None, int]:
    """The letter of the typed code; wrong codes are counted."""
    if not form.validate_on_submit():
        return None, form.http_status
    if dropping.is_full(GUESS_LIMIT, here()):
        form.form_errors.append(_("Er waren te veel pogingen na elkaar. Wacht een kwartier."))
        return None, 429
    found = dropping.find_letter(network, form.code.data)
    if found is None:
        dropping.count_miss_of(GUESS_LIMIT, here())
        form.code.errors = [*form.code.errors, _("Deze code kennen we niet. Kijk de letters en de cijfers na.")]
        return None, 422
    return found, 200


def letter_box_href(network: Network) -> str:
    return url_for("letter_box.write", slug=network.slug)
