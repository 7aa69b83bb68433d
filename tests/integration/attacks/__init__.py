"""What somebody with bad intentions tries."""
