"""The menu: what a person of a role finds in a network, in one fixed order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import g, request, url_for
from flask_babel import lazy_gettext as _l

from portal.foundation.actor import Actor, Role
from portal.web.guards import current_actor

ALL = frozenset(Role)
WORKERS = frozenset({Role.COORDINATOR, Role.PARTNER})
READERS = frozenset({Role.COORDINATOR, Role.PARTNER, Role.VIEWER, Role.APPROVER})


@dataclass(frozen=True)
class MenuItem:
    """One entry: its words, its endpoint, who finds it, and whether it has a year in its address."""

    label: Any
    endpoint: str
    roles: frozenset[Role]
    with_year: bool = True


@dataclass(frozen=True)
class NavigationLink:
    """An entry as a template shows it."""

    label: str
    href: str
    is_current: bool


MENU = (
    MenuItem(_l("Overzicht"), "dashboards.front", ALL, with_year=False),
    MenuItem(_l("Partners"), "network.partners", ALL, with_year=False),
    MenuItem(_l("Acties"), "plans.actions", ALL),
    MenuItem(_l("Overleg"), "meetings.meetings", ALL, with_year=False),
    MenuItem(_l("Inbreng"), "participation.voices", ALL, with_year=False),
    MenuItem(_l("Nalezen"), "reviews.rounds", ALL, with_year=False),
    MenuItem(_l("Geld"), "funding.money", READERS),
    MenuItem(_l("Papieren"), "reports.papers", READERS),
    MenuItem(_l("Evenwicht"), "dashboards.balance", READERS),
    MenuItem(_l("Aanvulling"), "dashboards.complementarity", READERS),
    MenuItem(_l("Stem"), "dashboards.voice", ALL),
    MenuItem(_l("Netwerk"), "networks.network_page", frozenset({Role.COORDINATOR}), with_year=False),
)


def navigation_links(network: Any, actor: Actor, year: int, known: Callable[[str], bool]) -> list[NavigationLink]:
    """The menu of this reader for this network and year."""
    here = (request.endpoint or "").split(".")[0:1]
    links = []
    for item in MENU:
        if not (actor.is_administrator or actor.roles & item.roles) or not known(item.endpoint):
            continue
        values: dict[str, Any] = {"year": year} if item.with_year else {}
        current = request.endpoint == item.endpoint or (
            here != ["dashboards"] and item.endpoint.split(".")[0:1] == here
        )
        links.append(NavigationLink(str(item.label), url_for(item.endpoint, slug=network.slug, **values), current))
    return links


def year_href(year: int) -> str:
    """This page for another year."""
    values = dict(request.view_args or {})
    if "year" in values:
        return url_for(str(request.endpoint), **{**values, "year": year})
    return url_for("dashboards.front", slug=g.network.slug, year=year)


def reader() -> Actor:
    return current_actor()
