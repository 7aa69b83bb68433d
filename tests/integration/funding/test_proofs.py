"""Proofs: checked by content and size, kept under their fingerprint, served only to save."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from portal.extensions import db
from portal.foundation.actor import Role
from portal.funding.models import Expense, Proof
from tests.factories.world import World
from tests.integration.funding.conftest import Money
from tests.pages import WatchfulClient, text_of

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def packed(files: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return target.getvalue()


WORKBOOK = {
    "[Content_Types].xml": (
        b"<Types><Override ContentType="
        b'"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
    ),
    "xl/workbook.xml": b"<workbook/>",
}
OPEN_SHEET = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x/>"}
WITH_MACROS = WORKBOOK | {"xl/vbaProject.bin": b"\x00"}

ACCEPTED = {
    "factuur.pdf": PDF,
    "foto.jpg": b"\xff\xd8\xff\xe0" + b"\x00" * 50 + b"\xff\xd9",
    "foto.JPEG": b"\xff\xd8\xff\xe1" + b"\x01" * 50 + b"\xff\xd9",
    "scan.png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00" * 20,
    "foto.webp": b"RIFF\x10\x00\x00\x00WEBPVP8 ",
    "lijst.xlsx": packed(WORKBOOK),
    "lijst.ods": packed(OPEN_SHEET),
    "lijst.csv": "naam;aantal\ncafé;3\n".encode("cp1252"),
}

REFUSED = {
    "nep.pdf": b"MZ this is a program",
    "half.pdf": b"%PDF-1.7 and then nothing",
    "pagina.csv": b"<html><script>alert(1)</script></html>",
    "bytes.csv": b"a;b\x00\x01",
    "tekening.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "pagina.html": b"<html></html>",
    "macro.xlsm": packed(WITH_MACROS),
    "macro.xlsx": packed(WITH_MACROS),
    "zip.xlsx": packed({"readme.txt": b"hello"}),
    "zip.ods": packed({"mimetype": b"application/zip", "content.xml": b""}),
    "bom.xlsx": packed(WORKBOOK | {f"xl/{n}.xml": b"\x00" * 30_000_000 for n in range(7)}),
    "foto.png": b"\xff\xd8\xff\xe0" + b"\x00" * 50 + b"\xff\xd9",
    "leeg.pdf": b"",
    "zonder-naam": PDF,
}


@pytest.fixture
def expense(money: Money, world: World) -> Expense:
    return world.expense(money.network, action_id=money.action.id)


def send(client: WatchfulClient, money: Money, expense: Expense, name: str, body: bytes) -> TestResponse:
    """One file as a browser sends it; as bytes, because the test client leaves large temporary files open."""
    head = f'--x\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    return client.post(
        money.page(expense, "/proofs/add"),
        data=head.encode() + body + b"\r\n--x--\r\n",
        content_type="multipart/form-data; boundary=x",
    )


def proofs_of(app: Flask) -> list[Proof]:
    with app.app_context():
        return list(db.session.query(Proof).order_by(Proof.id))


@pytest.mark.parametrize("name", ACCEPTED)
def test_files_that_are_what_they_say_are_kept_and_served_to_save(
    money: Money, expense: Expense, app: Flask, name: str
) -> None:
    assert send(money.client, money, expense, name, ACCEPTED[name]).status_code == 302
    answer = money.client.get(money.page(expense, f"/proofs/{proofs_of(app)[0].id}"))
    assert answer.data == ACCEPTED[name]
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert "html" not in answer.content_type
    assert "svg" not in answer.content_type


@pytest.mark.parametrize("name", REFUSED)
def test_files_that_are_not_what_they_say_are_refused(money: Money, expense: Expense, app: Flask, name: str) -> None:
    answer = send(money.client, money, expense, name, REFUSED[name])
    assert answer.status_code == 422
    assert "bestand" in text_of(answer)
    assert proofs_of(app) == []


def test_a_file_of_eleven_megabytes_is_too_large_and_the_sentence_says_what_to_do(
    money: Money, expense: Expense, app: Flask
) -> None:
    answer = send(money.client, money, expense, "groot.pdf", PDF + b" " * (11 * 1024 * 1024))
    assert answer.status_code == 413
    assert "ten hoogste 10 MB" in text_of(answer)
    assert proofs_of(app) == []


def test_an_upload_of_thirty_megabytes_gets_a_sentence(money: Money, expense: Expense, app: Flask) -> None:
    answer = send(money.client, money, expense, "groot.pdf", PDF + b" " * (30 * 1024 * 1024))
    assert answer.status_code == 413
    assert "te groot" in text_of(answer)
    assert proofs_of(app) == []


def test_the_same_bytes_are_kept_once_under_their_fingerprint(
    money: Money, expense: Expense, world: World, app: Flask
) -> None:
    other = world.expense(money.network)
    send(money.client, money, expense, "factuur.pdf", PDF)
    send(money.client, money, other, "../../etc/kopie.pdf", PDF)
    files = [path for path in Path(app.config["PROOF_FOLDER"]).rglob("*") if path.is_file()]
    first, second = proofs_of(app)
    assert [path.name for path in files] == [first.sha256]
    assert second.filename == "kopie.pdf"
    again = send(money.client, money, expense, "factuur.pdf", PDF)
    assert again.status_code == 422


def test_adding_a_proof_checks_the_expense_again(money: Money, expense: Expense) -> None:
    assert "FED-REP-5" in text_of(money.client.get(money.page(expense)))
    send(money.client, money, expense, "factuur.pdf", PDF)
    page = money.client.get(money.page(expense))
    assert "Regel FED-REP-5" not in text_of(page)
    assert "factuur.pdf" in text_of(page)


def test_a_withdrawn_proof_stays_and_no_longer_counts(money: Money, expense: Expense, app: Flask) -> None:
    send(money.client, money, expense, "factuur.pdf", PDF)
    href = money.page(expense, f"/proofs/{proofs_of(app)[0].id}")
    assert money.client.post(f"{href}/withdraw").status_code == 302
    assert "Regel FED-REP-5" in text_of(money.client.get(money.page(expense)))
    assert money.client.get(href).status_code == 200


def test_a_partner_adds_proofs_only_where_it_leads_or_carries(
    money: Money, expense: Expense, world: World, client_as: Callable[..., WatchfulClient]
) -> None:
    leading = client_as(Role.PARTNER, money.partner)
    other = client_as(Role.PARTNER, world.partner(money.network, "Bibliotheek"))
    assert send(leading, money, expense, "factuur.pdf", PDF).status_code == 302
    assert send(other, money, expense, "nog.pdf", PDF + b"\n").status_code == 403
    loose = world.expense(money.network, parts={})
    assert send(leading, money, loose, "nog.pdf", PDF).status_code == 403


def test_viewers_and_experts_do_not_open_proofs(
    money: Money, expense: Expense, app: Flask, client_as: Callable[..., WatchfulClient]
) -> None:
    send(money.client, money, expense, "factuur.pdf", PDF)
    href = money.page(expense, f"/proofs/{proofs_of(app)[0].id}")
    assert client_as(Role.PARTNER, money.partner).get(href).status_code == 200
    assert client_as(Role.VIEWER).get(href).status_code == 403
    assert client_as(Role.EXPERT).get(href).status_code == 403
    assert client_as(Role.PARTNER, money.partner).post(f"{href}/withdraw").status_code == 403
