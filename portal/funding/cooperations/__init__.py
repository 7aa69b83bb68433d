"""Welfare centres that work together, and the choices of a network for the federal yearly report."""
