"""Changing rounds, links, sheets, sittings and texts."""
