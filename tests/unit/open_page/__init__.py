"""Rules of the open page."""
