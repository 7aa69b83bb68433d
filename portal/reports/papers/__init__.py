"""Builders of papers: plain facts in, a paper out."""
