"""The demo networks: facts of published sources, and invented parts that say that they are invented."""
