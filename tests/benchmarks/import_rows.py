"""How long it takes to read, check and save long lists: `python -m tests.benchmarks.import_rows [rows] [list]`."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any
from unittest.mock import patch

from flask_migrate import upgrade

from config import Testing
from portal import create_app
from portal.extensions import db
from portal.foundation.actor import Actor, Role
from portal.funding.types import ExpenseKind
from portal.history.recording import Hand, acting, move_revision
from portal.network.models import Network
from portal.network.operations import load_municipalities
from portal.network.types import PartnerKind, PartnerRole
from portal.transfer import operations, uploads
from portal.transfer.languages import languages_for
from portal.transfer.lists import LISTINGS, Place
from portal.transfer.models import Upload
from portal.transfer.reading import read_table
from portal.transfer.shown import RowsAsked, page_of_rows
from portal.transfer.types import Language, TransferFormat
from portal.transfer.writing import write_csv, write_xlsx
from tests.factories.world import World

ROWS = 10_000
PARTNER = "Sportdienst"
STREAMS = ("drawing-right", "co-financing", "other")


def expense_rows(count: int, year: int, actions: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Plausible expenses, half of them paid by two streams."""
    for at in range(count):
        cents = 1_000 + at % 9_000
        split = {"part-drawing-right": cents // 2, "part-co-financing": cents - cents // 2}
        parts = split if at % 2 else {f"part-{STREAMS[at % 3]}": cents}
        yield {
            "description": f"Toegang tot het zwembad voor gezin {at}",
            "action": actions[at % len(actions)],
            "supplier": "Zwembad",
            "kind": list(ExpenseKind)[at % 2].value,
            "stage": "booked",
            "owner": "municipality",
            "invoice_cents": cents,
            "invoice_on": date(year, 1, 1) + timedelta(days=at % 360),
            "imputed_on": date(year, 1, 2) + timedelta(days=at % 360),
            "beneficiaries": 1 + at % 6,
            "evidence_reference": f"F-{at}",
            **parts,
        }


def partner_rows(count: int, year: int, _actions: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Partners with two people each, one of whom a neighbour shares."""
    for at in range(count):
        yield {
            "name": f"Vereniging {at}",
            "kind": list(PartnerKind)[at % len(PartnerKind)].value,
            "role": list(PartnerRole)[at % len(PartnerRole)].value,
            "starts_on": date(year, 1, 1),
            "purposes": ("guiding", "offering"),
            "contacts": f"An {at} | hulp | an{at}@heist.example | 015 1\nBo | hulp | bo{at // 2}@heist.example",
        }


def action_rows(count: int, _year: int, _actions: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Actions with carriers, a budget and an objective; one in ten steps in for the one before."""
    for at in range(count):
        yield {
            "title": f"Samen naar het zwembad {at}",
            "objective": f"Doelstelling {at % 20}",
            "plain_sentence": "Je kan op woensdag gratis mee zwemmen.",
            "track": "removing",
            "domain": "sport",
            "spending_category": "participation",
            "thresholds": ("money", "transport"),
            "months": (1, 2, 3),
            "lead": PARTNER,
            "carriers": f"{PARTNER}: 60 %",
            "steps_in_for": f"Samen naar het zwembad {at - 1}" if at % 10 == 9 else None,
            "budget-drawing-right": 1_000 + at,
        }


def contribution_rows(count: int, year: int, actions: Sequence[str]) -> Iterator[dict[str, Any]]:
    for at in range(count):
        yield {
            "on": date(year, 1, 1) + timedelta(days=at % 300),
            "partner": PARTNER,
            "action": actions[at % len(actions)],
            "hours": Decimal(1 + at % 8),
            "people_reached": 1 + at % 30,
            "note": f"Les {at}",
        }


LISTS = {
    "partners": partner_rows,
    "actions": action_rows,
    "expenses": expense_rows,
    "contributions": contribution_rows,
}


@dataclass(frozen=True)
class Seconds:
    """How long each part of reading in one file takes."""

    reading: float  # the bytes become a table
    checking: float  # the first page of the preview
    next_page: float  # any other page, also after a choice
    preparing: float  # saving, before the database is locked
    locked: float  # from the first written word to the commit
    silence: float  # the longest that the bar stood still

    @property
    def total(self) -> float:
        return self.reading + self.checking + self.preparing + self.locked


def measure(app: Any, name: str, file_format: TransferFormat, count: int, year: int) -> Seconds:
    """Read in a long list, as the pages do it."""
    world = World(app)
    network = world.network(f"Maat {name} {file_format.value}")
    plan, partner = world.plan(network, year), world.partner(network, PARTNER)
    titles = [world.action(plan, partner).title for _number in range(300)]
    actor = Actor(account_id=None, roles=frozenset({Role.COORDINATOR}))
    with app.app_context(), acting(Hand(None, "maat", "invoer")):
        place = Place(db.session.get_one(Network, network.id), actor, date(2026, 11, 21), year)
        listing, languages, folder = LISTINGS[name], languages_for("nl"), Path(app.config["UPLOAD_FOLDER"])
        rows, spec = list(LISTS[name](count, year, titles)), listing.template(place)
        body = write_xlsx(spec, rows) if file_format is TransferFormat.XLSX else b"".join(write_csv(spec, rows))
        filename, moments = f"maat.{file_format.value}", [time.perf_counter()]
        table = read_table(body, filename, listing.reading(place), languages=languages)
        moments.append(time.perf_counter())
        upload = operations.keep_upload(
            place, listing=name, filename=filename, data=body, folder=folder, account_id=None, table=table
        )
        db.session.commit()
        look = partial(operations.look_at_upload, upload, place=place, languages=languages, folder=folder)
        for _page in range(2):
            moments.append(time.perf_counter())
            page_of_rows(look().preview, RowsAsked.ALL, 1, languages)
        moments.append(time.perf_counter())
        operations.start_saving(upload, look=look(), folder=folder)
        db.session.commit()
        told = _save(upload, place, languages, folder)
        read, _kept, checked, again = (after - before for before, after in pairwise(moments))
    began, locked, ended = told[0], *told[-2:]
    moved = told[1:-2]
    silence = max(after - before for before, after in pairwise([began, *moved, ended]))
    return Seconds(read, checked, again, locked - began, ended - locked, silence)


def _save(upload: Upload, place: Place, languages: Sequence[Language], folder: Path) -> list[float]:
    """Moments: the beginning, each step of the bar, when the database was locked, and the end."""
    told, locked = [time.perf_counter()], []

    def hear(*_values: Any) -> None:
        told.append(time.perf_counter())

    def lock(*values: Any) -> None:
        locked.append(time.perf_counter())
        move_revision(*values)

    with patch.object(uploads, "tell_progress", hear), patch.object(operations, "move_revision", lock):
        operations.save_rows(upload, place=place, languages=languages, folder=folder)
        db.session.commit()
    return [*told, locked[0], time.perf_counter()]


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    names = sys.argv[2:] or list(LISTS)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PORTAL_INSTANCE"] = folder
        settings = Testing()
        app = create_app(settings)
        with app.app_context():
            upgrade()
            load_municipalities()
            db.session.commit()
        for name in names:
            for file_format in TransferFormat:
                tell(name, file_format, count, measure(app, name, file_format, count, 2025))


def tell(name: str, file_format: TransferFormat, count: int, took: Seconds) -> None:
    print(
        f"{name}, {file_format.value}: {count} rows in {took.total:.1f} s ({count / took.total:.0f} rows/s): "
        f"reading {took.reading:.1f} s, checking {took.checking:.1f} s (next page {took.next_page:.2f} s), "
        f"preparing {took.preparing:.1f} s, database locked {took.locked:.1f} s; "
        f"the bar moved at least every {took.silence:.1f} s",
        flush=True,
    )


if __name__ == "__main__":
    main()
