"""What people fill in about meetings, minutes, polls, groups and contacts."""
