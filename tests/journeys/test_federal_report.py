"""A coordinator puts a sheet of 2010 beside the portal, takes over what is missing, and reads the old staff costs."""

from __future__ import annotations

import os
from pathlib import Path

from tests.integration.reports.sheets import LINES_2010, workbook_of

HEIST = "/networks/heist-op-den-berg/2010"


def picture(visitor, name):
    """A picture of the page on two widths, when somebody asks for them."""
    folder = os.environ.get("PICTURES")
    for size in ((1280, 900), (360, 780)) if folder else ():
        visitor.resize(size)
        visitor.page.screenshot(path=Path(folder) / f"{name}-{size[0]}.png", full_page=True)
    visitor.resize((1280, 900))


def checked(visitor, name):
    assert visitor.barriers() == []
    picture(visitor, name)


def award(visitor):
    """The royal decree gave 27,000 in 2010."""
    visitor.open(f"{HEIST}/grants/award")
    page = visitor.page
    page.select_option("select[name=stream]", "federal-old-events")
    page.select_option("select[name=owner]", "ocmw")
    page.fill("input[name=amount_cents]", "27000")
    visitor.send()


def test_a_sheet_of_2010_is_compared_taken_over_and_gives_the_old_staff_costs(visit, tmp_path):
    visitor = visit().sign_in("coordinator")
    page = visitor.page
    award(visitor)
    sheet = tmp_path / "uniek-jaarverslag-2010.xlsx"
    sheet.write_bytes(workbook_of(LINES_2010))

    visitor.open(f"{HEIST}/federal-report")
    checked(visitor, "report-empty")
    visitor.follow("Vergelijk met een blad")
    checked(visitor, "compare")
    page.set_input_files("input[type=file]", sheet)
    visitor.send()
    assert "Alleen in het blad" in visitor.text
    checked(visitor, "comparison-new")
    visitor.follow("Neem over wat alleen in het blad staat")
    assert "Er zijn geen fouten." in visitor.text
    checked(visitor, "preview")
    visitor.send()
    assert "6 rijen zijn bewaard." in visitor.text

    visitor.open(f"{HEIST}/federal-report/compare")
    page.set_input_files("input[type=file]", sheet)
    visitor.send()
    assert "Geen verschil" in visitor.text
    checked(visitor, "comparison-same")

    visitor.open(f"{HEIST}/federal-report/general/choose")
    page.select_option("select[name=method]", "line-by-line")
    page.check("input[name=wants_staff]")
    checked(visitor, "choose")
    visitor.send()
    assert "10 % van € 26.000,00 is € 2.600,00" in visitor.text.replace("\xa0", " ")
    checked(visitor, "report-chosen")
    visitor.open(f"{HEIST}/papers/federal-report")
    assert "Gevraagd" in visitor.text
    checked(visitor, "paper")
    visitor.open(f"{HEIST}/papers/evidence")
    checked(visitor, "evidence")

    visitor.open(f"{HEIST}/cooperation/agree")
    page.select_option("select[name=subsidy]", "general")
    page.fill("input[name=title]", "Samen voor vrije tijd")
    page.fill("input[name=staff_function]", "maatschappelijk werker vrije tijd")
    checked(visitor, "cooperation-form")
    visitor.send()
    visitor.follow("Voeg een OCMW toe")
    page.select_option("select[name=nis]", "12025")
    page.fill("input[name=granted_cents]", "10000")
    page.fill("input[name=justified_cents]", "11000")
    checked(visitor, "centre-form")
    visitor.send()
    assert "Wat nog niet klopt" in visitor.text
    checked(visitor, "cooperation")
    visitor.open("/networks/heist-op-den-berg/2025/agreements")
    checked(visitor, "agreements")
    visitor.open("/networks/heist-op-den-berg/2026/federal-report")
    assert "Er is geen federaal jaarverslag van 2026." in visitor.text
    checked(visitor, "no-report")
