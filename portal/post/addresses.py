"""Whole addresses for in a mail."""

from __future__ import annotations

from typing import Any

from flask import current_app, request, url_for


def outside_address(endpoint: str, **values: Any) -> str:
    """A whole address for a mail, from the setting: a forged host header must not end up in a letter."""
    path = url_for(endpoint, **values)
    base = current_app.config["PUBLIC_ADDRESS"].rstrip("/") or request.host_url.rstrip("/")
    return base + path
