"""A coordinator closes 2025, sees that the figures are fixed, is refused a booking, and opens it with a reason."""

from __future__ import annotations

from tests.journeys.visitor import NARROW, PHONE

HEIST = "/networks/heist-op-den-berg"


def fits(visitor) -> None:
    """No barrier for anybody, nor sideways scrolling on the narrowest phone."""
    assert visitor.unfold().barriers() == []
    assert visitor.resize(NARROW).overflow() == []
    visitor.resize(PHONE)


def test_a_year_is_closed_guarded_and_opened_with_a_reason(visit_alone):
    an = visit_alone(PHONE).sign_in("coordinator").open(f"{HEIST}/2025/year")
    page = an.page
    assert "Het federale jaarverslag is ingediend" in an.text
    fits(an)
    an.open(f"{HEIST}/2025/deadlines/federal-report")
    fits(an)
    page.fill("[name=done_on]", "2026-02-27")
    an.send()
    assert "Gedaan op 27 februari 2026." in an.text

    an.open(f"{HEIST}/2025/papers/justification/texts")
    for box in page.locator("main form.form textarea").all():
        box.fill("We deden samen met de verenigingen wat we beloofden.")
    an.send()

    an.open(f"{HEIST}/2025/year").follow("Het jaar afsluiten")
    fits(an)
    an.send()
    assert "Vink aan dat je de waarschuwingen hebt gezien." in an.text
    page.check("[name=seen]")
    an.send()
    assert "2025 is afgesloten" in an.text
    assert "klopt" in an.text
    fits(an)

    an.open(f"{HEIST}/2025/expenses")
    assert "De cijfers liggen vast." in an.text
    assert page.get_by_role("link", name="Voeg een uitgave toe").count() == 0
    fits(an)

    an.open(f"{HEIST}/2025/expenses/record")
    page.fill("[name=description]", "Bus naar Planckendael voor 20 kinderen")
    page.select_option("[name=kind]", "collective")
    page.select_option("[name=stage]", "committed")
    page.select_option("[name=owner]", "municipality")
    page.fill("[name=invoice_cents]", "10,00")
    an.send()
    assert "heeft 2025 afgesloten op" in an.text
    assert page.input_value("[name=description]") == "Bus naar Planckendael voor 20 kinderen"

    an.open(f"{HEIST}/2025/closing").follow("Heropen 2025")
    fits(an)
    an.send()
    assert "Waarom heropen je het jaar?" in an.text
    page.fill("[name=reason]", "De factuur van december kwam te laat.")
    an.send()
    assert "2025 is weer open." in an.text
    assert "De factuur van december kwam te laat." in an.text
    an.open(f"{HEIST}/2025/expenses")
    assert "De cijfers liggen vast." not in an.text
