"""What somebody asks of the register in an address; the page and the file to take along read it alike."""

from __future__ import annotations

from datetime import date

from flask import request

from portal.foundation.clock import today


def asked_day() -> date:
    """The day in the address (?on=), or today."""
    try:
        return date.fromisoformat(request.args.get("on", ""))
    except ValueError:
        return today()


def asked_kind() -> str:
    """The kind of partners that somebody wants to see; empty means all."""
    return request.args.get("kind", "")
