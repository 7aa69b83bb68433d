"""Addresses of the money: the year, grants, budgets, the ledger, proofs, approval, regimes and the rulebook."""

from portal.funding.routes import (
    allowed,
    approvals,
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
    "approvals",
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
