"""Whatever comes in through a form: a page with a sentence, never an error of ours."""

from __future__ import annotations

from typing import Any

import pytest
from werkzeug.datastructures import MultiDict

from tests.integration.forms.conftest import FORMS, Forms, chosen_fields, typed_fields
from tests.pages import text_of

HOSTILE = {
    "a megabyte": "x" * 1_000_000,
    "emoji": "👨‍👩‍👧 🎈",
    "arabic": "سباحة للجميع",
    "nul": "a\x00b",
    "control": "a\x1b[31m\r\n\tb\u202e\u2028",
    "negative": "-5",
    "three decimals": "12,345",
    "huge": "1" + "0" * 30,
    "endless number": "9" * 5_000,
    "exponent": "1e400",
    "first day": "0001-01-01",
    "last day": "9999-12-31",
    "no day": "2025-02-31",
    "range": "4 tot 10",
    "blank": "   ",
    "script": "<script>alert(1)</script>{{ 7*7 }}%s%(x)s' OR 1=1 --",
    "formula": "=1+1",
    "nan": "nan",
}

BODIES = {
    "application/json": b'{"title": "x"}',
    "application/json; charset=x": b"[1, 2]",
    "text/plain": b"title=x",
    "multipart/form-data": b"title=x",
    "multipart/form-data; boundary=x": b'--x\r\nContent-Disposition: form-data; name="title"\r\n\r\nhalf',
    "application/x-www-form-urlencoded": b"title=%ED%A0%80&name=%ff%fe&description=%00&=&&a",
    "application/x-www-form-urlencoded; charset=utf-7": b"title=%2BADw-",
    "": b"\xff\xfe\x00",
}


def fill(page: Any, values: dict[str, Any], text: str) -> dict[str, Any]:
    return values | dict.fromkeys(typed_fields(page), text)


@pytest.mark.parametrize("endpoint", FORMS)
def test_hostile_text_in_every_field_is_answered_with_a_page(forms: Forms, endpoint: str) -> None:
    page, values = forms.open(endpoint)
    for name, text in HOSTILE.items():
        forms.client(endpoint).checks_pages = len(text) < 1_000  # so big a page takes long to look at
        answer = forms.send(endpoint, fill(page, values, text))
        if answer.status_code == 302:
            page, values = forms.open(endpoint)
        assert answer.status_code < 500, name
        if answer.status_code >= 400 and len(text) < 1_000:
            assert text_of(answer), name
        answer.close()


@pytest.mark.parametrize("endpoint", FORMS)
def test_hostile_text_in_one_field_is_answered_with_a_page(forms: Forms, endpoint: str) -> None:
    """One wrong field in a form that is right otherwise comes further than a form that is wrong all over."""
    forms.client(endpoint).checks_pages = False  # the test above looks at the pages
    page, values = forms.open(endpoint)
    for field in typed_fields(page):
        for name in ("nul", "blank", "huge", "last day"):
            answer = forms.send(endpoint, values | {field: HOSTILE[name]})
            assert answer.status_code < 500, (field, name)
            if answer.status_code == 302:
                _page, values = forms.open(endpoint)


@pytest.mark.parametrize("endpoint", FORMS)
def test_unknown_codes_and_ids_of_elsewhere_are_refused(forms: Forms, endpoint: str) -> None:
    page, values = forms.open(endpoint)
    forms.client(endpoint).checks_pages = False
    for field in chosen_fields(page):
        foreign = [str(key) for start, key in forms.foreign.items() if field.startswith(start)]
        for code in ("onzin", "999999999999999999999", "-1", "a\x00b", "None", *foreign):
            answer = forms.send(endpoint, values | {field: code})
            assert 400 <= answer.status_code < 500, (field, code)
            assert "Vreemde" not in text_of(answer), (field, code)


@pytest.mark.parametrize("endpoint", FORMS)
def test_missing_and_repeated_fields_and_strange_bodies_are_answered_with_a_page(forms: Forms, endpoint: str) -> None:
    page, values = forms.open(endpoint)
    assert forms.send(endpoint, {}).status_code < 500
    forms.client(endpoint).checks_pages = False
    for field in [*typed_fields(page), *chosen_fields(page)]:
        without = {name: value for name, value in values.items() if name != field}
        twice = MultiDict([*MultiDict(values).items(multi=True), (field, "twee"), (field, "")])
        for data in (without, twice):
            answer = forms.send(endpoint, data)
            assert answer.status_code < 500, field
            if answer.status_code == 302:
                _page, values = forms.open(endpoint)
    every = MultiDict([pair for pair in MultiDict(values).items(multi=True) for _time in range(3)])
    assert forms.send(endpoint, every).status_code < 500
    for kind, body in BODIES.items():
        answer = forms.client(endpoint).post(forms.href(endpoint), data=body, content_type=kind)
        assert 200 <= answer.status_code < 500, kind
        answer.close()
