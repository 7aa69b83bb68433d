"""The open page as people read it and decide about it."""
