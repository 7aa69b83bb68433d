"""Municipalities, networks, their partners and people, and membership over time."""
