"""The list of meetings: narrowed by year, group, series and how far the report is, on the screen and as a file."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime

import openpyxl
import pytest

from portal.extensions import db
from portal.foundation.actor import Role
from portal.meetings.operations import groups, meetings, minutes
from portal.meetings.types import GroupKind, MinutesStatus
from portal.network.models import Network
from tests.factories.meetings import SOON, plan
from tests.pages import text_of

NAMES = {"Netwerkoverleg", "Zonder verslag", "Met verslag", "Afgelast", "Nieuwjaar"}


@pytest.fixture
def known(world, table) -> dict[str, int]:
    with world.saving():
        network = db.session.get_one(Network, table.network.id)
        group = groups.form_group(network.id, name="Forum", kind=GroupKind.FORUM)
        series = groups.set_up_series(network.id, title="Reeks", group=group)
        plan(network, "Zonder verslag", at=datetime(2025, 5, 5, 12, tzinfo=UTC))
        done = plan(network, "Met verslag", at=datetime(2025, 6, 5, 12, tzinfo=UTC), series=series)
        minutes.decide(done, text="Beslist")
        minutes.move_minutes(done, status=MinutesStatus.APPROVED)
        off = plan(network, "Afgelast", at=SOON, group=group)
        meetings.cancel_meeting(off)
        # half an hour past midnight in Brussels: still the year before in UTC
        plan(network, "Nieuwjaar", at=datetime(2025, 12, 31, 23, 30, tzinfo=UTC))
        return {"GROUP": group.id, "SERIES": series.id}


def names_in(page: str) -> set[str]:
    return {name for name in NAMES if name in page}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", NAMES),
        ("?of_year=2025", {"Zonder verslag", "Met verslag"}),
        ("?of_year=2026", {"Nieuwjaar"}),
        ("?group=GROUP", {"Met verslag", "Afgelast"}),
        ("?series=SERIES", {"Met verslag"}),
        ("?stand=coming", {"Netwerkoverleg"}),
        ("?stand=no-report", {"Zonder verslag", "Nieuwjaar"}),
        ("?stand=reported", {"Met verslag"}),
        ("?stand=cancelled", {"Afgelast"}),
        ("?stand=wat&group=x&of_year=0", NAMES),
    ],
)
def test_the_screen_and_the_file_hold_the_same_meetings(table, known, asked, found):
    for name, key in known.items():
        asked = asked.replace(name, str(key))
    main = table.worker.get(table.at(f"/meetings{asked}")).get_data(as_text=True).split('id="coming"')[1]
    assert names_in(main.split("<aside")[0]) == found
    answer = table.worker.get(table.at(f"/meetings/export.csv{asked}"))
    rows = list(csv.DictReader(io.StringIO(answer.get_data().decode("utf-8-sig")), delimiter=";"))
    assert {row["Overleg"] for row in rows} == found


def test_the_sheet_tells_when_and_what_was_decided_but_no_addresses(table, known, world, sign_in):
    reader = sign_in(world.account(table.network, Role.EXPERT))
    body = reader.get(table.at("/meetings/export.xlsx")).get_data()
    [header, *rows] = list(openpyxl.load_workbook(io.BytesIO(body)).worksheets[0].values)
    by_name = {row[header.index("Overleg")]: dict(zip(header, row, strict=True)) for row in rows}
    assert by_name["Met verslag"]["Beslissingen"] == 1
    assert by_name["Met verslag"]["Begint om"] == "14:00"
    assert by_name["Nieuwjaar"]["Datum"].date().isoformat() == "2026-01-01"
    assert "@" not in str(rows)


def test_the_page_links_to_its_files_with_its_filter(table, known):
    page = table.coordinator.get(table.at("/meetings?stand=cancelled")).get_data(as_text=True)
    assert table.at("/meetings/export.csv?stand=cancelled") in page
    assert "Met deze keuze was er geen overleg" in text_of(table.coordinator.get(table.at("/meetings?of_year=2003")))
