"""Tests of closing a year."""
