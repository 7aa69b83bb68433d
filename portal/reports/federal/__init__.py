"""The facts of the federal yearly report."""
