"""Changing meetings, by what they are about."""
