"""Closing a year on its pages: the list first, then the figures frozen, the papers kept, and opened again."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from datetime import date

import pytest

from portal.closing import operations as closing
from portal.closing.models import ClosedRecord, ClosedYear
from portal.closing.types import MarkFacts
from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import now
from portal.foundation.wording import say
from portal.funding import operations as funding
from portal.funding.models import Expense, KeptFinding
from portal.funding.types import Owner
from portal.network.models import Network
from portal.reports.operations import write_texts
from portal.reports.register import find_definition
from portal.reports.types import PaperKind
from portal.reports.year.dossier import dossier_bytes
from tests.pages import text_of

PAGE = "/networks/heist/2025/closing"


@pytest.fixture
def heist(world):
    """A network whose 2025 is complete but for warnings."""
    network = world.network("Heist")
    partner = world.partner(network, "Sportdienst")
    action = world.action(world.plan(network, 2025), partner, "Zwemmen")
    world.contribution(action, partner)
    world.grant(network, 2025)
    world.expense(network, 2025, action_id=action.id, evidence_reference="F-1")
    world.voice(network, "De bus komt te laat.", received_on=date(2025, 3, 1))
    write_everything(world, network)
    return network


def write_everything(world, network):
    definition = find_definition(PaperKind.JUSTIFICATION)
    with world.saving():
        found = db.session.get_one(Network, network.id)
        parts = definition.parts_for(found, 2025)
        texts = {part.key: "We deden wat we zeiden." for part in parts}
        write_texts(found.id, year=2025, kind=definition.kind, parts=parts, texts=texts)


@pytest.fixture
def an(heist, world, sign_in):
    return sign_in(world.coordinator(heist, name="An Peeters"))


def state_in(response):
    return re.search(r'name="revision" value="(\d+)"', response.get_data(as_text=True)).group(1)


def close(client, **values):
    page = client.get(PAGE)
    return client.post(PAGE, data={"revision": state_in(page), "seen": "y"} | values)


def test_the_list_tells_what_is_missing_and_closing_freezes_the_year(an):
    page = an.get(PAGE)
    assert "Ik heb de waarschuwingen gezien" in text_of(page)
    assert close(an).status_code == 302
    told = text_of(an.get(PAGE))
    assert "2025 is afgesloten" in told
    assert "An Peeters" in told
    assert "klopt" in told
    for where in ("money", "expenses", "actions", "contributions", "grants", "budget"):
        shown = an.get(f"/networks/heist/2025/{where}")
        assert "De cijfers liggen vast." in text_of(shown), where
        for gone in ("/record", "/award", "/add", "/log", "/import/", "/edit"):
            assert f"2025/{where}{gone}" not in shown.get_data(as_text=True), (where, gone)


def test_warnings_have_to_be_seen(an):
    page = an.get(PAGE)
    refused = an.post(PAGE, data={"revision": state_in(page)})
    assert refused.status_code == 422
    assert "Vink aan dat je de waarschuwingen hebt gezien." in text_of(refused)


def test_an_error_stops_the_closing(an, heist, world):
    with world.saving():
        found = db.session.query(Expense).one()
        found.findings.append(
            KeptFinding(
                network_id=heist.id,
                year=2025,
                rule="X-1",
                severity="error",
                sentence={"msgid": "Dit klopt niet.", "params": {}},
                source="s",
            )
        )
    page = an.get(PAGE)
    assert "1 uitgave met een fout" in text_of(page)
    assert "Los die eerst op" in text_of(page)
    refused = an.post(PAGE, data={"revision": "1", "seen": "y"})
    assert refused.status_code == 422


def test_a_page_that_is_old_closes_nothing(an, heist, world):
    old = state_in(an.get(PAGE))
    world.expense(heist, 2025, description="Kaartjes voor het museum", evidence_reference="F-2")
    refused = an.post(PAGE, data={"revision": old, "seen": "y"})
    assert refused.status_code == 422
    assert "Er is iets veranderd sinds je deze bladzijde opende." in text_of(refused)
    again = an.post(PAGE, data={"revision": state_in(refused), "seen": "y"})
    assert again.status_code == 302


@pytest.mark.parametrize("state", ["", "-1", "x", "9" * 40, "١٢"])
def test_a_state_that_cannot_be_closes_nothing(an, state):
    assert an.post(PAGE, data={"revision": state, "seen": "y"}).status_code == 422


def test_closing_twice_tells_who_was_first(an, heist, world, sign_in):
    other = sign_in(world.coordinator(heist, name="Bea"))
    state = state_in(other.get(PAGE))
    close(an)
    late = other.post(PAGE, data={"revision": state, "seen": "y"})
    assert late.status_code == 422
    assert "An Peeters heeft 2025 afgesloten op" in text_of(late)
    with world.app.app_context():
        assert db.session.query(ClosedYear).count() == 1


def test_a_year_that_runs_cannot_be_closed(an):
    this_year = date.today().year
    page = an.get(f"/networks/heist/{this_year}/closing")
    assert "loopt nog" in text_of(page)
    refused = an.post(f"/networks/heist/{this_year}/closing", data={"revision": "1", "seen": "y"})
    assert refused.status_code == 422


def test_a_form_that_was_open_keeps_what_was_typed(an):
    close(an)
    typed = {
        "description": "Bus naar Planckendael",
        "kind": "collective",
        "stage": "booked",
        "owner": "municipality",
        "invoice_cents": "12,00",
        "imputed_on": "2025-05-01",
        "beneficiaries": "4",
        "part_drawing_right": "12,00",
        "evidence_reference": "F-9",
    }
    refused = an.post("/networks/heist/2025/expenses/record", data=typed)
    assert refused.status_code == 422
    assert "An Peeters heeft 2025 afgesloten op" in text_of(refused)
    assert "Bus naar Planckendael" in refused.get_data(as_text=True)


def test_a_button_of_an_old_page_is_refused_with_the_same_sentence(an, world):
    with world.app.app_context():
        key = db.session.query(Expense.id).scalar()
    close(an)
    answer = an.post(f"/networks/heist/2025/expenses/{key}/move", data={"stage": "committed"}, follow_redirects=True)
    assert "An Peeters heeft 2025 afgesloten op" in text_of(answer)
    plan = an.post("/networks/heist/plans/1/move", data={"status": "agreed"}, follow_redirects=True)
    assert "An Peeters heeft 2025 afgesloten op" in text_of(plan)


def test_reopening_needs_a_reason_and_keeps_the_old_closing(an, heist, world):
    close(an)
    assert an.post(f"{PAGE}/reopen", data={"reason": "  "}).status_code == 422
    assert an.post(f"{PAGE}/reopen", data={"reason": "factuur vergeten"}).status_code == 302
    world.expense(heist, 2025, description="Kaartjes voor het museum", evidence_reference="F-2")
    page = an.get(PAGE)
    assert "factuur vergeten" in text_of(page)
    close(an)
    told = text_of(an.get(PAGE))
    assert "Anders dan de vorige keer" in told
    assert "veranderd" in told
    assert "hetzelfde" in told
    with world.app.app_context():
        first = db.session.query(ClosedYear).order_by(ClosedYear.id).first().id
    old = an.get(f"{PAGE}/{first}")
    assert "2025 zoals afgesloten op" in text_of(old)
    kept = an.get(f"{PAGE}/{first}/files/list-expenses.csv").get_data(as_text=True)
    assert "museum" not in kept
    assert "zwembad" in kept


def test_reopening_twice_tells_who_was_first(an, heist, world, sign_in):
    close(an)
    an.post(f"{PAGE}/reopen", data={"reason": "factuur vergeten"})
    late = an.post(f"{PAGE}/reopen", data={"reason": "nog een factuur"})
    assert late.status_code == 422
    assert "nog een factuur" in late.get_data(as_text=True)


def test_the_history_tells_closing_and_reopening(an):
    close(an)
    an.post(f"{PAGE}/reopen", data={"reason": "factuur vergeten"})
    told = text_of(an.get("/networks/heist/history"))
    assert "afgesloten jaar" in told
    assert "factuur vergeten" in told


def test_anybody_can_check_that_nothing_changed(an, world):
    close(an)
    with world.app.app_context():
        held = db.session.query(ClosedYear).one()
        kinds = [one.kind for one in held.records]
        digest, key = held.digest, held.id
    lines = an.get(f"{PAGE}/{key}/files/vingerafdrukken.txt").data
    assert hashlib.sha256(lines).hexdigest() == digest
    for line in lines.decode().splitlines():
        sha256, name = line.split("  ")
        assert hashlib.sha256(an.get(f"{PAGE}/{key}/files/{name}").data).hexdigest() == sha256
    assert len(kinds) == len(lines.splitlines())


def test_what_was_kept_and_then_spoiled_shows(an, world):
    close(an)
    with world.app.app_context():
        record = db.session.query(ClosedRecord).first()
        table = ClosedRecord.__table__
        db.session.connection().execute(table.update().where(table.c.id == record.id).values(sha256="0" * 64))
        db.session.commit()
    assert "klopt niet" in text_of(an.get(PAGE))


def test_a_paper_of_a_closed_year_stays_as_it_was(an, world):
    close(an)
    definition = find_definition(PaperKind.JUSTIFICATION)
    an.get(PAGE)  # what is said once
    before = an.get("/networks/heist/2025/papers/justification")
    assert "Afgesloten op" in text_of(before)
    assert "Schrijf de teksten" not in text_of(before)
    world.app.extensions["memory"].forget()
    build, refuse = definition.build, definition.refuse
    try:
        object.__setattr__(definition, "build", None)  # nobody can make it anew
        object.__setattr__(definition, "refuse", lambda *_asked: say("De regels zijn veranderd."))
        after = an.get("/networks/heist/2025/papers/justification")
    finally:
        object.__setattr__(definition, "build", build)
        object.__setattr__(definition, "refuse", refuse)
    assert text_of(after) == text_of(before)


def test_the_dossier_of_a_closed_year_is_the_same_to_the_byte(an, heist, world):
    with world.saving():
        found = db.session.query(Expense).one()
        sha256 = hashlib.sha256(b"%PDF-proof").hexdigest()
        funding.add_proof(
            found, filename="é/../a.pdf", content_type="application/pdf", size=10, sha256=sha256, at=now()
        )
        funding.add_proof(found, filename="weg.pdf", content_type="application/pdf", size=10, sha256="b" * 64, at=now())
        folder = world.app.config["PROOF_FOLDER"] / sha256[:2]
        folder.mkdir(parents=True)
        (folder / sha256).write_bytes(b"%PDF-proof")
    close(an)
    first = an.get("/networks/heist/2025/dossier.zip").data
    world.grant(heist, 2026)
    with world.app.test_request_context():
        again = dossier_bytes(db.session.get_one(Network, heist.id), 2025)
    assert first == again
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert names[-2:] == ["inhoud.html", "inhoud.txt"]
        assert any(name.startswith("papieren/") and name.endswith(".docx") for name in names)
        proof = next(name for name in names if name.startswith("bewijzen/"))
        assert proof.count("/") == 1
        assert archive.read(proof) == b"%PDF-proof"
        for line in archive.read("inhoud.txt").decode().splitlines():
            if "  " in line and not line.startswith("ONTBREEKT"):
                sha256, name = line.split("  ")
                assert hashlib.sha256(archive.read(name)).hexdigest() == sha256
        assert "ONTBREEKT  bewijzen/0001-bbbbbbbb-weg.pdf" in archive.read("inhoud.txt").decode()
        assert "De bus komt te laat" not in "".join(archive.read(name).decode("utf-8", "ignore") for name in names)


def test_the_dossier_of_an_open_year_says_that_it_is_a_draft(an):
    with zipfile.ZipFile(io.BytesIO(an.get("/networks/heist/2025/dossier.zip").data)) as archive:
        assert "ONTWERP" in archive.read("inhoud.txt").decode()


@pytest.mark.parametrize("role", [Role.PARTNER, Role.VIEWER, Role.APPROVER])
def test_who_only_reads_sees_the_closing_and_cannot_do_it(heist, world, sign_in, role):
    partner = world.partner(heist, "Jeugddienst") if role is Role.PARTNER else None
    reader = sign_in(world.account(heist, role, partner))
    assert reader.get(PAGE).status_code == 200
    assert reader.post(PAGE, data={"revision": "1", "seen": "y"}).status_code == 403
    assert reader.get("/networks/heist/2025/dossier.zip").status_code == 403
    assert f'href="{PAGE}"' in reader.get("/networks/heist/2025/year").get_data(as_text=True)


def test_who_only_reads_finds_no_link_to_texts_that_he_cannot_write(heist, world, sign_in):
    page = "/networks/heist/2024/closing"
    world.grant(heist, 2024)
    told = {}
    for role in (Role.COORDINATOR, Role.VIEWER):
        told[role] = sign_in(world.account(heist, role, None)).get(page).get_data(as_text=True)
        assert "De tekst ‘Evaluatie’ is nog niet geschreven." in told[role]
    assert "/papers/justification/texts" in told[Role.COORDINATOR]
    assert "/papers/justification/texts" not in told[Role.VIEWER]


def test_a_deadline_names_its_rule_with_a_link(an):
    assert 'Regel <a href="/rules/FED-PAY-4">FED-PAY-4</a>' in an.get("/networks/heist/2025/year").get_data(
        as_text=True
    )


def test_a_justification_before_the_federal_report_is_an_error(an, heist, world):
    with world.saving():
        closing.mark_deadline(
            heist.id,
            year=2025,
            deadline="flemish-justification",
            facts=MarkFacts(done_on=date(2026, 3, 1)),
            today=date(2026, 11, 21),
        )
    told = text_of(an.get(PAGE))
    assert "Het federale jaarverslag gaat eerst (FL-PROC-6)." in told
    assert "Los die eerst op" in told


def test_a_file_of_expenses_for_a_closed_year_tells_who_closed_it_and_saves_nothing(an, world):
    sheet = an.get("/networks/heist/2025/expenses/export.csv").get_data(as_text=True)
    sheet = sheet.replace("1;Toegang zwembad", ";Kaartjes museum")
    where = "/networks/heist/2025/import/expenses"
    sent = an.post(where, data={"file": (io.BytesIO(sheet.encode()), "uitgaven.csv")})
    assert sent.status_code == 302
    close(an)
    answer = an.post(sent.location + "/save")
    told = text_of(an.get(answer.location)) if answer.location else text_of(answer)
    with world.app.app_context():
        assert db.session.query(Expense).count() == 1
    assert "An Peeters heeft 2025 afgesloten op" in told


def test_a_network_without_federal_money_can_close_its_year(an):
    told = text_of(an.get(PAGE))
    assert "Er is voor dit jaar geen federaal geld ingevuld" in told
    assert "Los die eerst op" not in told


def test_federal_money_of_which_nothing_is_booked_is_said_and_can_be_kept_so(an, heist, world):
    world.grant(heist, 2025, "federal-participation", owner=Owner.OCMW)
    told = text_of(an.get(PAGE))
    assert "niets geboekt op federaal geld. De hele toelage gaat dan terug." in told
    assert "Los die eerst op" not in told
