"""Addresses of the network: itself, its partners, its picture."""
