"""Reading meetings, by what they are about."""
