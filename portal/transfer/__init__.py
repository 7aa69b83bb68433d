"""Spreadsheets in and out: one way to read a table and one way to write one, for all lists."""
