"""Forms of reviewing: rounds and their links."""
