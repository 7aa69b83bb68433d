"""A new coordinator completes 2025 of Heist, checks it, justifies it on both sides, closes it, takes the dossier."""

from __future__ import annotations

import hashlib
import io
import zipfile

from tests.journeys.visitor import DESK, NARROW, Visitor

PATIENCE = 240_000  # milliseconds: a dossier holds every paper in every form
HEIST = "/networks/heist-op-den-berg/2025"
TEXTS = {
    "Hoe partners meewerkten": "De partners kwamen vier keer samen.\n\n- zij kozen de acties\n- zij keken alles na",
    "Wat mensen in armoede deden veranderen": "Door hun inbreng kwam er vervoer bij de voorstellingen.",
    "Evaluatie": "De kaart werkt. De weg naar de kampen blijft te lang.",
}


def sound(visitor: Visitor) -> None:
    """No barrier and nothing too wide, also on a narrow screen."""
    assert visitor.barriers() == []
    assert visitor.resize(NARROW).overflow() == []
    visitor.resize(DESK)


def words(visitor: Visitor) -> str:
    return visitor.text.replace("\xa0", " ")


def press(visitor: Visitor, name: str) -> None:
    with visitor.page.expect_navigation():
        visitor.page.get_by_role("button", name=name).first.click()


def file_of(visitor: Visitor, path: str) -> bytes:
    answer = visitor.page.request.get(f"{visitor.address}{path}", timeout=PATIENCE)
    assert answer.status == 200, f"{path}: {answer.status}"
    return answer.body()


def words_of_document(body: bytes) -> str:
    """Everything that stands in a Word document, its headers too."""
    with zipfile.ZipFile(io.BytesIO(body)) as document:
        return " ".join(document.read(name).decode() for name in document.namelist() if name.endswith(".xml"))


def addresses_of_booked(visitor: Visitor) -> list[str]:
    visitor.open(f"{HEIST}/expenses?stage=booked&size=100")
    links = visitor.page.locator("main table tbody a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    return sorted({link for link in links if "/expenses/" in link and link.rsplit("/", 1)[1].isdigit()})


def complete_the_ledger(visitor: Visitor) -> None:
    """The cost that stands there twice is withdrawn; everything else that is booked is justified."""
    visitor.open(f"{HEIST}/closing")
    assert "lijken dezelfde kost" in words(visitor)
    assert "1 uitgave zonder bewijs" in words(visitor)
    sound(visitor)
    visitor.follow("1 uitgave zonder bewijs")
    visitor.follow("Toegang en vervoer voorstelling in de lente")
    visitor.follow("Trek deze uitgave in")
    visitor.page.fill("main form.form textarea, main form.form input[type=text]", "Stond er twee keer: zie nummer 2.")
    visitor.send()
    booked = addresses_of_booked(visitor)
    assert len(booked) == 7
    for path in booked:
        visitor.open(path)
        press(visitor, "Zet op verantwoord")
    assert addresses_of_booked(visitor) == []


def write_the_texts(visitor: Visitor) -> None:
    visitor.open(f"{HEIST}/papers/justification")
    assert "ontwerp" in words(visitor).lower()
    assert "ONTWERP" in words_of_document(file_of(visitor, f"{HEIST}/papers/justification.docx"))
    visitor.open(f"{HEIST}/papers/justification/texts")
    sound(visitor)
    for label, text in TEXTS.items():
        visitor.page.get_by_label(label).first.fill(text)
    visitor.send()
    visitor.open(f"{HEIST}/papers/justification")
    assert "De kaart werkt." in words(visitor)
    assert "ONTWERP" not in words_of_document(file_of(visitor, f"{HEIST}/papers/justification.docx"))
    sound(visitor)


def compare_the_federal_report(visitor: Visitor, tmp_path) -> None:
    """The workbook that the portal makes comes back without a difference."""
    visitor.open(f"{HEIST}/papers/federal-report")
    assert "€ 9.912,40" in words(visitor)
    for ending, begin in {"pdf": b"%PDF", "docx": b"PK", "xlsx": b"PK", "csv": b"\xef\xbb\xbf"}.items():
        body = file_of(visitor, f"{HEIST}/papers/federal-report.{ending}")
        assert body.startswith(begin)
        (tmp_path / f"verslag.{ending}").write_bytes(body)
    for ending in ("xlsx", "csv"):
        visitor.open(f"{HEIST}/federal-report/compare")
        visitor.page.set_input_files("input[type=file]", tmp_path / f"verslag.{ending}")
        visitor.send()
        assert "Geen verschil" in words(visitor), ending
    sound(visitor)


def file_both_reports(visitor: Visitor) -> None:
    """First the federal report, then the Flemish justification."""
    for title, on in (("Het federale jaarverslag", "2026-02-10"), ("De Vlaamse verantwoording", "2026-03-20")):
        visitor.open(f"{HEIST}/year")
        card = visitor.page.locator("main li", has=visitor.page.get_by_role("heading", name=title)).first
        with visitor.page.expect_navigation():
            card.get_by_role("link", name="Noteer hoe ver het staat").click()
        visitor.page.fill("[name=done_on]", on)
        visitor.send()
    assert words(visitor).count("gedaan") >= 2
    sound(visitor)


def close(visitor: Visitor) -> None:
    visitor.open(f"{HEIST}/closing")
    text = words(visitor)
    assert "Los die eerst op" not in text, text
    if visitor.page.locator("[name=seen]").count():
        visitor.page.check("[name=seen]")
    visitor.send()
    assert "2025 is afgesloten. De cijfers liggen nu vast." in words(visitor)
    assert "klopt" in words(visitor)
    sound(visitor)


def test_the_year_2025_of_heist_is_completed_checked_justified_on_both_sides_and_closed(visit_alone, tmp_path):
    visitor = visit_alone(DESK, accept_downloads=True).sign_in("coordinator")
    complete_the_ledger(visitor)
    write_the_texts(visitor)
    compare_the_federal_report(visitor, tmp_path)
    file_both_reports(visitor)
    close(visitor)

    before = file_of(visitor, f"{HEIST}/dossier.zip")
    (tmp_path / "dossier.zip").write_bytes(before)
    with zipfile.ZipFile(tmp_path / "dossier.zip") as dossier:
        assert dossier.testzip() is None
        names = dossier.namelist()
    for ending in (".pdf", ".docx", ".xlsx", ".csv", ".html"):
        assert any(name.endswith(ending) for name in names), ending

    visitor.open(f"{HEIST}/expenses/record")
    assert "afgesloten" in words(visitor)
    visitor.open(f"{HEIST}/papers/justification")
    assert "afgesloten" in words(visitor)
    sound(visitor)

    visitor.open(f"{HEIST}/closing")
    visitor.follow("Heropen 2025")
    visitor.send()
    assert "Vul dit in." in visitor.error_beside("reason")
    visitor.page.fill("[name=reason]", "Een factuur van december kwam te laat binnen.")
    visitor.send()
    visitor.open(f"{HEIST}/closing")
    assert "Een factuur van december kwam te laat binnen." in words(visitor)
    assert "1 uitgave zonder bewijs" not in words(visitor)
    close(visitor)
    after = file_of(visitor, f"{HEIST}/dossier.zip")
    assert hashlib.sha256(after).digest() == hashlib.sha256(file_of(visitor, f"{HEIST}/dossier.zip")).digest()
