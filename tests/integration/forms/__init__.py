"""Tests of what holds for every form of the portal."""
