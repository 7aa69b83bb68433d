"""The sign-ins of the demo."""

from __future__ import annotations

from collections.abc import Mapping

from portal.accounts import operations as accounts
from portal.accounts.models import Account
from portal.demo.types import PASSWORD
from portal.foundation.actor import Role
from portal.network.models import Network, Partner


def load_accounts(network: Network, partners: Mapping[str, Partner]) -> Account:
    """The sign-ins of README; they belong to Heist alone, the administrator to all. Returns the expert's."""
    made: dict[Role, Account] = {}
    for email, name, role, partner in (
        ("coordinator@heist.example", "Coördinator Heist", Role.COORDINATOR, None),
        ("partner@heist.example", "Medewerker sportdienst", Role.PARTNER, "sport"),
        ("expert@heist.example", "Ervaringsdeskundige", Role.EXPERT, None),
        ("viewer@heist.example", "Meelezer", Role.VIEWER, None),
    ):
        account = made[role] = _account(email, name)
        accounts.assign_role(account, network=network, role=role, partner=partners[partner] if partner else None)
    _account("admin@portal.example", "Beheerder", is_administrator=True)
    return made[Role.EXPERT]


def _account(email: str, name: str, *, is_administrator: bool = False) -> Account:
    return accounts.create_account(
        email=email, name=name, password=PASSWORD, is_administrator=is_administrator, is_demo=True
    )
