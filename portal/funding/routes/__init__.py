"""Addresses of the money: the year, grants, budgets, the ledger, proofs and regimes."""

from portal.funding.routes import budgets, expenses, grants, ledger, money, proofs, regimes, stages
from portal.funding.routes.doors import bp

__all__ = ["bp", "budgets", "expenses", "grants", "ledger", "money", "proofs", "regimes", "stages"]
