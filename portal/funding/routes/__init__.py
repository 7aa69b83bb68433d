"""Addresses of the money: the year, grants, budgets, the ledger, proofs and regimes."""

from portal.funding.routes import allowed, budgets, expenses, grants, ledger, money, proofs, regimes, stages
from portal.funding.routes.doors import bp

__all__ = ["allowed", "bp", "budgets", "expenses", "grants", "ledger", "money", "proofs", "regimes", "stages"]
