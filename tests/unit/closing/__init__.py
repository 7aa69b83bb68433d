"""Tests of the rules of closing."""
