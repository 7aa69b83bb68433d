"""Loads the demo networks by the operations that pages use; loading again puts them back as they were."""

from __future__ import annotations

from portal.accounts import queries as account_queries
from portal.accounts.models import Account
from portal.demo.antwerpen import ANTWERPEN
from portal.demo.clearing import clear_everything
from portal.demo.cooperating import cooperate
from portal.demo.gatherings import GATHERINGS
from portal.demo.heist import HEIST
from portal.demo.holding import carry_out, gather, hold_meetings
from portal.demo.inviting import bring_together
from portal.demo.keeping_time import keep_time
from portal.demo.mechelen import MECHELEN
from portal.demo.opening import open_pages
from portal.demo.papers import type_papers
from portal.demo.people import load_accounts
from portal.demo.planning import contribute, plan, settle
from portal.demo.proofreading import proofread
from portal.demo.reading import read_along, read_now
from portal.demo.speaking import speak
from portal.demo.spending import spend
from portal.demo.types import DemoNetwork
from portal.demo.wervik import WERVIK
from portal.network import operations as networks
from portal.network import queries as network_queries

NETWORKS = (HEIST, MECHELEN, ANTWERPEN, WERVIK)
WITH_ACCOUNTS = HEIST


class NotADemo(RuntimeError):
    """The database holds real networks; demo data never goes over them."""


def reload_demo() -> None:
    """All demo networks and accounts as new; raises NotADemo when anything real is in the database."""
    real = [network.name for network in network_queries.list_networks() if not network.is_demo]
    if real or (account_queries.has_accounts() and not account_queries.list_demo_accounts()):
        raise NotADemo(f"the database holds real data ({', '.join(real) or 'accounts'})")
    clear_everything()
    networks.load_municipalities()
    for demo in NETWORKS:
        load_network(demo)


def load_network(demo: DemoNetwork) -> None:
    """One network with everything in it; each step needs the ones before."""
    loaded = bring_together(demo)
    expert: Account | None = load_accounts(loaded.network, loaded.partners) if demo is WITH_ACCOUNTS else None
    plan(loaded, demo)
    spend(loaded, demo)
    cooperate(loaded.network)
    contribute(loaded, demo)
    decided = hold_meetings(loaded) if demo is WITH_ACCOUNTS else []
    if demo.name in GATHERINGS:
        decided += gather(loaded, GATHERINGS[demo.name])
    speak(loaded.network, demo.voices, loaded.actions, loaded.partners, expert)
    carry_out(decided)
    for row in demo.rounds:
        read_along(loaded, row)
    if demo.open_round is not None:
        read_now(loaded, demo.open_round)
    if expert is not None:
        proofread(loaded, expert)
    settle(loaded, demo)
    open_pages(loaded.network)
    keep_time(loaded.network)
    type_papers(loaded.network)
