"""How long it takes to read, check and save a long ledger: `python -m tests.benchmarks.import_rows [rows]`."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from flask_migrate import upgrade

from config import Testing
from portal import create_app
from portal.extensions import db
from portal.foundation.actor import Actor, Role
from portal.funding.types import ExpenseKind
from portal.history.recording import Hand, acting
from portal.network.models import Network
from portal.network.operations import load_municipalities
from portal.transfer import operations
from portal.transfer.languages import languages_for
from portal.transfer.lists import LISTINGS, Place
from portal.transfer.types import TransferFormat
from portal.transfer.writing import write_csv, write_xlsx
from tests.factories.world import World

ROWS = 10_000
STREAMS = ("drawing-right", "co-financing", "other")


def example_rows(count: int, year: int, actions: Sequence[str]) -> Iterator[dict[str, Any]]:
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


def measure(app: Any, file_format: TransferFormat, count: int, year: int) -> tuple[float, float, float]:
    """Seconds for looking, for saving, and the longest silence of the bar."""
    world = World(app)
    network = world.network(f"Maat {file_format.value}")
    plan, partner = world.plan(network, year), world.partner(network)
    titles = [world.action(plan, partner).title for _number in range(300)]
    actor = Actor(account_id=None, roles=frozenset({Role.COORDINATOR}))
    with app.app_context(), acting(Hand(None, "maat", "invoer")):
        place = Place(db.session.get_one(Network, network.id), actor, date(2026, 11, 21), year)
        listing, languages = LISTINGS["expenses"], languages_for("nl")
        rows = list(example_rows(count, year, titles))
        spec = listing.template(place)
        body = write_xlsx(spec, rows) if file_format is TransferFormat.XLSX else b"".join(write_csv(spec, rows))
        folder = Path(app.config["UPLOAD_FOLDER"])
        upload = operations.keep_upload(
            place,
            listing="expenses",
            filename=f"maat.{file_format.value}",
            data=body,
            folder=folder,
            account_id=None,
            total_rows=count,
        )
        db.session.commit()
        told = [time.perf_counter()]
        preview = operations.preview_upload(upload, place=place, languages=languages, folder=folder)
        looked = time.perf_counter()
        operations.save_rows(upload, preview, leave_out=False, beat=lambda _d, _t: told.append(time.perf_counter()))
        db.session.commit()
        ended = time.perf_counter()
        longest = max(after - before for before, after in zip(told[1:], [*told[2:], ended], strict=True))
        return looked - told[0], ended - looked, longest


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PORTAL_INSTANCE"] = folder
        settings = Testing()
        app = create_app(settings)
        with app.app_context():
            upgrade()
            load_municipalities()
            db.session.commit()
        for file_format in TransferFormat:
            looking, saving, longest = measure(app, file_format, count, 2025)
            total = looking + saving
            print(
                f"{file_format.value}: {count} rows in {total:.1f} s ({count / total:.0f} rows/s): "
                f"looking {looking:.1f} s, saving {saving:.1f} s, the bar moved at least every {longest:.1f} s"
            )


if __name__ == "__main__":
    main()
