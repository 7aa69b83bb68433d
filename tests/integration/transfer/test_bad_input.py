"""What bad input gets: every error of the rulebook and every refused cost, from the form and from a spreadsheet."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy import func, select

from portal.extensions import db
from portal.foundation.finding import Severity
from portal.funding.costs import ENTRIES
from portal.funding.models import Expense
from portal.funding.regimes import REGIMES, RULES, law_of_year
from portal.funding.rules.refused_costs import UNCHECKED
from portal.funding.types import Owner
from portal.transfer.lists.columns import PART, part_columns
from portal.transfer.lists.expenses import FIRST, LAST, STREAM
from tests.pages import text_of
from tests.tools.golden import FOLDER

COLUMNS = {column.key: str(column.header) for column in (*FIRST, STREAM, *LAST)}
SOUND = {"description": "Toegang tot het zwembad voor het gezin", "kind": "individual", "beneficiaries": "4"}


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    return tuple(csv.DictReader((FOLDER / name).read_text(encoding="utf-8").splitlines()))


def cases(kind: str) -> list:
    return [pytest.param(row, id=row["rule"]) for row in rows("bad-input.csv") if row[kind] and row[kind][0] != "!"]


def pairs(text: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in text.split("|") if part)


def form_of(year: int, changes: dict[str, str]) -> dict[str, str]:
    sound = SOUND | {"stage": "booked", "owner": "municipality", "invoice_cents": "100", "evidence_reference": "F-1"}
    parts = {} if any(key.startswith("part_") for key in changes) else {"part_drawing_right": "100"}
    return sound | parts | {"imputed_on": f"{year}-03-14"} | changes


def sheet_of(year: int, *lines: dict[str, str]) -> str:
    """A sheet with these lines, each sound but for what it says itself."""
    filled = []
    for line in lines:
        parts = {} if any(key.startswith(PART) or key == "stream" for key in line) else {f"{PART}drawing-right": "100"}
        sound = {"invoice_cents": "100", "imputed_on": f"14/03/{year}", "evidence_reference": "F-1"}
        filled.append(SOUND | sound | parts | line)
    keys = list(dict.fromkeys(key for line in filled for key in line))
    codes = [key.removeprefix(PART) for key in keys if key.startswith(PART)]
    headers = COLUMNS | {column.key: str(column.header) for column in part_columns(codes)}
    table = [[headers[key] for key in keys], *([line.get(key, "") for key in keys] for line in filled)]
    return "\n".join(";".join(cells) for cells in table) + "\n"


def grant(world, network, case: dict[str, str]) -> None:
    for stream, euros in pairs(case["grant"]).items():
        owner = Owner.OCMW if stream.startswith("federal") else Owner.MUNICIPALITY
        world.grant(network, int(case["year"]), stream, owner=owner, amount_cents=int(euros) * 100)


def count_expenses(app) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(Expense)) or 0


def test_every_rule_that_can_refuse_has_a_case():
    errors = {rule for rule, entries in RULES.items() if any(one.severity is Severity.ERROR for one in entries)}
    assert {row["rule"] for row in rows("bad-input.csv")} == errors
    for row in rows("bad-input.csv"):
        assert (row["form"] and row["sheet"]) or row["note"], row["rule"]


def test_what_stands_elsewhere_is_tested_there():
    for row in rows("bad-input.csv"):
        if not row["sheet"] and row["note"].startswith("of a network"):
            place = Path(row["note"].rpartition(" ")[2])
            assert row["rule"] in place.read_text(encoding="utf-8")


@pytest.mark.parametrize("code", ["FL-BCD-T", "FL-BCD-B"])
def test_in_the_years_of_the_new_decree_no_flemish_stream_is_missing(code):
    streams = {stream.code for stream in REGIMES["FL-PD"].streams}
    years = range(REGIMES[code].first_year, (REGIMES[code].last_year or 2040) + 1)
    assert all(streams <= set(law_of_year(year, (), code).streams) for year in years)


@pytest.mark.parametrize("case", cases("form"))
def test_the_form_refuses_it_and_keeps_what_was_typed(app, world, desk, case):
    grant(world, desk.network, case)
    typed = form_of(int(case["year"]), pairs(case["form"]))
    answer = desk.client.post(desk.href("expenses/record", int(case["year"])), data=typed)
    assert answer.status_code == 422
    assert f"Regel {case['rule']} ." in text_of(answer) or case["rule"] == "MONEY-1"
    assert typed["description"] in answer.get_data(as_text=True)
    assert count_expenses(app) == 0


@pytest.mark.parametrize("case", [one for one in rows("bad-input.csv") if one["form"].startswith("!")])
def test_the_form_does_not_offer_what_does_not_exist(app, desk, case):
    page = desk.client.get(desk.href("expenses/record", int(case["year"])))
    assert page.status_code == 200
    assert f'name="{case["form"][1:]}"' not in page.get_data(as_text=True)
    forged = form_of(int(case["year"]), {case["form"][1:]: "100"})
    desk.client.post(desk.href("expenses/record", int(case["year"])), data=forged)
    with app.app_context():
        assert all(expense.allocations == [] for expense in db.session.scalars(select(Expense)))


@pytest.mark.parametrize("case", cases("sheet"))
def test_a_sheet_with_it_is_refused_with_row_and_rule_and_gives_the_row_back(app, world, desk, case):
    grant(world, desk.network, case)
    year = int(case["year"])
    fine = {"description": "Toegang tot de bib", f"{PART}other": "1", "invoice_cents": "1", "evidence_reference": "F-2"}
    fine |= {"imputed_on": "", "stage": "committed"} if year == 2040 else {}
    body = sheet_of(year, pairs(case["sheet"]) | {"note": "onthoud mij"}, fine | {f"{PART}drawing-right": ""})
    sent = desk.send("expenses", body, year=year)
    words = text_of(desk.client.get(sent.location))
    assert f"Regel {case['rule']} ." in words or (case["rule"] == "STREAM-1" and "Rij 2, kolom" in words), words
    assert "Met een fout 1" in words, words
    assert desk.client.post(sent.location + "/save").status_code == 422
    assert count_expenses(app) == 0
    assert desk.client.post(sent.location + "/save", data={"leave_out": "y"}).status_code == 302
    assert count_expenses(app) == 1
    back = desk.client.get(sent.location + "/left-out.csv").get_data(as_text=True)
    assert "onthoud mij" in back
    assert "Toegang tot de bib" not in back


def refused_lines() -> list[tuple[str, int, str, bool]]:
    """Each line of the old lists that says no: its words, a year, the stream, and whether it can only warn."""
    found = []
    for line in rows("cost-lists.csv"):
        entry = next(one for one in ENTRIES if (one.of.code, one.subject) == (line["list"], line["entry"]))
        if line["verdict"] == "not-allowed" and "FED-OLD" in entry.of.regimes:
            found.append((line["line"], 2014, entry.of.stream, entry.condition in UNCHECKED))
    return found


@pytest.mark.parametrize("line", refused_lines(), ids=lambda one: f"{one[2]} {one[0]}")
def test_every_refused_cost_is_told_in_the_form(app, desk, line):
    description, year, stream, only_warns = line
    typed = {f"part_{stream.replace('-', '_')}": "100", "owner": "ocmw", "description": description}
    more = {"pc_count": "1"} if stream.endswith("pcs") else {}
    answer = desk.client.post(desk.href("expenses/record", year), data=form_of(year, typed | more))
    assert answer.status_code == (302 if only_warns else 422)
    page = desk.client.get(answer.location) if only_warns else answer
    assert "mag niet op" in text_of(page)
    assert count_expenses(app) == (1 if only_warns else 0)


def test_every_refused_cost_is_told_in_a_sheet(desk):
    lines = refused_lines()
    told = [
        {"description": words, f"{PART}{stream}": "100", "owner": "ocmw", "pc_count": "1", "supplier": f"Winkel {at}"}
        for at, (words, _year, stream, _warns) in enumerate(lines)
    ]
    sent = desk.send("expenses", sheet_of(2014, *told), year=2014)
    pages = -(-len(lines) // 50)
    words = "".join(text_of(desk.client.get(sent.location, query_string={"page": at + 1})) for at in range(pages))
    assert words.count("mag niet op") >= len(lines)
    blocking = sum(1 for *_line, warns in lines if not warns)
    assert f"Met een fout {blocking}" in words
