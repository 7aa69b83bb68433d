"""Measures become figures: a title that says the finding, the numbers, their table, definition and "
"source."""
