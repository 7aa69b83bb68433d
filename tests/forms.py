"""Reading forms out of pages."""

from __future__ import annotations

import html5lib
from werkzeug.test import TestResponse


def error_beside(response: TestResponse, field: str) -> str:
    """The words of the error of one field."""
    document = html5lib.parse(response.get_data(as_text=True), namespaceHTMLElements=False)
    found = [one for one in document.iter() if one.get("id") == f"{field}-error"]
    return "".join("".join(one.itertext()) for one in found)


def values_of(response: TestResponse) -> dict[str, str | list[str]]:
    """What the form on a page would send (the language switch left out)."""
    document = html5lib.parse(response.get_data(as_text=True), namespaceHTMLElements=False)
    form = next(one for one in document.iter("form") if one.get("class") == "form")
    values: dict[str, str | list[str]] = {}
    for one in form.iter("input"):
        name = one.get("name", "")
        if one.get("type") != "checkbox":
            values[name] = one.get("value", "")
        elif one.get("checked") is not None:
            values.setdefault(name, [])
            values[name].append(one.get("value", "y"))  # type: ignore[union-attr]
    for select in form.iter("select"):
        options = list(select.iter("option"))
        chosen = [one.get("value", "") for one in options if one.get("selected") is not None]
        if select.get("multiple") is not None:
            values[select.get("name", "")] = chosen
        else:
            values[select.get("name", "")] = [*chosen, *(one.get("value", "") for one in options[:1]), ""][0]
    for area in form.iter("textarea"):
        values[area.get("name", "")] = (area.text or "").strip("\r\n")
    return values
