"""The lists of a year as text files: what is kept when it is closed, and what the inspection gets."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from portal.closing.types import KeptRecord
from portal.extensions import db
from portal.foundation.actor import Actor
from portal.foundation.clock import in_brussels, now
from portal.foundation.wording import say
from portal.funding.models import Expense, Proof
from portal.funding.queries import list_expenses
from portal.meetings.queries.listed import MeetingFilter, list_meetings
from portal.network.models import Network
from portal.participation.models import Voice
from portal.participation.small_groups import TOO_SMALL, shown_counts
from portal.participation.types import VOICE_STATE_LABELS, VoiceState
from portal.plans.queries import list_actions, list_contributions
from portal.transfer.languages import languages_for
from portal.transfer.lists import LISTINGS, Place, actions, contributions, expenses, meetings
from portal.transfer.types import ColumnKind, ColumnSpec, SheetSpec
from portal.transfer.writing import write_csv

KEEPER = Actor(name="", is_administrator=True)  # a year is kept whole, whoever closes it
PROOFS = "proofs.json"
Row = Mapping[str, Any]

# The name of each list as a file, in the order of a dossier.
TITLES = {
    "list-expenses.csv": say("Uitgaven"),
    "list-grants.csv": say("Toegekende bedragen"),
    "list-budget.csv": say("Begroting"),
    "list-actions.csv": say("Acties"),
    "list-indicators.csv": say("Indicatoren"),
    "list-contributions.csv": say("Bijdragen"),
    "list-agreements.csv": say("Overeenkomsten"),
    "list-meetings.csv": say("Overleg"),
    "list-voices.csv": say("Inbreng, als aantallen"),
    PROOFS: say("Bewijsstukken"),
}


def kept_lists(network: Network, year: int, today: date) -> list[KeptRecord]:
    """Every list of a year; the same rows give the same text, in whatever order the database has them."""
    place = Place(network, KEEPER, today, year)
    found = [
        _as_csv("expenses", place, _expenses(place)),
        *(_as_csv(name, place, LISTINGS[name].rows(place)) for name in ("grants", "budget", "indicators")),
        _as_csv("actions", place, _actions(place)),
        _as_csv("contributions", place, _contributions(place)),
        _as_csv("agreements", place, _agreements(place)),
        _as_csv("meetings", place, _meetings(place)),
        _voices(place),
        KeptRecord(PROOFS, json_text(_proofs(place))),
    ]
    return sorted(found, key=lambda one: one.kind)


def json_text(value: Any) -> str:
    """One way of writing values as text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def in_one_order(rows: Iterable[Row], keys: Sequence[str]) -> list[Row]:
    """The rows by their columns from left to right, so that the order of the database does not matter."""
    return sorted(rows, key=lambda row: [_rank(row.get(key)) for key in keys])


def _rank(value: Any) -> tuple[int, Any]:
    if value is None or value == "":
        return 0, 0
    if isinstance(value, bool | int):
        return 1, int(value)
    return 2, value.isoformat() if isinstance(value, date) else str(value)


def _as_csv(name: str, place: Place, rows: Sequence[Row]) -> KeptRecord:
    spec = LISTINGS[name].export(place, list(rows))
    return _csv(f"list-{name}.csv", spec, rows)


def _csv(kind: str, spec: SheetSpec, rows: Sequence[Row]) -> KeptRecord:
    ordered = in_one_order(rows, [column.key for column in spec.columns])
    body = b"".join(write_csv(spec, ordered, languages=languages_for("nl")))
    return KeptRecord(kind, body.decode("utf-8"))


def _expenses(place: Place) -> list[Row]:
    names = expenses.names_of_actions(place), expenses.names_of_agreements(place)
    return [expenses.row_of(one, *names) for one in list_expenses(place.network.id, place.year)]


def _actions(place: Place) -> list[Row]:
    shelf = actions.Shelf(place)
    return [shelf.row_of(one) for one in list_actions(place.network.id, place.year)]


def _contributions(place: Place) -> list[Row]:
    names = contributions.names_of_actions(place)
    held = list_contributions(place.network.id, place.year)
    return [contributions.row_of(one, names) for one in held]


def _agreements(place: Place) -> list[Row]:
    """Those that hold on some day of the year."""
    first, last = date(place.year, 1, 1), date(place.year, 12, 31)
    return [
        row
        for row in LISTINGS["agreements"].rows(place)
        if row["starts_on"] <= last and (row["ends_on"] is None or row["ends_on"] >= first)
    ]


def _meetings(place: Place) -> list[Row]:
    """Who led it is a name, and stays with the meeting itself."""
    held = list_meetings(place.network.id, MeetingFilter(year=place.year), now())
    return [meetings.row_of(one) | {"chair": None} for one in held if in_brussels(one.starts_at).year == place.year]


def _voices(place: Place) -> KeptRecord:
    """How many were heard and how they stand; fewer than five are not told apart."""
    wanted = (
        select(Voice.state, func.count(Voice.id))
        .where(
            Voice.network_id == place.network.id,
            Voice.withdrawn_at.is_(None),
            Voice.received_on.between(date(place.year, 1, 1), date(place.year, 12, 31)),
        )
        .group_by(Voice.state)
    )
    counted = {VoiceState(state): int(number) for state, number in db.session.execute(wanted)}
    counts = shown_counts({state: counted.get(state, 0) for state in VoiceState})
    rows = [
        {"state": state.value, "count": str(TOO_SMALL) if counts[state] is None else str(counts[state])}
        for state in VoiceState
    ]
    columns = (
        ColumnSpec(
            "state", say("Stand"), ColumnKind.CHOICE, choices={one.value: VOICE_STATE_LABELS[one] for one in VoiceState}
        ),
        ColumnSpec("count", say("Aantal")),
    )
    return _csv("list-voices.csv", SheetSpec("voices", TITLES["list-voices.csv"], columns), rows)


def _proofs(place: Place) -> list[dict[str, Any]]:
    """Every proof that counts, with the fingerprint of its file."""
    wanted = (
        select(Proof)
        .join(Expense, Expense.id == Proof.expense_id)
        .where(
            Expense.network_id == place.network.id,
            Expense.year == place.year,
            Expense.withdrawn_at.is_(None),
            Proof.withdrawn_at.is_(None),
        )
        .options(joinedload(Proof.expense))
        .order_by(Expense.number, Proof.sha256)
    )
    return [
        {"expense": one.expense.number, "filename": one.filename, "sha256": one.sha256, "size": one.size}
        for one in db.session.scalars(wanted)
    ]
