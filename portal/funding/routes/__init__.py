"""Addresses of the money: the year, grants, budgets, the ledger, proofs, regimes and the rulebook."""

from portal.funding.routes import (
    allowed,
    budgets,
    cooperation,
    decisions,
    expenses,
    grants,
    ledger,
    money,
    proofs,
    regimes,
    rules,
    stages,
)
from portal.funding.routes.doors import bp

__all__ = [
    "allowed",
    "bp",
    "budgets",
    "cooperation",
    "decisions",
    "expenses",
    "grants",
    "ledger",
    "money",
    "proofs",
    "regimes",
    "rules",
    "stages",
]
