"""Proofs: broken archives, and the same file sent at the same moment from several places."""

from __future__ import annotations

import io
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from threading import Barrier

from flask.testing import FlaskClient

from portal.extensions import db
from portal.funding import operations
from portal.funding.models import Expense, Proof

AT_ONCE = 4
PDF = b"%PDF-1.4 bewijs %%EOF"


def broken_workbook() -> bytes:
    """A workbook of which the first packed part is spoiled."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", b"<Types>spreadsheetml</Types>" * 20)
        packed.writestr("xl/workbook.xml", b"<workbook/>")
    body = bytearray(target.getvalue())
    start = 30 + len("[Content_Types].xml")
    body[start : start + 12] = bytes(sign ^ 0xFF for sign in body[start : start + 12])
    return bytes(body)


def plain(app, client) -> FlaskClient:
    """The same session without the watch on what is saved, which would listen to every thread."""
    other = FlaskClient(app, app.response_class)
    with client.session_transaction() as held, other.session_transaction() as own:
        own.update(held)
        own.permanent = True
    return other


def add_page(network, expense) -> str:
    return f"/networks/{network.slug}/{expense.year}/expenses/{expense.id}/proofs/add"


def test_a_spoiled_workbook_is_refused_beside_the_field(world, sign_in):
    network = world.network()
    world.grant(network)
    expense = world.expense(network)
    client = sign_in(world.coordinator(network))
    file = (io.BytesIO(broken_workbook()), "lijst.xlsx")
    assert client.post(add_page(network, expense), data={"file": file}).status_code == 422


def test_a_file_sent_from_several_places_at_once_is_one_proof(app, world, sign_in):
    network = world.network()
    world.grant(network)
    expense = world.expense(network)
    clients = [plain(app, sign_in(world.coordinator(network))) for _ in range(AT_ONCE)]
    together = Barrier(AT_ONCE)

    def send(client) -> int:
        together.wait()
        return client.post(add_page(network, expense), data={"file": (io.BytesIO(PDF), "bon.pdf")}).status_code

    with ThreadPoolExecutor(AT_ONCE) as pool:
        statuses = sorted(pool.map(send, clients))
    assert statuses == [302, 422, 422, 422]
    with app.app_context():
        assert db.session.query(Proof).count() == 1


def test_a_withdrawn_expense_takes_no_proof(app, world, sign_in):
    network = world.network()
    world.grant(network)
    expense = world.expense(network)
    with world.saving():
        found = db.session.get_one(Expense, expense.id)
        operations.withdraw_expense(found, reason="Dubbel", at=datetime(2026, 1, 1))
    client = sign_in(world.coordinator(network))
    client.post(add_page(network, expense), data={"file": (io.BytesIO(PDF), "bon.pdf")})
    with app.app_context():
        assert db.session.query(Proof).count() == 0
