"""Tests, grouped as the code is."""
