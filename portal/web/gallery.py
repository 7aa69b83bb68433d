"""Every part of the look in every state, on one page that only a development server shows."""

from __future__ import annotations

from types import SimpleNamespace

from flask import Blueprint, abort, current_app, render_template
from flask.typing import ResponseReturnValue
from wtforms import BooleanField, FileField, PasswordField, RadioField, SelectField
from wtforms.validators import Optional

from portal.foundation.finding import Finding, Severity
from portal.foundation.wording import Euros, Wording
from portal.web.forms import (
    CodesField,
    DayField,
    HoursField,
    LineField,
    MoneyField,
    PlainTextField,
    PortalForm,
    WholeNumberField,
)
from portal.web.guards import public

bp = Blueprint("design", __name__)

CHOICES = {"money": "geld", "information": "informatie", "transport": "vervoer en afstand", "time": "tijd"}


class SampleForm(PortalForm):
    """One field of every kind."""

    title = LineField("Wat gaan jullie doen?", description="Schrijf één korte zin. Iedereen moet die begrijpen.")
    amount = MoneyField("Hoeveel mag het kosten?", description="Schrijf bijvoorbeeld 1250,00.", validators=[Optional()])
    spent = HoursField("Hoe lang werkte je eraan?")
    reached = WholeNumberField("Hoeveel mensen deden mee?", description="Alleen een getal, geen namen.")
    held_on = DayField("Wanneer was het?")
    partner = SelectField("Wie trekt de actie?", choices={"": "Kies een partner", "1": "Sportdienst"})
    thresholds = CodesField("Welke drempels neemt de actie weg?", choices=CHOICES, validators=[Optional()])
    track = RadioField("Op welk spoor?", choices={"guiding": "toeleiden", "removing": "drempels wegnemen"})
    agreed = BooleanField("Dit is afgesproken met alle partners")
    proof = FileField("Bewijsstuk", description="Een pdf, een foto of een rekenblad van ten hoogste 10 MB.")
    password = PasswordField("Wachtwoord")
    note = PlainTextField("Wil je nog iets kwijt?", validators=[Optional()])


def sample_findings() -> list[Finding]:
    """A finding of each severity; the sentences are samples, not rules."""
    return [
        Finding(
            "FL-X-1",
            Severity.ERROR,
            Wording("Voorbeeld van een fout: %(over)s te veel.", {"over": Euros(12_500)}),
            "bron",
        ),
        Finding("FL-X-2", Severity.WARNING, Wording("Voorbeeld van een waarschuwing."), "bron"),
        Finding("FL-X-3", Severity.HINT, Wording("Voorbeeld van een tip."), "bron"),
    ]


@bp.get("/design")
@public
def gallery() -> ResponseReturnValue:
    """The gallery; there is no such page outside development."""
    if not current_app.config["DEVELOPMENT"]:
        abort(404)
    refused = SampleForm(formdata=None, prefix="refused")
    refused.title.errors = ["Vul een titel in."]
    refused.amount.errors = ["Een bedrag heeft ten hoogste twee cijfers na de komma."]
    refused.track.errors = ["Kies een spoor."]
    page = SimpleNamespace(number=2, pages=7, has_previous=True, has_next=True, href="?page={}".format)
    return render_template(
        "design/gallery.html",
        form=SampleForm(formdata=None),
        refused=refused,
        findings=sample_findings(),
        severities=list(Severity),
        page=page,
    )
