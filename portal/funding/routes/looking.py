"""Looking who can pay before anything is saved: the button of the expense form, and what "Mag dit?" brings along."""

from __future__ import annotations

from typing import Any

from flask import request

from portal.funding.forms import part_field
from portal.funding.regimes import YearLaw, find_stream
from portal.funding.types import Owner
from portal.web.fields import tidy

LOOK = "look"  # the name of the button
LONGEST_DESCRIPTION = 300


def asked_description() -> str:
    """The cost from which somebody started the expense."""
    return tidy(request.args.get("description", ""))[:LONGEST_DESCRIPTION]


def owner_of(stream: str) -> Owner:
    """Who holds the money of a stream: an expense on federal money begins at the OCMW."""
    known = find_stream(stream)
    return known.owner if known is not None else Owner.MUNICIPALITY


def is_only_looking() -> bool:
    """Whether the button was pressed that looks and saves nothing."""
    return request.method == "POST" and LOOK in request.form


def look_who_pays(form: Any, law: YearLaw) -> None:
    """Put the suggestion in the form.

    When no stream has an amount yet, the one that was asked for, or else the suggested one, gets the whole invoice.
    """
    form.suggest(law, request.args.get("stream", ""))
    stream = form.asked_stream or (form.suggestion.stream if form.suggestion else None) or ""
    invoice = form.invoice_cents.data
    if stream in form.stream_codes and invoice and not any(form.parts.values()):
        part = form[part_field(stream)]
        part.data, part.typed = invoice, None  # a field that was sent empty would show that again
        form.owner.data = owner_of(stream).value
