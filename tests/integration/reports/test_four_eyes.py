"""Four eyes on a paper, and a large paper that is made beside the page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from portal.closing.models import ClosedYear
from portal.extensions import db
from portal.foundation.actor import Role
from portal.funding.types import ApprovalState
from portal.jobs import working
from portal.jobs.models import Job
from portal.jobs.types import JobState
from portal.network.models import Network
from portal.reports import background
from portal.reports.approved import PaperApproval
from portal.reports.building import build_paper
from portal.reports.register import find_definition
from portal.reports.types import Bullets, Facts, Heading, PaperFormat, PaperKind
from portal.reports.year.papers import kept_paper
from tests.factories.closing import closed
from tests.factories.papers import every_block
from tests.pages import text_of


@pytest.fixture
def eyed(world, desk):
    """The desk of a network that wants four eyes from 2025."""
    with world.saving():
        db.session.get_one(Network, desk.network.id).four_eyes_from = 2025
    return desk


@pytest.fixture
def second(world, eyed, sign_in):
    return sign_in(world.coordinator(eyed.network, name="Ria"))


def then(client, address, values=None):
    answer = client.post(address, data=values)
    assert answer.status_code == 302, text_of(answer)
    return client.get(answer.location)


def digest_on(client, address):
    page = client.get(address).get_data(as_text=True)
    return page.split('name="digest" value="')[1].split('"')[0]


def row_of(app):
    with app.app_context():
        return db.session.query(PaperApproval).one()


def test_a_paper_is_submitted_sent_back_and_approved_by_another(app, eyed, second):
    here = eyed.at("/council-note")
    assert "ingediend" in text_of(then(eyed.coordinator, f"{here}/submit"))
    assert 'name="digest"' not in eyed.coordinator.get(here).get_data(as_text=True)
    assert "1 papier om na te kijken" in text_of(second.get("/networks/heist?year=2025"))
    assert second.post(f"{here}/return", data={"remark": ""}).status_code == 422
    second.post(f"{here}/return", data={"remark": "Zet de cijfers vooraan."})
    assert "Zet de cijfers vooraan." in text_of(eyed.coordinator.get(here))
    then(eyed.coordinator, f"{here}/submit")
    assert "goedgekeurd" in text_of(then(second, f"{here}/approve", {"digest": digest_on(second, here)}))
    assert (row_of(app).approval, row_of(app).approved_by) == (ApprovalState.APPROVED, "Ria")


def test_an_approved_paper_stays_approved_when_its_year_is_closed(app, world, eyed, second):
    here = eyed.at("/council-note")
    then(eyed.coordinator, f"{here}/submit")
    then(second, f"{here}/approve", {"digest": digest_on(second, here)})
    with app.app_context():
        paper = build_paper(find_definition(PaperKind.COUNCIL_NOTE), db.session.get_one(Network, eyed.network.id), 2025)
        kept = kept_paper(paper)
    held = closed(world, eyed.network, note=kept.content)
    with world.saving():
        db.session.get_one(ClosedYear, held.id).records[0].kind = kept.kind
    page = text_of(eyed.coordinator.get(here))
    assert "Afgesloten op" in page
    assert "De gegevens veranderden sindsdien" not in page
    assert "al goedgekeurd" in text_of(then(eyed.coordinator, f"{here}/submit"))


def test_when_the_data_change_the_page_says_so_and_the_approved_version_stays(app, world, eyed, second):
    here = eyed.at("/council-note")
    then(eyed.coordinator, f"{here}/submit")
    then(second, f"{here}/approve", {"digest": digest_on(second, here)})
    world.expense(eyed.network, 2025, description="Nog een uitgave", parts={"drawing-right": 4_242})
    page = text_of(eyed.coordinator.get(here))
    assert "De gegevens veranderden sindsdien" in page
    assert "142,42" in page
    kept = text_of(eyed.coordinator.get(f"{here}/approved"))
    assert "Ria keurde deze versie goed" in kept
    assert "142,42" not in kept
    then(eyed.coordinator, f"{here}/submit")
    assert "142,42" not in text_of(eyed.coordinator.get(f"{here}/approved"))


def test_what_changed_after_submitting_is_not_approved(app, world, eyed, second):
    here = eyed.at("/council-note")
    then(eyed.coordinator, f"{here}/submit")
    digest = digest_on(second, here)
    world.expense(eyed.network, 2025, description="Nog een uitgave", parts={"drawing-right": 4_242})
    said = text_of(then(second, f"{here}/approve", {"digest": digest}))
    assert "veranderden na het indienen" in said
    assert row_of(app).approval is ApprovalState.SUBMITTED


def test_nobody_approves_the_paper_she_submitted(app, eyed):
    here = eyed.at("/council-note")
    then(eyed.coordinator, f"{here}/submit")
    assert "Jij diende dit papier in" in text_of(then(eyed.coordinator, f"{here}/approve", {"digest": "x"}))
    assert "al in" in text_of(then(eyed.coordinator, f"{here}/submit"))


def test_a_draft_is_not_submitted(app, eyed):
    said = text_of(then(eyed.coordinator, eyed.at("/justification/submit")))
    assert "nog een ontwerp" in said
    with app.app_context():
        assert db.session.query(PaperApproval).count() == 0


def test_the_account_of_money_waits_for_expenses_that_nobody_approved(eyed):
    said = text_of(eyed.coordinator.get(eyed.at("/justification")))
    assert "Eén uitgave is nog niet goedgekeurd door iemand anders." in said
    assert "nog niet goedgekeurd door" not in text_of(eyed.coordinator.get(eyed.at("/council-note")))


def test_without_four_eyes_a_paper_has_no_buttons_for_it(desk):
    assert "Vier ogen" not in text_of(desk.coordinator.get(desk.at("/council-note")))
    assert desk.coordinator.post(desk.at("/council-note/submit")).status_code == 404


def test_others_do_not_submit_or_approve(eyed, world, sign_in):
    for reader in (eyed.partner, eyed.viewer, eyed.expert):
        assert reader.post(eyed.at("/council-note/submit")).status_code == 403
        assert reader.post(eyed.at("/council-note/approve")).status_code == 403
    approver = sign_in(world.account(eyed.network, Role.APPROVER))
    assert approver.post(eyed.at("/council-note/submit")).status_code == 403
    assert approver.get(eyed.at("/council-note")).status_code == 200


def test_a_large_paper_is_made_beside_the_page(app, desk, monkeypatch):
    monkeypatch.setitem(background.MOST_LINES, PaperFormat.DOCX, 0)
    asked = desk.coordinator.get(desk.at("/justification.docx"))
    assert "We maken het naast de pagina" in text_of(asked)
    going = desk.coordinator.post(desk.at("/justification/make"), data={"format": "docx"})
    again = desk.coordinator.post(desk.at("/justification/make"), data={"format": "docx"})
    assert going.location == again.location
    with app.app_context():
        assert working.work_due() == 1
        made = db.session.query(Job).one()
        assert (made.state, made.file_name.endswith(".docx")) == (JobState.DONE, True)
    answer = desk.coordinator.get(f"{going.location}/file")
    assert answer.data[:2] == b"PK"


@pytest.mark.parametrize("wrong", ["", "exe", "csv", "PDF"])
def test_a_format_that_the_paper_does_not_have_is_refused(desk, wrong):
    assert desk.coordinator.post(desk.at("/justification/make"), data={"format": wrong}).status_code == 404


def test_a_reader_does_not_have_a_dossier_made_that_she_may_not_read(desk):
    assert desk.viewer.post(desk.at("/handover/make"), data={"format": "pdf"}).status_code == 403


def test_of_a_closed_year_nobody_approves_any_more(app, world, eyed, second):
    here = eyed.at("/council-note")
    then(eyed.coordinator, f"{here}/submit")
    digest = digest_on(second, here)
    closed(world, eyed.network)
    assert 'name="digest"' not in second.get(here).get_data(as_text=True)
    assert "heeft 2025 afgesloten" in text_of(then(second, f"{here}/approve", {"digest": digest}))
    assert second.post(f"{here}/return", data={"remark": "Anders."}).status_code == 422
    assert row_of(app).approval is ApprovalState.SUBMITTED


def test_how_long_a_paper_is_counts_what_stands_outside_tables_too():
    rows = tuple(("naam", "waarde") for _one in range(400))
    blocks = (Heading("Actie"), Facts(rows), Bullets(("een", "twee")), every_block(rows=200).grids[0])
    paper = replace(every_block(rows=1), blocks=blocks)
    assert background.lines_of(paper) == 1 + 400 + 2 + 200
    assert background.takes_long(paper, PaperFormat.PDF)
    assert not background.takes_long(paper, PaperFormat.DOCX)
    assert not background.takes_long(paper, PaperFormat.XLSX)
