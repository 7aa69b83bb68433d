"""A file that takes long: asked once, watched with and without JavaScript, and taken along."""

from __future__ import annotations

import pytest

from tests.journeys.visitor import PHONE

PAPERS = "/networks/heist-op-den-berg/2026/papers"
# A paper of the demo is small: the button for a large one is put on the page, with the token of its other forms.
ASK = """address => {
    const form = document.createElement("form");
    form.method = "post"; form.action = address;
    const token = document.querySelector("[name=csrf_token]").value;
    for (const [name, value] of [["csrf_token", token], ["format", "docx"]]) {
        const field = document.createElement("input");
        field.name = name; field.value = value; form.append(field);
    }
    document.body.append(form); form.submit();
}"""


@pytest.mark.parametrize("scripts", [True, False])
def test_a_file_that_takes_long_becomes_ready_while_one_waits_also_without_a_worker(visit, scripts):
    visitor = visit(PHONE, java_script_enabled=True).sign_in("coordinator").open(f"{PAPERS}/handover")
    with visitor.page.expect_navigation():
        visitor.page.evaluate(ASK, f"{visitor.address}{PAPERS}/handover/make?{scripts}")
    address = visitor.page.url
    assert visitor.barriers() == []
    assert visitor.overflow() == []
    if not scripts:
        plain = visit(PHONE, java_script_enabled=False)
        plain.context.add_cookies(visitor.context.cookies())
        visitor.page.goto("about:blank")
        visitor = plain
        visitor.page.goto(address)
    visitor.page.get_by_text("Het is klaar.").wait_for(timeout=30_000)
    with visitor.page.expect_download() as taken:
        visitor.page.get_by_role("link", name="Haal het bestand op").click()
    assert taken.value.suggested_filename.endswith(".docx")
