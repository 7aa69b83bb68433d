"""A session that ends while typing: whatever the form, the text is back after signing in."""

from __future__ import annotations

import pytest

from tests.factories.world import PASSWORD
from tests.forms import values_of
from tests.integration.forms.conftest import BUTTONS, FORMS, Forms, chosen_fields, typed_fields
from tests.pages import WatchfulClient, text_of

TYPED = "Bijna kwijt: <b>3 & 4</b> 🎈 مرحبا"
SECRET_PAGES = {"accounts.account"}  # passwords are never kept


def sign_in_again(client: WatchfulClient, forms: Forms, endpoint: str, location: str) -> str:
    """Sign in on the page that the ended session led to; the address that follows."""
    asked = client.get(location)
    values = {"email": forms.filler(endpoint).email, "password": PASSWORD, "next": asked.request.args["next"]}
    answer = client.post("/sign-in", data=values)
    assert answer.status_code == 302
    return str(answer.location)


@pytest.mark.parametrize("endpoint", [one for one in FORMS if one not in SECRET_PAGES])
def test_what_was_typed_is_back_after_signing_in(forms: Forms, client: WatchfulClient, endpoint: str) -> None:
    page, values = forms.open(endpoint)
    values |= dict.fromkeys(typed_fields(page), TYPED)
    values |= {name: [code for code in codes if code][-1] for name, codes in chosen_fields(page).items() if any(codes)}
    sent = client.post(forms.href(endpoint), data=values)
    assert sent.status_code == 302
    back = client.get(sign_in_again(client, forms, endpoint, str(sent.location)))
    assert back.status_code == 200
    if typed_fields(page):
        assert "Wat je typte voor je je opnieuw aanmeldde" in text_of(back)
    held = values_of(back)
    for name in (*typed_fields(page), *chosen_fields(page)):
        wanted = values[name]
        assert held[name] == ([wanted] if isinstance(held[name], list) else wanted), name


def test_a_button_pressed_in_an_ended_session_leads_to_a_page_and_not_to_an_error(
    forms: Forms, client: WatchfulClient
) -> None:
    for endpoint in BUTTONS:
        sent = client.post(forms.href(endpoint), data={"status": "running", "stage": "justified"})
        assert sent.status_code == 302, endpoint
        address = sign_in_again(client, forms, endpoint, str(sent.location))
        back = client.get(address, follow_redirects=True)
        assert back.status_code == (404 if "/imports/" in address else 200), endpoint  # nothing was uploaded here
        back.close()
        client.post("/sign-out")


def test_the_name_of_a_token_is_back_on_the_page_of_the_account(forms: Forms, client: WatchfulClient) -> None:
    sent = client.post("/account/tokens", data={"name": "Rapport in Excel"})
    address = sign_in_again(client, forms, "accounts.create_api_token", str(sent.location))
    assert 'value="Rapport in Excel"' in client.get(address).get_data(as_text=True)


def test_a_file_is_not_kept_and_the_page_says_so(forms: Forms, client: WatchfulClient) -> None:
    import io  # noqa: PLC0415

    href = forms.href("funding.add_proof")
    sent = client.post(href, data={"file": (io.BytesIO(b"%PDF-1.7"), "factuur.pdf")})
    assert "Een bestand kunnen we niet bewaren" in text_of(client.get(str(sent.location)))


def test_who_comes_back_to_a_form_that_somebody_changed_meanwhile_is_told(forms: Forms, client: WatchfulClient) -> None:
    endpoint = "network.edit_partner"
    _page, values = forms.open(endpoint)
    sent = client.post(forms.href(endpoint), data=values | {"note": "Mijn nota"})
    assert forms.send(endpoint, values | {"note": "Hun nota"}).status_code == 302
    back = client.get(sign_in_again(client, forms, endpoint, str(sent.location)))
    answer = client.post(forms.href(endpoint), data=values_of(back))
    assert answer.status_code == 409
    assert "maakte hiervan: Hun nota" in text_of(answer)
    assert values_of(answer)["note"] == "Mijn nota"
