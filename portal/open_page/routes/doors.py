"""The blueprint of the open page, and what its addresses share."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import segno
from flask import Blueprint, render_template, url_for
from markupsafe import Markup

from portal.foundation.clock import now, today
from portal.network.models import Network
from portal.open_page import access, contents, queries
from portal.open_page.models import OpenPage
from portal.open_page.types import Contents
from portal.participation.tidings import is_letter_box_open
from portal.plans.months import month_list
from portal.post.addresses import outside_address
from portal.web.guards import current_actor, insist

bp = Blueprint("open_page", __name__)
bp.add_app_template_filter(month_list, "months_in_words")


def page_to_decide(network: Network) -> OpenPage:
    """The page of a network for who decides about it; 404 while nobody began it."""
    insist(access.can_decide_page(current_actor()))
    return queries.get_page(network.id)


def overview_href(network: Network) -> str:
    return url_for("open_page.overview", slug=network.slug)


def contents_today(network: Network, page: OpenPage) -> Contents:
    return contents.contents_of(network, page, today=today(), now=now())


def address_of(network: Network) -> str:
    """Where anyone finds the page, in full: for on paper."""
    return outside_address("open_page.page", open_slug=network.slug)


def letter_box_href(network: Network) -> str:
    """The way to the letter box of a network; empty while the network keeps it closed."""
    return url_for("letter_box.write", slug=network.slug) if is_letter_box_open(network.id) else ""


def code_to_scan(address: str) -> Markup:
    """The address as a drawing for a camera."""
    drawing = BytesIO()
    code = segno.make(address, error="m", micro=False)
    code.save(
        drawing,
        kind="svg",
        xmldecl=False,
        nl=False,
        omitsize=True,
        border=2,
        svgclass="open-page__code",
        lineclass=None,
    )
    return Markup(drawing.getvalue().decode())  # noqa: S704 - drawn by ourselves


def written(network: Network, page: OpenPage, *, is_preview: bool) -> str:
    """The page as anyone reads it."""
    address = address_of(network)
    values: dict[str, Any] = {
        "shown": network,
        "page": page,
        "contents": contents_today(network, page),
        "sections": contents.shown_sections(page),
        "this_year": today().year,
        "address": address,
        "code": code_to_scan(address),
        "letter_box": letter_box_href(network) if page.shows_letter_box else "",
        "is_preview": is_preview,
    }
    return render_template("open_page/page.html", **values)
